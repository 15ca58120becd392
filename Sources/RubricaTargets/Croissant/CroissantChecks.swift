internal import RubricaModel
package import RubricaSource

extension CroissantTarget {
  package static let croissantGap = CheckInfo(
    id: "croissant-gap",
    levels: .warning,
    summary: "The source states what Croissant requires of every data set.",
    rationale: """
      Readers of Croissant accept a file without its licence or the digests of its data as complete: they \
      only warn. People who find the data set then use it without knowing whether they may, or whether it \
      is still the same data.
      """,
    bad: [
      CheckExample(
        """
        ---
        rubrica: 1
        id: signs
        purpose: Train a model that finds stop signs.
        ---
        # Signs
        """,
        files: [
          "rubrica.yaml":
            "rubrica: 1\norganisation: {name: Example Mobility}\ntargets: {croissant: {}}\n",
          "governance.yaml": """
          data:
            sources:
              - ⟪{id: dashcam, licence: CC-BY-4.0, digest: v12}⟫
          """,
        ])
    ],
    good: [
      CheckExample(
        """
        ---
        rubrica: 1
        id: signs
        purpose: Train a model that finds stop signs.
        ---
        # Signs
        """,
        files: [
          "rubrica.yaml":
            "rubrica: 1\norganisation: {name: Example Mobility}\ntargets: {croissant: {}}\n",
          "governance.yaml": """
          data:
            sources:
              - id: dashcam
                licence: CC-BY-4.0
                digest: sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
          """,
        ])
    ])
}
