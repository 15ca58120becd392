extension PlainLanguage {
  /// Japanese denies and orders at the end of the verb, and has no blanks: phrases are found
  /// wherever their characters stand.
  static let japanese = PlainLanguage(
    vague: PhraseTable([
      "通常", "普通は", "一般的に", "一般に", "多くの場合", "大抵", "たいてい", "ほとんど", "しばしば",
      "時々", "ときどき", "場合によって", "いくつか", "多少", "ある程度", "比較的", "かなり", "十分に",
      "十分な", "適宜", "必要に応じて", "必要であれば", "必要なら", "できるだけ", "できる限り",
      "可能な限り", "可能であれば", "可能なら", "なるべく", "およそ", "おおよそ", "だいたい", "など",
    ]),
    negations: PhraseTable([]), nothings: PhraseTable([]), secondDenials: PhraseTable([]),
    conjunctions: PhraseTable([]),
    modals: PhraseTable([
      "なければならない", "なければなりません", "なければいけません", "べき", "必要がある", "必要があります",
      "てはならない", "てはなりません", "てはいけない", "てはいけません", "ではならない", "てください",
      "でください", "必ず", "決して", "常に",
    ]),
    orders: PhraseTable([]), marking: PhraseTable([]),
    conditions: PhraseTable([
      "場合", "とき", "であれば", "あれば", "ならば", "もし", "限り", "除き",
    ]),
    winning: ["は", "が"],
    limits: PhraseTable([]), fillers: PhraseTable([]),
    comparisons: PhraseTable([
      "以上", "以下", "未満", "より大き", "より小さ", "より多", "より少な", "を超え", "超える", "最大",
      "最小", "少なくとも", "以内",
    ]),
    doubts: PhraseTable([
      "迷った", "迷う", "判断できない", "判断に迷", "判別できない", "分からない", "わからない",
      "はっきりしない", "不明な場合",
    ]),
    ranks: PhraseTable(["優先", "より先に", "最も具体的", "最も重大"]),
    confusions: PhraseTable([
      "混同しない", "混同し", "区別する", "区別し", "と異なり", "とは違い", "と違って",
    ]),
    determiners: PhraseTable([]),
    example: PhraseTable(["例えば", "たとえば", "例として"]),
    knownCapitals: PhraseTable(
      everywhere + ["stop", "yes", "no", "good", "bad", "and", "or", "not"]),
    doubleNegatives: PhraseTable([
      "ないわけではない", "ないわけではありません", "ないことはない", "ないことはありません",
      "なくはない", "なくもない", "ないとは限らない", "ないとは限りません", "ないものはない",
      "ないとは言えない", "ないとはいえない",
    ]),
    finalOrders: PhraseTable([
      "ラベルする", "付ける", "付けます", "付けない", "付けません", "つける", "つけます", "つけない",
      "つけません", "描く", "描きます", "描かない", "描きません", "囲む", "囲みます", "囲まない",
      "囲みません", "選ぶ", "選びます", "選ばない", "選択する", "選択します", "選択しない", "使う",
      "使います", "使わない", "使用する", "使用します", "使用しない", "無視する", "無視します",
      "除外する", "除外します", "含める", "含めます", "含めない", "含めません", "入力する",
      "入力します", "記入する", "記入します", "確認する", "確認します", "削除する", "削除します",
      "分割する", "分割します", "書き起こす", "書き起こします", "とする", "とします", "しないこと",
      "すること",
    ]),
    winningAfter: ["より優先", "に優先", "より先", "に勝"],
    charactersPerWord: 3)
}
