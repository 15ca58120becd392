internal import RubricaModel
package import RubricaSource

extension CroissantTarget {
  package static let croissantGap = CheckInfo(
    id: "croissant-gap",
    levels: .warning,
    summary: "What Croissant asks of every data set stands in the source.",
    rationale: """
      A file that lacks its licence or the digests of its data is taken for complete by the readers \
      of Croissant: they warn at most. Whoever finds the data set then uses it without knowing \
      whether they may, or whether it is still the same data.
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
