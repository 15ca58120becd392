internal import RubricaModel
internal import RubricaSource

/// What prose can refer to on the page: places, pictures and files. It remembers which pictures
/// the page holds already, so that each is carried once.
final class PagePlaces: ProseSurroundings {
  private let index: GuidelineIndex
  private let words: Words
  /// Ids that stand only in parts for other readers.
  private var hidden: Set<String> = []
  /// Labels that have a card in the document itself.
  private(set) var labelsInBody: Set<Int> = []
  private(set) var hasPrecedence = false
  private(set) var warningAnchor: String?
  private(set) var doubtSection: (anchor: String, heading: Prose)?
  /// Whether the labels, rules and sections are on the page, so that links to them lead somewhere.
  var holdsGuideline = true
  /// Stands before the ids of pictures and masks.
  var idPrefix = ""
  private var pictures: [String: Int] = [:]
  private var recordings: [String: Int] = [:]
  private var masks = 0

  init(_ index: GuidelineIndex, _ words: Words) {
    self.index = index
    self.words = words
    visit(index.guideline.body[...], isHidden: false)
  }

  /// Parts are looked at in place: none of them is copied.
  private func visit(_ elements: ArraySlice<Element>, isHidden: Bool) {
    for element in elements {
      switch element {
      case .doubt: break
      case .prose(let block):
        if isHidden, case .table(let table) = block.kind {
          hidden.formUnion(table.anchors.compactMap { $0 })
        }
      case .precedence: hasPrecedence = hasPrecedence || !isHidden
      case .section(let section):
        let isHidden = isHidden || !section.audience.isForAnnotators
        if isHidden {
          hidden.insert(section.anchor)
        } else if section.role == .warning, warningAnchor == nil {
          warningAnchor = section.anchor
        } else if section.role == .doubt, doubtSection == nil {
          doubtSection = (section.anchor, section.heading)
        }
        visit(section.elements[...], isHidden: isHidden)
      case .label(let place):
        let isHidden = isHidden || !index.guideline.labels[place].audience.isForAnnotators
        if isHidden {
          hidden.insert(index.guideline.labels[place].id.value)
        } else {
          labelsInBody.insert(place)
        }
        visit(index.guideline.labels[place].elements[...], isHidden: isHidden)
      case .rule(let place):
        if isHidden || !index.guideline.rules[place].audience.isForAnnotators,
          let anchor = index.guideline.rules[place].anchor
        {
          hidden.insert(anchor)
        }
      case .example(let place):
        if isHidden || !index.guideline.examples[place].audience.isForAnnotators {
          hidden.insert(index.guideline.examples[place].id)
        }
      case .entry(let place):
        if isHidden || !index.guideline.entries[place].audience.isForAnnotators,
          let anchor = index.guideline.entries[place].anchor
        {
          hidden.insert(anchor)
        }
      }
    }
  }

  func hasPlace(_ id: String) -> Bool {
    holdsGuideline && index.hasAnchor(id) && (hidden.isEmpty || !hidden.contains(id))
  }

  func file(at path: String) -> Media? { index.media(path) }

  func writePicture(
    _ source: String, alternative: String, title: String, to html: inout HTMLWriter
  ) {
    switch LinkAddress(source) {
    case .web(let address):
      writeElsewhere(address, alternative, to: &html)
    case .file(let path):
      guard let media = index.media(path), let bytes = media.bytes, media.type.isPicture else {
        return writeMissing(path, alternative, to: &html)
      }
      guard let size = media.size else {
        return html.void(
          "img",
          [
            .class("photo"), .file("src", bytes, type: media.type.rawValue),
            .init("alt", alternative),
          ] + (title.isEmpty ? [] : [.init("title", title)]))
      }
      let viewBox = "0 0 \(size.width) \(size.height)"
      html.element(
        "svg",
        [
          .class("photo"), .init("viewBox", viewBox), .init("width", String(size.width)),
          .init("role", "img"), .init("aria-label", alternative),
        ]
      ) { html in
        if !title.isEmpty { html.element("title", text: title) }
        writeImage(media, bytes, size, to: &html)
      }
    case .place, .refused: writeMissing(source, alternative, to: &html)
    }
  }

  /// The pixels of a picture inside an `svg`: the first time all of them, from then on a pointer.
  func writeImage(
    _ media: Media, _ bytes: [UInt8], _ size: (width: Int, height: Int), to html: inout HTMLWriter
  ) {
    if let number = pictures[media.path] {
      return html.element("use", [.toPlace(idPrefix + "picture." + String(number))])
    }
    let number = pictures.count + 1
    pictures[media.path] = number
    html.element(
      "image",
      [
        .id(idPrefix + "picture." + String(number)), .init("width", String(size.width)),
        .init("height", String(size.height)), .file("href", bytes, type: media.type.rawValue),
      ])
  }

  /// Where a recording stands on the page already.
  func idOfRecording(_ path: String) -> String? {
    recordings[path].map { idPrefix + "recording." + String($0) }
  }

  /// An id for a recording that stands here for the first time.
  func nameRecording(_ path: String) -> String {
    let number = recordings.count + 1
    recordings[path] = number
    return idPrefix + "recording." + String(number)
  }

  /// An id for the way in which a mask is drawn.
  func nameMask() -> String {
    masks += 1
    return idPrefix + "mask." + String(masks)
  }

  /// A page that loads nothing tells nobody that it was read.
  private func writeElsewhere(
    _ address: String, _ alternative: String, to html: inout HTMLWriter
  ) {
    html.element(
      "a", [.class("box"), .init("href", address), .init("rel", "noopener noreferrer")]
    ) { html in
      Icon.picture.write(to: &html)
      html.raw("<span><b>")
      html.text(words.pictureElsewhere)
      html.raw("</b> ")
      html.text(alternative.isEmpty ? address : alternative)
      html.raw("</span>")
    }
  }

  func writeMissing(_ path: String, _ alternative: String, to html: inout HTMLWriter) {
    html.element("span", class: "box missing") { html in
      Icon.picture.write(to: &html)
      html.raw("<span><b>")
      html.text(words.pictureMissing)
      html.raw("</b> ")
      html.text(alternative)
      html.raw(" <code>")
      html.text(path)
      html.raw("</code></span>")
    }
  }
}
