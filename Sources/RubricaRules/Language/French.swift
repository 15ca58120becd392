extension PlainLanguage {
  static let french = PlainLanguage(
    vague: PhraseTable([
      "généralement", "en général", "normalement", "habituellement", "d'habitude", "souvent",
      "parfois", "quelquefois", "de temps en temps", "occasionnellement", "la plupart",
      "quelques", "plusieurs", "certains", "certaines", "beaucoup", "assez", "relativement",
      "raisonnablement", "suffisamment", "significatif", "significative", "considérable",
      "environ", "à peu près", "plus ou moins", "approximativement", "si nécessaire", "si besoin",
      "au besoin", "si possible", "autant que possible", "dans la mesure du possible",
      "le cas échéant", "si pertinent", "si approprié", "selon le cas", "etc", "et cetera",
      "et ainsi de suite", "ou similaire", "et similaires",
    ]),
    negations: PhraseTable(["pas", "jamais", "aucun", "aucune", "rien", "nul", "nulle"]),
    nothings: PhraseTable(["aucun", "aucune", "rien", "nul", "nulle"]),
    // "Ne … jamais rien" and "pas … aucun" deny once.
    secondDenials: PhraseTable([
      "impossible", "improbable", "inhabituel", "inhabituelle", "inutile", "invisible",
      "invalide", "incorrect", "incorrecte", "incomplet", "incomplète", "incohérent",
      "incohérente", "insignifiant", "insignifiante", "non étiqueté", "non étiquetée",
      "non étiquetés", "non étiquetées", "non annoté", "non annotée", "non annotés",
      "non annotées", "sans étiquette", "sans label", "sans annotation", "sans boîte",
    ]),
    conjunctions: PhraseTable(["et", "ou", "ni", "mais", "que", "qu'il", "qu'elle"]),
    modals: PhraseTable([
      "doit", "doivent", "devez", "devra", "devront", "devrait", "devraient", "il faut",
      "faut", "ne pas", "n'est pas autorisé", "ne peut pas", "ne peuvent pas", "ne peut être",
      "ne peuvent être", "jamais", "toujours", "est obligatoire", "sont obligatoires", "est requis",
      "est requise", "sont requis", "sont requises", "est interdit", "est interdite",
      "sont interdits", "sont interdites", "est permis", "est à", "sont à", "obligatoirement",
      "veuillez",
    ]),
    orders: PhraseTable(
      [
        "ajoute", "ajuste", "annote", "applique", "choisi", "class", "coche", "compte", "compare",
        "consulte", "copie", "corrige", "coupe", "crée", "décide", "dessine", "donne",
        "encadre", "entoure", "étiquette", "étiquet", "évalue", "évite", "exclu", "fusionne",
        "garde", "ignore", "indique", "lai", "li", "marque", "note", "place", "pren",
        "préfère", "préfér", "regarde", "regroupe", "relie", "remplace", "saisi",
        "sélectionne", "sépare", "signale", "supprime", "trace", "transcri", "utilise", "vérifie",
        "traite",
      ].flatMap(imperatives) + ["ne", "n'utilisez", "n'étiquetez", "n'annotez", "n'ajoutez"]),
    marking: PhraseTable([]),
    conditions: PhraseTable([
      "si", "s'il", "s'ils", "lorsque", "lorsqu'un", "lorsqu'une", "lorsqu'il", "lorsqu'elle",
      "quand", "dès que", "à moins que", "sauf si", "sauf quand", "tant que", "à condition que",
      "au cas où", "en cas de", "sinon",
    ]),
    winning: [
      ">", "l'emporte sur", "prime sur", "prévaut sur", "a la priorité sur", "est prioritaire sur",
      "passe avant", "a préséance sur", "remplace",
    ],
    limits: PhraseTable([]),
    fillers: PhraseTable([]),
    comparisons: PhraseTable([
      "au moins", "au plus", "plus de", "moins de", "plus grand que", "plus petit que",
      "supérieur à", "supérieure à", "inférieur à", "inférieure à", "jusqu'à", "minimum",
      "maximum", "dépasse", "en dessous de", "au-dessus de",
    ]),
    doubts: PhraseTable([
      "en cas de doute", "dans le doute", "en cas d'hésitation", "pas sûr", "pas sûre",
      "impossible à dire", "si vous hésitez", "si vous ne savez pas", "peu clair", "ambigu",
    ]),
    ranks: PhraseTable([
      "l'emporte", "a la priorité", "ont la priorité", "est prioritaire", "sont prioritaires",
      "prime", "de préférence", "préférez", "le plus spécifique", "le plus grave", "prévaut",
    ]),
    confusions: PhraseTable([
      "à ne pas confondre", "ne pas confondre", "ne confondez pas", "confondu avec",
      "confondue avec", "se distingue", "diffère de", "contrairement à", "par opposition à",
      "distinguer", "distinguez",
    ]),
    determiners: PhraseTable([
      "le", "la", "les", "l", "un", "une", "d'un", "d'une", "qu'un", "qu'une", "des", "du", "de",
      "d", "ce", "cet", "cette", "ces",
      "chaque", "tout", "toute", "tous", "toutes", "aucun", "aucune", "appelé", "appelée", "dit",
      "dite", "terme", "comme",
    ]),
    example: PhraseTable(["par exemple", "exemple", "exemples"]),
    knownCapitals: PhraseTable(
      [
        "a", "à", "y", "et", "ou", "où", "ne", "pas", "jamais", "toujours", "tout", "tous", "toute",
        "non", "oui", "si", "un", "une", "le", "la", "les", "de", "du", "des", "sans", "avec",
        "sauf",
        "aucun", "rien", "seul", "bon", "faux", "vrai", "fin", "note", "que", "sont", "est", "doit",
        "entre", "avant", "après", "même", "plus", "moins", "stop",
      ] + everywhere))

  /// The forms of a verb in which it gives an order: "tracez", "tracer".
  private static func imperatives(_ stem: String) -> [String] {
    switch stem {
    case "choisi", "saisi": [stem + "ssez", stem + "r", stem + "s"]
    case "class": ["classez", "classer", "classe"]
    case "étiquet", "préfér": [stem + "ez", stem + "er"]
    case "exclu": ["excluez", "exclure", "exclus"]
    case "lai": ["laissez", "laisser", "laisse"]
    case "li": ["lisez", "lire", "lis"]
    case "pren": ["prenez", "prendre", "prends"]
    case "transcri": ["transcrivez", "transcrire", "transcris"]
    default: [stem + "z", stem + "r"]
    }
  }
}
