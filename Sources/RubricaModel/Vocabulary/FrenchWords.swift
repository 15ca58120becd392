extension ReservedWords {
  static let french = ReservedWords(
    language: "fr", name: "French",
    sections: [
      (.labels, ["Étiquettes", "Libellés", "Labels"]), (.attributes, ["Attributs"]),
      (.relations, ["Relations"]), (.rules, ["Règles"]),
      (.edgeCases, ["Cas limites", "Cas particuliers"]), (.goodExamples, ["Bons exemples"]),
      (.badExamples, ["Mauvais exemples"]), (.examples, ["Exemples"]),
      (.precedence, ["Ordre de priorité", "Priorité", "Priorités"]),
      (.doubt, ["En cas de doute"]), (.steps, ["Étapes"]),
      (.selfCheck, ["Autocontrôle", "Auto-contrôle", "À vérifier"]),
      (.glossary, ["Glossaire"]),
      (.questions, ["Questions fréquentes", "Foire aux questions", "FAQ"]),
      (.changelog, ["Historique", "Journal des modifications"]),
      (.warning, ["Contenu sensible", "Avertissement"]), (.tool, ["Outil"]),
    ],
    entries: [
      (.good, ["Bon", "Juste"]), (.bad, ["Mauvais", "Faux"]),
      (.borderline, ["Limite", "À la limite"]),
      (.example, ["Exemple"]), (.rule, ["Règle"]), (.edgeCase, ["Cas limite", "Cas particulier"]),
      (.contrast, ["Différence", "Contraste"]),
      (.group, ["Groupe"]), (.tool, ["Outil"]),
    ],
    leadIns: [
      (.includes, ["Comprend", "Inclut", "Y compris"]),
      (.excludes, ["Exclut", "Ne comprend pas", "N'inclut pas"]),
      (.not, ["À ne pas confondre", "À ne pas confondre avec", "Pas", "Non"]),
      (.condition, ["Si", "S'il", "S'ils"]), (.action, ["Alors"]),
      (.exception, ["Sauf si", "Sauf", "Sauf s'il", "À moins que", "À moins qu'"]),
      (.alternative, ["Sinon", "Autrement"]),
      (.reason, ["Parce que", "Parce qu'", "Parce qu'il", "Parce qu'elle", "Car"]),
      (.threshold, ["Seuil"]),
    ],
    audiences: [
      (
        .reviewer,
        [
          "Pour les relecteurs", "Pour les réviseurs", "Pour les relectrices et relecteurs",
          "Pour les relecteurs et relectrices", "Pour les relecteurs uniquement",
          "Réservé aux relecteurs", "Réservé aux réviseurs",
          "Réservé aux relectrices et relecteurs",
        ]
      ),
      (.legal, ["Pour les juristes", "Réservé aux juristes"]),
    ],
    consequences: [
      (.label, ["étiqueter", "annoter", "marquer"]),
      (.doNotLabel, ["ne pas étiqueter", "ne pas annoter", "ne pas marquer"]),
      (.ignore, ["ignorer"]), (.escalate, ["transmettre", "faire remonter"]),
      (.review, ["relire", "revoir", "faire relire"]),
    ],
    hasDecimalComma: true,
    conjunctions: ["et", "ou"], rangeWords: ["à"])
}
