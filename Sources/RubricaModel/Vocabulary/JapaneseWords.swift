extension ReservedWords {
  static let japanese = ReservedWords(
    language: "ja", name: "Japanese",
    sections: [
      (.labels, ["ラベル", "ラベル一覧"]), (.attributes, ["属性"]), (.relations, ["関係"]),
      (.rules, ["ルール", "規則"]), (.edgeCases, ["エッジケース", "境界事例", "例外的なケース"]),
      (.goodExamples, ["良い例", "よい例"]), (.badExamples, ["悪い例"]),
      (.examples, ["例", "事例"]), (.precedence, ["優先順位"]),
      (.doubt, ["迷ったとき", "迷った場合", "判断に迷ったとき", "判断に迷った場合"]),
      (.steps, ["手順"]), (.selfCheck, ["セルフチェック", "自己チェック"]),
      (.glossary, ["用語集"]), (.questions, ["よくある質問", "FAQ"]), (.changelog, ["変更履歴"]),
      (.warning, ["内容に関する注意", "コンテンツに関する注意"]), (.tool, ["ツール"]),
    ],
    entries: [
      (.good, ["良い例", "よい例"]), (.bad, ["悪い例"]), (.borderline, ["境界例", "微妙な例"]),
      (.example, ["例"]), (.rule, ["ルール", "規則"]),
      (.edgeCase, ["エッジケース", "境界事例", "例外的なケース"]), (.contrast, ["違い", "対比"]),
      (.group, ["グループ"]), (.tool, ["ツール"]),
    ],
    leadIns: [
      (.includes, ["含む", "含むもの"]), (.excludes, ["含まない", "含まないもの", "除く"]),
      (.not, ["混同しない", "混同しないもの", "区別"]), (.condition, ["条件", "もし"]),
      (.action, ["対応", "その場合"]), (.exception, ["ただし", "例外"]),
      (.alternative, ["それ以外の場合", "それ以外", "そうでない場合"]),
      (.reason, ["理由", "なぜなら"]), (.threshold, ["しきい値", "閾値"]),
    ],
    audiences: [(.reviewer, ["レビュー担当者向け"]), (.legal, ["法務向け"])],
    consequences: [
      (.label, ["ラベルを付ける", "ラベルする", "マークする", "アノテーションする"]),
      (.doNotLabel, ["ラベルを付けない", "ラベルしない", "マークしない", "アノテーションしない"]),
      (.ignore, ["無視する", "無視"]), (.escalate, ["相談する", "エスカレーションする", "エスカレーション"]),
      (.review, ["確認する", "確認", "レビュー"]),
    ],
    hasDecimalComma: false,
    conjunctions: ["または", "かつ", "および", "以上", "以下", "未満"], rangeWords: ["から"])
}
