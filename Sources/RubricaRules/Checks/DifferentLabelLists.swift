package import RubricaModel
package import RubricaSource

/// A list of the labels is a list of the labels.
package enum DifferentLabelLists: Check {
  package static let info = CheckInfo(
    id: "different-label-lists",
    levels: .note,
    summary: "A list or table of the labels names the same labels as the task.",
    rationale: """
      The short list at the top and the sections below are written at different times. A label that \
      appears in only one of them is missed by those who read the other.
      """,
    bad: [
      CheckExample(
        Sample.vehicles(
          """
          - **Car**: for people.
          - **Bus**: for many people.
          - **Truck**: for goods.
          - **⟪Tractor⟫**: pulls a trailer.
          """)),
      CheckExample(Sample.vehicles("⟪- Car\n- Bus\n- Truck\n- Bicycle\n- Motorcycle⟫\n")),
    ],
    good: [
      CheckExample(
        Sample.vehicles("- Car\n- Bus\n- Truck\n- Bicycle\n- Motorcycle\n- Semi-tractor\n")),
      CheckExample(Sample.vehicles("Wheels are:\n\n- Car\n- Spare wheel\n- Hub\n- Tyre\n")),
    ])

  /// Lists of fewer items are not lists of the labels.
  private static let smallest = 4

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard index.guideline.labels.count >= smallest else { return }
    var names: [WordHash: String] = [:]
    visit(index.guideline.body) { entries, place in
      guard entries.count >= smallest else { return }
      if names.isEmpty {
        for label in index.guideline.labels {
          for name in [label.id.value, label.name.value] {
            if let key = Normalised.key(name) { names[key] = label.id.value }
          }
        }
      }
      check(entries, place, names, index, &report)
    }
  }

  /// The heads of lists and tables in prose.
  private static func visit(
    _ elements: [Element], _ body: ([Located<String>], Span) -> Void
  ) {
    for element in elements {
      switch element {
      case .section(let section):
        // Order and doubt have checks of their own, and a changelog tells of the past.
        switch section.role {
        case .precedence, .changelog, .glossary: break
        default: visit(section.elements, body)
        }
      case .prose(let block):
        switch block.kind {
        case .list(_, _, let items):
          if items.count >= smallest { body(items.compactMap { head(of: $0) }, block.span) }
        case .table(let table):
          let cells = table.rows.compactMap { row in row.first.flatMap { head(of: $0) } }
          if cells.count == table.rows.count { body(cells, block.span) }
        default: break
        }
      default: break
      }
    }
  }

  private static func head(of item: Block.Item) -> Located<String>? {
    guard case .paragraph(let inlines)? = item.blocks.first?.kind else {
      return Located("", item.span)
    }
    return head(of: inlines)
  }

  /// The words before a colon, dash or bracket; of a bold phrase, a link or code alone, those.
  private static func head(of inlines: [Inline]) -> Located<String>? {
    guard let first = inlines.first else { return nil }
    switch first.kind {
    case .text(let text):
      let end = text.unicodeScalars.firstIndex { ":—–(".unicodeScalars.contains($0) }
      let isWhole = end != nil || inlines.count == 1
      return Located(isWhole ? String(text[..<(end ?? text.endIndex)]) : "", first.span)
    case .strong(let inner), .emphasis(let inner), .link(_, _, let inner):
      let span = inner.first.map { $0.span.union(inner.last?.span ?? $0.span) } ?? first.span
      var words = inner.plainText
      while let last = words.last, ":. ".contains(last) { words.removeLast() }
      return Located(words, span)
    case .code(let code): return Located(code, first.span)
    default: return nil
    }
  }

  private static func check(
    _ entries: [Located<String>], _ place: Span, _ names: [WordHash: String],
    _ index: GuidelineIndex, _ report: inout Report
  ) {
    let found = entries.map { entry in Normalised.key(entry.value).flatMap { names[$0] } }
    let known = Set(found.compactMap { $0 })
    guard known.count >= smallest - 1,
      let layer = index.guideline.layers.first(where: { layer in
        known.allSatisfy { index.layer(layer, takes: $0) }
      })
    else { return }
    let strangers = zip(entries, found).filter { $0.1 == nil }.map(\.0)
    // A list with a few labels in it is about something else.
    guard known.count >= 3 * strangers.count else { return }
    let missing = layer.labels.map(\.value).filter { label in
      !known.contains(label) && index.label(label)?.status?.value != .deprecated
    }
    guard
      known.count >= 4 * max(missing.count, 1) || known.count >= 3 && missing.count == 0
        || strangers.count == 1 && missing.count <= 3
    else { return }
    for stranger in strangers where !stranger.value.isEmpty {
      let near = NearMiss(
        to: stranger, among: layer.labels.map(\.value), in: index.guideline.sources,
        otherwise: missing.isEmpty
          ? "declare it as a label, or remove it from the list"
          : "no entry of this list is \(Wording.list(missing))")
      report.add(
        info, at: stranger.span,
        "this list of labels names \"\(Wording.excerpt(stranger.value))\", which is not a label",
        help: near.help)
    }
    if strangers.isEmpty, !missing.isEmpty {
      report.add(
        info, at: place, "this list of labels leaves out \(Wording.list(missing))",
        help: "add what is missing, or let the page list the labels")
    }
  }
}

extension Sample {
  fileprivate static func vehicles(_ body: String) -> String {
    task(
      layers: "- {id: v, kind: box, labels: [car, bus, truck, bicycle, motorcycle, semi-tractor]}",
      """
      # Vehicles

      \(body)

      ## Labels

      ### Car
      For people.

      ### Bus
      For many people.

      ### Truck
      For goods.

      ### Bicycle
      With two wheels.

      ### Motorcycle
      With two wheels and an engine.

      ### Semi-tractor
      The front of a truck with a trailer.
      """)
  }
}
