internal import RubricaCompiler
internal import RubricaDifference
internal import RubricaModel
internal import RubricaSource

/// Two versions of one guideline, compared.
struct Compared {
  let difference: Difference

  init(
    _ old: [String: String], _ new: [String: String], orderIsIdentity: Bool = false
  ) throws {
    difference = Differ.difference(
      from: try Self.read(old), to: try Self.read(new), orderIsIdentity: orderIsIdentity)
  }

  /// The signs guideline before and after some replacements in its document.
  init(
    _ edits: [(from: String, to: String)], orderIsIdentity: Bool = false
  ) throws {
    var text = Self.signs
    for edit in edits {
      guard text.contains(edit.from) else { throw Missing(text: edit.from) }
      text = text.replacing(edit.from, with: edit.to, maxReplacements: 1)
    }
    try self.init(
      ["guideline.md": Self.signs], ["guideline.md": text], orderIsIdentity: orderIsIdentity)
  }

  init(_ from: String, _ to: String, orderIsIdentity: Bool = false) throws {
    try self.init([(from, to)], orderIsIdentity: orderIsIdentity)
  }

  struct Missing: Error { var text: String }

  static func read(_ files: [String: String]) throws -> Guideline {
    let settings = WorkspaceSettings(
      file: nil, catalogue: Catalogue(items: []), compiler: "rubrica test")
    return try Compiler.read(
      CompileInput(
        document: "guideline.md", defaultID: "test", files: MemoryFiles(texts: files),
        settings: settings))
  }

  /// One line a change: ``semantic! changed label stop: the definition``; `!` means breaking.
  var lines: [String] {
    difference.changes.map { change in
      "\(change.kind.rawValue)\(change.isBreaking ? "!" : "") \(change.action.rawValue) "
        + "\(change.subject.part.rawValue) \(change.subject.id)"
        + (change.aspect.map { ": \($0)" } ?? "") + (change.isGuess ? " ?" : "")
    }
  }

  var effects: [String] {
    difference.changes.compactMap { change in
      change.effect.map { "\($0.review.rawValue): \($0.words)" }
    }
  }

  /// The source text of the places of each change, old and new.
  var places: [String] {
    difference.changes.map { change in
      let old = change.oldSpan.map { difference.old.sources.text($0) } ?? ""
      let new = change.newSpan.map { difference.new.sources.text($0) } ?? ""
      return "\(old) => \(new)"
    }
  }

  static let signs = #"""
    ---
    rubrica: 1
    id: street-signs
    title: Street signs
    version: 2.1.0
    stage: pilot
    purpose: Train a detector.
    owner: m.silva
    task:
      modality: image
      layers:
        - id: signs
          kind: box
          cardinality: one box per sign
          labels: [stop, yield, other]
          maximum: 20
          attributes:
            - {id: occluded, type: enum, values: [none, part, most], default: none}
            - {id: limit, type: number, unit: km/h, minimum: 5, maximum: 130, applies-to: [other]}
        - {id: light, kind: choice, question: How light is it?, labels: [day, night]}
        - id: quality
          kind: scale
          points: [{value: 1, means: sharp}, {value: 2, means: soft}]
    escape:
      - {id: unreadable, means: ignore-region, definition: Nothing can be read.}
    ---

    # Street signs

    Draw one box around every sign.

    ## Labels

    ### Stop sign {#stop}
    A red octagon that orders the driver to stop.

    **Includes** temporary signs held by workers · signs seen from behind
    **Excludes** painted "STOP" on the road
    **Not** [Yield](#yield): a triangle.

    ```yaml label
    colour: "#c0392b"
    shortcut: s
    code: 1
    ```

    #### Good: the whole octagon
    ![A box that touches the rim](media/stop.png)

    ```yaml expected
    signs: [{label: stop, box: [40, 30, 100, 90], occluded: none}]
    light: day
    ```
    **Because** the rim belongs to the sign.

    ### Yield
    A triangle that stands on its tip.

    ### Other
    Every other sign.

    ### Day
    The sun is up.

    ### Night
    The sun is down.

    ## Rules

    - **Smallest sign.** `height < 10 px` -> do not label.
    - A reflection in a window is a sign too, **because** the detector sees it.
    - **If** a sign is half hidden **then** label it. **Unless** it is behind a tree.

    ## Steps

    1. Look at the picture.
    2. Draw the boxes.

    ## When in doubt
    Prefer `other` to leaving a sign out.

    ## Precedence
    1. stop
    2. yield
    3. other

    ## Glossary

    - **Plate**: the metal part.

    ## Changelog

    - **2.1.0**: the first.
    """#
}
