internal import Foundation

/// A guideline with one of almost everything, and a policy.
enum SampleFiles {
  static let policy = #"""
    rubrica: 1
    organisation: {name: Example Mobility}
    targets:
      schema: {}
      instructions: {}
    checks:
      one-sided-contrast: off
    approval:
      scopes:
        data: [governance/data, governance/use]
        people: [governance/contacts, governance/quality, governance/waivers]
        instructions: [guideline, layers, labels, groups, escapes, rules, examples, precedence,
          doubt, entries, prose, arrangement, media, base, translations, suppressions]
        workspace: workspace
      roles:
        legal:
          scopes: [data, people]
          people: [marit@example.com, hanna@example.com]
          meaning: I have checked that the data may be used as described.
        owner:
          scopes: [instructions, workspace]
          people: [ada@example.com]
      policy: {role: owner}
    """#

  static let signers = """
    # keys
    marit@example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMarit marit at home
    ada@example.com   namespaces="rubrica, x" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAda
    """

  static let governance = """
    contacts:
      questions: {name: Labeling desk, email: desk@example.com}
    use:
      intended: [training, tests]
    data:
      classification: internal
      personal: none
      retention: 24 months
      sources:
        - {id: dashcam, licence: proprietary, kind: self-collected}
        - {id: web, licence: CC-BY-4.0, kind: public}
    quality:
      metrics:
        - {metric: iou, layer: signs, at-least: 0.8}
    """

  /// The signs guideline of the tests, with parts that only people who sign it ask for.
  static let guideline: String = {
    let package = #filePath.components(separatedBy: "/Tests/")[0]
    let file = FileManager.default.contents(
      atPath: package + "/Tests/Fixtures/signs/guideline.md")
    var text = String(decoding: file?.dropLast() ?? Data(), as: UTF8.self)
    for (from, to) in SampleFiles.edits {
      precondition(text.contains(from), "the signs guideline has no `\(from)`")
      text = text.replacing(from, with: to, maxReplacements: 1)
    }
    return text
  }()

  private static let edits: [(from: String, to: String)] = [
    ("stage: pilot", "stage: draft"),
    ("owner: m.silva\n", "owner: m.silva\nauthors: [Ada, Bo]\n"),
    (
      "Nothing can be read.}\n",
      """
      Nothing can be read.}
      warnings: [{category: violence, text: There may be accidents.}]

      """
    ),
    (
      "Draw one box around every sign.",
      "Draw *one* box around every sign: see [the rules](#rules)."
    ),
    ("driver to stop.", "driver to **stop**."),
    ("#### Good", "Some more words on stop signs.\n\n#### Good"),
    ("is a sign too", "is a `stop` sign too"),
    (
      "## Steps",
      """
      <!-- rubrica: allow vague-quantifier because nobody measures this -->

      Some *other* signs [~5 px] are <b>small</b>.

      ## Steps
      """
    ),
  ]

  static let french = """
    <!-- unit: title -->

    # Panneaux

    <!-- unit: label/stop/definition -->

    Un octogone *rouge*.
    """

  static let all = [
    "guideline.md": guideline, "governance.yaml": governance, "rubrica.yaml": policy,
    "allowed_signers": signers, "i18n/fr.md": french,
  ]
}
