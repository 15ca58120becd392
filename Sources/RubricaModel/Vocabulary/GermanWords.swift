extension ReservedWords {
  static let german = ReservedWords(
    language: "de", name: "German",
    sections: [
      (.labels, ["Labels", "Etiketten"]), (.attributes, ["Attribute", "Merkmale"]),
      (.relations, ["Beziehungen", "Relationen"]), (.rules, ["Regeln"]),
      (.edgeCases, ["Grenzfälle", "Sonderfälle"]), (.goodExamples, ["Gute Beispiele"]),
      (.badExamples, ["Schlechte Beispiele"]), (.examples, ["Beispiele"]),
      (.precedence, ["Rangfolge", "Vorrang", "Rangordnung"]),
      (.doubt, ["Im Zweifel", "Im Zweifelsfall", "Im Zweifelsfalle"]),
      (.steps, ["Schritte", "Ablauf"]), (.selfCheck, ["Selbstkontrolle", "Selbstprüfung"]),
      (.glossary, ["Glossar"]), (.questions, ["Häufige Fragen", "Häufig gestellte Fragen", "FAQ"]),
      (.changelog, ["Änderungen", "Änderungsverlauf"]),
      (.warning, ["Inhaltswarnung", "Warnung"]), (.tool, ["Werkzeug"]),
    ],
    entries: [
      (.good, ["Gut", "Richtig"]), (.bad, ["Schlecht", "Falsch"]),
      (.borderline, ["Grenzwertig"]), (.example, ["Beispiel"]), (.rule, ["Regel"]),
      (.edgeCase, ["Grenzfall", "Sonderfall"]), (.contrast, ["Unterschied", "Abgrenzung"]),
      (.group, ["Gruppe"]), (.tool, ["Werkzeug"]),
    ],
    leadIns: [
      (.includes, ["Umfasst", "Enthält", "Dazu gehören"]),
      (.excludes, ["Umfasst nicht", "Enthält nicht", "Nicht dazu gehören", "Ausgenommen"]),
      (.not, ["Nicht", "Nicht zu verwechseln mit"]), (.condition, ["Wenn", "Falls"]),
      (.action, ["Dann"]), (.exception, ["Außer wenn", "Außer", "Es sei denn"]),
      (.alternative, ["Sonst", "Ansonsten", "Andernfalls"]),
      (.reason, ["Weil", "Denn"]), (.threshold, ["Schwelle", "Schwellenwert", "Grenzwert"]),
    ],
    audiences: [
      (
        .reviewer,
        [
          "Für Prüfende", "Für Prüfer", "Für die Prüfenden", "Für die Prüfer", "Nur für Prüfende",
          "Nur für Prüfer", "Für Prüferinnen und Prüfer", "Für Prüfer und Prüferinnen",
          "Für Prüfer:innen", "Für Prüferinnen", "Nur für Prüferinnen und Prüfer",
          "Nur für Prüfer:innen",
        ]
      ),
      (.legal, ["Für Juristen", "Nur für Juristen", "Für Juristinnen und Juristen"]),
    ],
    consequences: [
      (.label, ["labeln", "annotieren", "markieren", "kennzeichnen", "einzeichnen"]),
      (
        .doNotLabel,
        [
          "nicht labeln", "nicht annotieren", "nicht markieren", "nicht kennzeichnen",
          "nicht einzeichnen",
        ]
      ),
      (.ignore, ["ignorieren"]), (.escalate, ["weitergeben", "eskalieren"]),
      (.review, ["prüfen", "prüfen lassen"]),
    ],
    hasDecimalComma: true,
    conjunctions: ["und", "oder", "bzw."], rangeWords: ["bis"])
}
