extension Sample {
  /// A guideline of one label, for the examples of translations.
  static let translated = """
    ---
    rubrica: 1
    task:
      modality: image
      layers:
        - {id: signs, kind: box, labels: [stop]}
    ---

    # Signs

    ## Labels

    ### Stop
    A red [octagon](#stop).

    """

  /// The same with a rule that has a threshold.
  static let translatedRule =
    translated + """
      ## Rules

      - `height < 10 px` -> do not label

      """
}
