package import RubricaModel
package import RubricaSource

/// A block of data is called so that it is read.
package enum MisspeltFence: Check {
  package static let info = CheckInfo(
    id: "misspelt-fence",
    levels: .stumble,
    summary: "Blocks of data are called `yaml expected`, `yaml label` or `text` and a candidate.",
    rationale: """
      Under another name the block is shown to annotators as it stands, and what is in it reaches neither the \
      tool nor the checks: the example has no answer, or not all that is compared.
      """,
    bad: [
      CheckExample(
        Sample.leadIns("⟪```yaml labels\nshortcut: s\n```⟫", ""),
        fixed: Sample.leadIns("```yaml label\nshortcut: s\n```", "")),
      CheckExample(
        Sample.fenced("⟪```yaml expeced\nsigns: none\n```⟫"),
        fixed: Sample.fenced("```yaml expected\nsigns: none\n```")),
      CheckExample(
        Sample.fenced("⟪```yml expected\nsigns: none\n```⟫"),
        fixed: Sample.fenced("```yaml expected\nsigns: none\n```")),
      CheckExample(
        Sample.fenced("⟪```yaml\nsigns: none\n```⟫"),
        fixed: Sample.fenced("```yaml expected\nsigns: none\n```")),
      CheckExample(
        Sample.fenced("⟪```yaml-expected\nsigns: none\n```⟫"),
        fixed: Sample.fenced("```yaml expected\nsigns: none\n```")),
      CheckExample(
        Sample.fenced("⟪```expected\nsigns: none\n```⟫"),
        fixed: Sample.fenced("```yaml expected\nsigns: none\n```")),
      CheckExample(
        Sample.fenced("⟪'''yaml expected⟫\nsigns: none\n'''"),
        fixed: Sample.fenced("```yaml expected\nsigns: none\n'''")),
      CheckExample(
        Sample.fenced("⟪```yaml expected answer\nsigns: none\n```⟫"),
        fixed: Sample.fenced("```yaml expected\nsigns: none\n```")),
      CheckExample(
        Sample.fenced("⟪```yaml expected ```⟫\nsigns: none\n```"),
        fixed: Sample.fenced("```yaml expected\nsigns: none\n```")),
      CheckExample(Sample.fenced("⟪```\nsigns: none\n```⟫")),
      CheckExample(
        Sample.signs(
          "## Rules\n\n- No sign is data, too:\n\n  ⟪```yaml expeced\n  signs: none\n  ```⟫\n")),
      CheckExample(
        Sample.replies("⟪```second\nIt depends.\n```⟫"),
        fixed: Sample.replies("```text second\nIt depends.\n```")),
    ],
    good: [
      CheckExample(Sample.fenced("```yaml expected\nsigns: none\n```")),
      CheckExample(Sample.fenced("```yaml\nservers: none\n```")),
      CheckExample(
        Sample.signs("## Rules\n\n- The files look like this:\n\n```yaml table\na: 1\n```")),
      CheckExample(Sample.fenced("```expected output\n1\n```\n\n'yes' is no answer.")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    var found: [(slip: FenceSlip, isLost: Bool)] = []
    // A record belongs to an example, and the data of a label below its heading.
    guideline.forEachProse { block in
      if let slip = FenceSlip(block, index) { found.append((slip, slip.purpose == .record)) }
    }
    for rule in guideline.rules {
      for block in rule.content {
        if let slip = FenceSlip(block, index) { found.append((slip, true)) }
      }
    }
    for example in guideline.examples {
      for block in example.content {
        if let slip = FenceSlip(block, of: example, index) {
          found.append((slip, slip.purpose == .label))
        }
      }
    }
    for (slip, isLost) in found {
      // Under its own name it would be in the wrong place.
      report.add(
        info, at: slip.span, "this is read as plain text, and not as \(name(slip.purpose))",
        help: isLost
          ? move(slip.purpose) : "begin it with a line ```\(slip.meant.drop { $0 == "`" })",
        fixes: isLost || slip.written.value.isEmpty
          ? [] : Fix.replacing(slip.written, with: slip.meant, in: guideline.sources))
    }
  }

  private static func move(_ purpose: FenceSlip.Purpose) -> String {
    purpose == .label
      ? "move it below the heading of its label, and call it `yaml label`"
      : "move it to its example, and call it `yaml expected`; if it is only shown, call it `yaml`"
  }

  private static func name(_ purpose: FenceSlip.Purpose) -> String {
    switch purpose {
    case .record: "the record of an example"
    case .label: "the data of a label"
    case .candidate: "the text of a candidate"
    }
  }
}

extension Sample {
  fileprivate static func replies(_ second: String) -> String {
    task(
      modality: "text", layers: "- {id: better, kind: pairwise, candidates: [first, second]}",
      """
      # Replies

      ## Examples

      ### Good: how to boil an egg
      > How long does it take?

      ```text first
      Seven minutes.
      ```

      \(second)

      ```yaml expected
      better: first
      ```
      """)
  }

  fileprivate static func fenced(_ fence: String) -> String {
    signs("## Examples\n\n### Good: one sign\n![A stop sign](media/stop.png)\n\n\(fence)\n")
  }
}
