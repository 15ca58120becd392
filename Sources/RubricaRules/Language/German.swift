extension PlainLanguage {
  static let german = PlainLanguage(
    vague: PhraseTable([
      "meist", "meistens", "in der regel", "üblicherweise", "normalerweise", "gewöhnlich",
      "im allgemeinen", "oft", "häufig", "manchmal", "gelegentlich", "mitunter", "einige",
      "mehrere", "viele", "ein paar", "die meisten", "ziemlich", "relativ", "hinreichend",
      "ausreichend", "genügend", "deutlich", "erheblich", "wesentlich", "ungefähr", "etwa", "circa",
      "ca", "mehr oder weniger", "groß genug", "klein genug", "wenn möglich", "falls möglich",
      "soweit möglich", "nach möglichkeit", "möglichst", "bei bedarf", "falls nötig",
      "wenn nötig", "falls erforderlich", "falls angebracht", "wenn sinnvoll", "falls sinnvoll",
      "gegebenenfalls", "ggf", "eventuell", "evtl", "je nach fall", "usw", "etc",
      "und so weiter", "und ähnliches", "oder ähnliches", "und dergleichen",
    ]),
    negations: PhraseTable([
      "nicht", "nie", "niemals", "kein", "keine", "keinen", "keinem", "keiner", "keines", "nichts",
      "niemand", "weder",
    ]),
    nothings: PhraseTable([
      "kein", "keine", "keinen", "keinem", "keiner", "keines", "nichts", "niemand", "weder",
    ]),
    secondDenials: PhraseTable([
      "nicht", "nie", "niemals", "kein", "keine", "keinen", "keinem", "keiner", "keines", "nichts",
      "niemand", "unmöglich", "unwahrscheinlich", "ungewöhnlich", "unüblich", "unklar", "unwichtig",
      "unnötig", "unsichtbar", "ungültig", "unvollständig", "unbeschriftet", "unmarkiert",
      "unmarkierte", "unmarkierten", "ungelabelt", "unbeantwortet", "ungeprüft", "inkorrekt",
      "irrelevant", "ohne label", "ohne box", "ohne markierung", "ohne etikett",
    ]),
    conjunctions: PhraseTable(["und", "oder", "noch", "aber", "sondern", "als"]),
    modals: PhraseTable([
      "muss", "müssen", "soll", "sollen", "sollte", "sollten", "darf nicht", "dürfen nicht",
      "darf nur", "dürfen nur", "darf kein", "darf keine", "dürfen keine", "ist zu", "sind zu",
      "niemals", "immer", "ist erforderlich", "sind erforderlich", "ist erlaubt", "sind erlaubt",
      "ist verboten", "sind verboten", "bitte",
    ]),
    orders: PhraseTable([
      "ergänze", "ergänzen", "füge", "fügen", "passe", "passen sie", "annotiere", "annotieren",
      "beantworte", "beantworten", "wende", "wenden sie", "weise", "weisen sie", "vermeide",
      "vermeiden", "prüfe", "prüfen", "wähle", "wählen", "klassifiziere", "klassifizieren",
      "klicke", "klicken", "kopiere", "kopieren", "korrigiere", "korrigieren", "zähle", "zählen",
      "erstelle", "erstellen", "schneide", "schneiden", "entscheide", "entscheiden", "lösche",
      "löschen", "zeichne", "zeichnen", "achte", "achten", "erweitere", "erweitern", "gib",
      "geben sie", "ignoriere", "ignorieren", "verbinde", "verbinden", "behalte", "behalten",
      "labele", "labeln", "labelst", "lasse", "lass", "lassen", "lies", "lesen sie", "markiere",
      "markieren", "melde", "melden sie", "nimm", "nehmen sie", "notiere", "notieren", "bevorzuge",
      "bevorzugen", "setze", "setzen", "bewerte", "bewerten", "entferne", "entfernen", "trenne",
      "trennen", "überspringe", "überspringen", "teile", "teilen", "transkribiere",
      "transkribieren", "behandle", "behandeln", "tippe", "tippen", "nutze", "nutzen", "verwende",
      "verwenden", "benutze", "benutzen", "schreibe", "schreiben", "umrande", "umranden", "ordne",
      "ordnen",
    ]),
    marking: PhraseTable([]),
    conditions: PhraseTable([
      "wenn", "falls", "sofern", "sobald", "solange", "es sei denn", "außer wenn", "außer bei",
      "andernfalls", "sonst", "im fall", "im falle", "vorausgesetzt",
    ]),
    winning: [
      ">", "schlägt", "hat vorrang vor", "geht vor", "sticht", "gewinnt gegen",
      "hat priorität vor", "hat priorität gegenüber", "kommt vor", "überwiegt",
    ],
    limits: PhraseTable([]),
    fillers: PhraseTable([]),
    comparisons: PhraseTable([
      "mindestens", "höchstens", "mehr als", "weniger als", "größer als", "kleiner als",
      "länger als", "kürzer als", "höher als", "unter", "über", "bis zu", "minimal", "maximal",
      "überschreitet", "unterschreitet", "innerhalb",
    ]),
    doubts: PhraseTable([
      "im zweifel", "im zweifelsfall", "bei zweifeln", "bei unsicherheit", "nicht sicher",
      "unsicher", "nicht erkennbar", "nicht zu erkennen", "unklar",
    ]),
    ranks: PhraseTable([
      "hat vorrang", "haben vorrang", "geht vor", "gehen vor", "bevorzuge", "bevorzugen",
      "vorzugsweise", "die spezifischste", "das spezifischste", "hat priorität",
    ]),
    confusions: PhraseTable([
      "nicht zu verwechseln", "nicht verwechseln", "verwechselt", "unterscheidet sich von",
      "im gegensatz zu", "im unterschied zu", "unterscheiden", "unterscheide",
    ]),
    determiners: PhraseTable([
      "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines",
      "jede", "jeder", "jedes", "jeden", "diese", "dieser", "dieses", "diesen", "alle", "kein",
      "keine", "keinen", "als", "genannt", "genannte", "sogenannte", "sogenannten", "begriff",
    ]),
    example: PhraseTable(["zum beispiel", "z b", "beispiel", "beispielsweise"]),
    knownCapitals: PhraseTable(
      [
        "alle", "aber", "auch", "auf", "aus", "bei", "bis", "das", "den", "der", "die", "ein",
        "eine",
        "es", "für", "gut", "im", "immer", "in", "ist", "ja", "jede", "jeder", "jedes", "kein",
        "keine", "mit", "muss", "nach", "nein", "nicht", "nie", "noch", "nur", "oder", "ohne",
        "sie",
        "sind", "und", "von", "vor", "wenn", "zu", "zwei", "falsch", "ende", "stopp", "stop",
        "siehe",
        "zb", "ggf", "usw", "bzw", "lkw", "pkw", "kfz",
      ] + everywhere),
    finalOrders: PhraseTable([
      "annotieren", "auswählen", "beschriften", "bewerten", "einzeichnen", "entfernen", "ergänzen",
      "ignorieren", "klassifizieren", "labeln", "löschen", "markieren", "melden", "notieren",
      "prüfen", "setzen", "transkribieren", "trennen", "überspringen", "umranden", "verbinden",
      "verwenden", "vermeiden", "wählen", "weglassen", "zeichnen", "zuordnen", "zusammenfassen",
    ]),
    capitalisesNouns: true)
}
