internal import RubricaModel
internal import RubricaSource

/// A label of an example that is not a label, but starts like one whose text has a form: `12A` where
/// `[0-9]+[a-z]` is asked for.
struct FormMiss {
  /// The label whose form comes nearest.
  let label: Located<String>
  /// Where the form is declared.
  let form: Span
  /// The character from which on the text cannot be continued; all of it where it is too short.
  let place: Span
  let words: String
  let help: String

  /// Nothing if the text is a label, is nearly one with a fixed id, or if no form begins like it.
  init?(_ given: GivenLabel, _ index: GuidelineIndex) {
    let text = given.label
    guard !index.hasLabel(text.value), index.escape(text.value) == nil else { return nil }
    let labels =
      index.layer(of: given).map { $0.labels.compactMap { index.label($0.value) } }
      ?? index.guideline.labels
    var best: (label: Label, form: LabelForm, byte: Int)?
    for label in labels {
      guard let form = label.form, let byte = form.firstMismatch(in: text.value) else { continue }
      if byte > best?.byte ?? -1 { best = (label, form, byte) }
    }
    guard let best else { return nil }
    let plain = labels.lazy.filter { $0.form == nil }.map { $0.id.value }
    // Where not even the first character fits, any label may be meant.
    guard best.byte > 0 || plain.isEmpty, Suggestion.nearest(to: text.value, among: plain) == nil
    else { return nil }
    let end = text.value.utf8.count
    let width = best.byte < end ? text.value.scalarWidth(at: best.byte) : 0
    label = best.label.id
    form = best.form.expression.span
    place = index.guideline.sources.place(
      of: width == 0 ? 0..<end : best.byte..<(best.byte + width), in: text)
    let name = best.label.id.value
    let what = Self.what(best.form, best.byte, text.value)
    words =
      width == 0
      ? "this ends before it forms a label `\(name)`, \(what.words)"
      : "from here on this is not a label `\(name)`, \(what.words)"
    help = what.help
  }

  /// What is asked for at the place, and what to do.
  private static func what(
    _ form: LabelForm, _ byte: Int, _ text: String
  ) -> (words: String, help: String) {
    guard let composition = form.composition else {
      return (
        "which looks like `\(Wording.excerpt(form.expression.value))`",
        "correct the label, or its pattern"
      )
    }
    let separator = composition.separator
    let ids = Wording.list(composition.slots.map { $0.id.value })
    guard !separator.isEmpty else {
      return ("which is made of \(ids)", "correct the label, or its slots")
    }
    // The slots behind the last one have no values: the text is too long.
    let before = String(decoding: text.utf8.prefix(byte), as: UTF8.self)
    let number = before.split(separator: separator, omittingEmptySubsequences: false).count - 1
    guard number < composition.slots.count else {
      return ("which is made of \(ids)", "correct the label, or its slots")
    }
    let slot = composition.slots[number]
    let values = slot.values.map { $0.id.value }
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    let part = number < parts.count ? String(parts[number]) : ""
    let near = Suggestion.nearest(to: part, among: values)
    return (
      "in its slot `\(slot.id.value)`",
      near.map { "did you mean `\($0)`?" }
        ?? (values.isEmpty
          ? "the slot looks like `\(Wording.excerpt(slot.pattern?.value ?? ""))`"
          : "the values of the slot are \(Wording.list(values))")
    )
  }
}

extension String {
  /// The bytes of the character that starts at a byte.
  func scalarWidth(at offset: Int) -> Int {
    UTF8.width(unicodeScalars[utf8.index(utf8.startIndex, offsetBy: offset)])
  }
}

extension Sample {
  /// A choice with one label that stands for many texts, and an example that gives one.
  static func formed(_ label: String, _ text: String) -> String {
    task(
      layers: "- {id: song, kind: choice, question: Which song?, labels: [\(label)]}",
      """
      # Songs

      ## Examples

      ### Good: a song
      ![A page of a song book](media/page.png)

      ```yaml expected
      song: \(text)
      ```
      """)
  }
}
