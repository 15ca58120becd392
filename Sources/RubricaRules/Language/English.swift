extension PlainLanguage {
  static let english = PlainLanguage(
    vague: PhraseTable([
      "usually", "generally", "typically", "normally", "often", "sometimes", "occasionally",
      "mostly", "some", "several", "a few", "a lot", "many", "most", "fairly", "relatively",
      "reasonably", "sufficiently", "significantly", "significant", "substantial", "roughly",
      "more or less", "large enough", "small enough", "clear enough", "close enough",
      "if appropriate", "where appropriate", "when appropriate", "as appropriate",
      "if necessary", "when necessary", "where necessary", "as necessary", "if needed",
      "when needed", "as needed", "if possible", "where possible", "when possible",
      "as far as possible", "if reasonable", "if relevant", "where relevant", "etc",
      "and so on", "and the like", "or similar", "and similar",
    ]),
    negations: PhraseTable([
      "not", "never", "no", "none", "nothing", "nobody", "neither", "cannot", "can't", "don't",
      "doesn't", "didn't", "isn't", "aren't", "wasn't", "weren't", "won't", "shouldn't", "mustn't",
      "hasn't", "haven't",
    ]),
    nothings: PhraseTable(["no", "none", "nothing", "nobody", "neither"]),
    secondDenials: PhraseTable([
      "not", "never", "no", "none", "nothing", "nobody", "neither", "cannot", "can't", "don't",
      "doesn't", "didn't", "isn't", "aren't", "wasn't", "weren't", "won't", "shouldn't", "mustn't",
      "hasn't", "haven't",
      "uncommon", "unusual", "unlikely", "unclear", "unlabeled", "unlabelled", "unmarked",
      "unannotated", "untagged", "unnecessary", "unimportant", "unrelated", "unavailable",
      "unchecked", "unanswered", "impossible", "improbable", "insignificant", "irrelevant",
      "invisible", "invalid", "incorrect", "incomplete", "inconsistent", "dissimilar",
    ]),
    conjunctions: PhraseTable(["and", "or", "nor", "but", "than"]),
    modals: PhraseTable([
      "must", "should", "shall", "cannot", "can't", "mustn't", "shouldn't", "need to", "needs to",
      "have to", "has to", "may not", "do not", "don't", "never", "always", "is required",
      "are required", "is allowed", "are allowed", "is not allowed", "are not allowed", "may only",
      "can only", "is to be", "are to be", "ought to",
    ]),
    orders: PhraseTable([
      "add", "adjust", "annotate", "answer", "apply", "ask", "assign", "avoid", "box", "check",
      "choose", "classify", "click", "combine", "consider", "copy", "correct", "count", "cover",
      "create", "cut", "decide", "delete", "draw", "ensure", "exclude", "expand", "extend", "fill",
      "flag", "follow", "give", "ignore", "include", "join", "keep", "label", "leave", "link",
      "look", "make", "mark", "merge", "move", "omit", "pick", "place", "prefer", "put", "rate",
      "read", "record", "remove", "report", "review", "select", "separate", "set", "skip", "split",
      "start", "stop", "tag", "take", "transcribe", "treat", "type", "use", "verify", "write",
    ]),
    marking: PhraseTable([
      "annotate", "label", "mark", "draw", "box", "tag", "transcribe", "include",
    ]),
    conditions: PhraseTable([
      "if", "when", "whenever", "unless", "in case", "as long as", "provided that", "only if",
      "in the case of", "where there is", "where there are", "otherwise", "except when",
      "except if",
    ]),
    winning: [
      ">", "wins over", "win over", "beats", "takes precedence over", "take precedence over",
      "has precedence over", "overrides", "outranks", "goes before", "comes before",
      "is preferred over", "is preferred to", "has priority over", "takes priority over",
    ],
    limits: PhraseTable([
      "if", "when", "whenever", "unless", "only", "except", "but", "where", "while", "that",
      "which",
      "whose", "without", "otherwise", "instead", "twice", "again", "yet", "until", "before",
      "after",
      "separately", "individually", "also",
    ]),
    fillers: PhraseTable([
      "a", "an", "the", "any", "all", "every", "each", "such", "these", "those", "this", "that",
      "also", "always",
    ]),
    comparisons: PhraseTable([
      "at least", "at most", "more than", "less than", "fewer than", "greater than", "larger than",
      "smaller than", "below", "above", "under", "over", "no more than", "up to", "minimum",
      "maximum", "exceeds", "within", "wider than", "higher than", "shorter than", "longer than",
    ]),
    doubts: PhraseTable([
      "in doubt", "if unsure", "when unsure", "not sure", "if uncertain", "when uncertain",
      "cannot tell", "can't tell", "cannot decide", "can't decide", "unclear",
    ]),
    ranks: PhraseTable([
      "takes precedence", "take precedence", "takes priority", "has priority", "wins over",
      "in preference to", "prefer", "the most specific", "the most severe", "priority over",
    ]),
    confusions: PhraseTable([
      "not to be confused", "do not confuse", "don't confuse", "confused with", "differs from",
      "in contrast to", "as opposed to", "distinguish between", "distinguish",
    ]),
    determiners: PhraseTable([
      "a", "an", "the", "any", "all", "every", "each", "such", "these", "those", "this", "that",
      "no",
      "its", "called", "named", "as", "of", "term",
    ]),
    example: PhraseTable(["for example", "for instance", "in this example", "example"]),
    knownCapitals: PhraseTable(
      [
        // Stressed words.
        "a", "i", "all", "also", "always", "and", "any", "are", "as", "at", "be", "best", "both",
        "but", "by",
        "can", "do", "does", "don't", "each", "every", "first", "for", "from", "good", "bad", "has",
        "have", "if",
        "in", "is", "it", "last", "least", "less", "more", "most", "must", "never", "new", "no",
        "none", "not",
        "note", "of", "off", "ok", "on", "one", "only", "or", "other", "out", "same", "should",
        "stop", "than",
        "that", "the", "then", "they", "this", "to", "two", "unless", "up", "use", "very", "was",
        "what", "when",
        "where", "will", "with", "yes", "you", "your", "wrong", "right", "left", "tip", "step",
        "todo", "tbd",
        "end", "start", "per", "vs", "nor", "see", "add", "faq",
      ] + everywhere))

  /// What stands in capitals in any language, and everybody knows.
  static let everywhere = [
    "am", "pm", "id", "ids", "url", "urls", "pdf", "html", "xml", "json", "yaml", "csv", "png",
    "jpg", "jpeg", "gif", "svg", "utf", "ascii", "api", "ui", "gui", "usa", "us", "uk", "eu", "un",
    "tv", "dvd", "cd", "gps", "led", "atm", "pc", "sms", "www", "http", "https", "usb", "wifi",
    "vip", "diy", "asap", "iou", "km", "cm", "mm", "px", "kg", "hz", "ai", "ml", "mp3", "mp4", "2d",
    "3d", "ok", "todo", "tbd", "faq",
  ]
}
