internal import RubricaModel

extension MarkWords {
  static let german = MarkWords(
    from: { "von \($0) s bis \($1) s" },
    frames: { $0 == $1 ? "Bild \($0)" : "Bilder \($0) bis \($1)" },
    hiddenFrom: { "ab Bild \($0) verdeckt" },
    size: { "\($0) m lang, \($1) m breit, \($2) m hoch" },
    turned: { "um \($0)° gedreht" },
    better: { "\($0) ist besser" },
    equallyGood: "gleich gut", alone: "nichts sonst", candidates: "Zum Vergleich",
    candidateCount: { least, most in
      most.map { $0 == least ? "\(least) Kandidaten" : "\(least) bis \($0) Kandidaten" }
        ?? "\(least) oder mehr Kandidaten"
    },
    ties: "zwei dürfen gleich gut sein", noTies: "kein Gleichstand",
    over: { "Zu den Marken in \u{201E}\($0)\u{201C}" },
    fromAbove: { "Von oben gesehen; ein Feld des Gitters ist \($0) m breit." },
    frame: "Koordinaten", frameRate: { "\($0) Bilder in der Sekunde" },
    acrossItems: "auch über Objekte hinweg",
    atOnePoint: "an einem Punkt jedes Objekts antworten",
    escapesAreLabels:
      "Diese Antworten sind auch Labels. Betrifft eine das Ganze, markieren Sie das Ganze.",
    preAnnotation: { mode, maker in
      let by = maker.map { " (\($0))" } ?? ""
      return switch mode {
      case .none: nil
      case .suggest: "Sie sehen Vorschläge\(by). Antworten Sie selbst; sie können falsch sein."
      case .verify: "Es gibt schon Antworten\(by). Sagen Sie von jeder, ob sie stimmt."
      case .correct: "Es gibt schon Antworten\(by). Berichtigen Sie sie, bis sie stimmen."
      }
    })

  static let french = MarkWords(
    from: { "de \($0) s à \($1) s" },
    frames: { $0 == $1 ? "image \($0)" : "images \($0) à \($1)" },
    hiddenFrom: { "caché à partir de l\u{2019}image \($0)" },
    size: { "\($0) m de long, \($1) m de large, \($2) m de haut" },
    turned: { "tourné de \($0)°" },
    better: { "\($0) est meilleur" },
    equallyGood: "à égalité", alone: "rien d\u{2019}autre", candidates: "À comparer",
    candidateCount: { least, most in
      most.map { $0 == least ? "\(least) candidats" : "\(least) à \($0) candidats" }
        ?? "\(least) candidats ou plus"
    },
    ties: "deux peuvent être à égalité", noTies: "pas d\u{2019}égalité",
    over: { "Des marques de «\u{A0}\($0)\u{A0}»" },
    fromAbove: { "Vu d\u{2019}en haut\u{A0}; un carreau de la grille fait \($0) m." },
    frame: "Coordonnées", frameRate: { "\($0) images par seconde" },
    acrossItems: "aussi d\u{2019}un élément à l\u{2019}autre",
    atOnePoint: "répondre à un seul point de chaque objet",
    escapesAreLabels:
      "Ces réponses sont aussi des étiquettes. Si l’une concerne le tout, marquez le tout.",
    preAnnotation: { mode, maker in
      let by = maker.map { " (\($0))" } ?? ""
      return switch mode {
      case .none: nil
      case .suggest:
        "Vous voyez des propositions\(by). Donnez votre réponse\u{A0}; elles peuvent être fausses."
      case .verify: "Il y a déjà des réponses\(by). Dites de chacune si elle est juste."
      case .correct:
        "Il y a déjà des réponses\(by). Corrigez-les jusqu\u{2019}à ce qu\u{2019}elles soient justes."
      }
    })

  static let spanish = MarkWords(
    from: { "de \($0) s a \($1) s" },
    frames: { $0 == $1 ? "fotograma \($0)" : "fotogramas \($0) a \($1)" },
    hiddenFrom: { "oculto desde el fotograma \($0)" },
    size: { "\($0) m de largo, \($1) m de ancho, \($2) m de alto" },
    turned: { "girado \($0)°" },
    better: { "\($0) es mejor" },
    equallyGood: "igual de buenos", alone: "nada más", candidates: "Para comparar",
    candidateCount: { least, most in
      most.map { $0 == least ? "\(least) candidatos" : "de \(least) a \($0) candidatos" }
        ?? "\(least) candidatos o más"
    },
    ties: "dos pueden ser igual de buenos", noTies: "sin empates",
    over: { "De las marcas de «\($0)»" },
    fromAbove: { "Visto desde arriba; un cuadro de la cuadrícula mide \($0) m." },
    frame: "Coordenadas", frameRate: { "\($0) fotogramas por segundo" },
    acrossItems: "también entre elementos",
    atOnePoint: "responder en un punto de cada objeto",
    escapesAreLabels:
      "Estas respuestas también son etiquetas. Si una afecta a todo, márquelo todo.",
    preAnnotation: { mode, maker in
      let by = maker.map { " (\($0))" } ?? ""
      return switch mode {
      case .none: nil
      case .suggest: "Verá sugerencias\(by). Dé su propia respuesta; pueden estar equivocadas."
      case .verify: "Ya hay respuestas\(by). Diga de cada una si es correcta."
      case .correct: "Ya hay respuestas\(by). Corríjalas hasta que sean correctas."
      }
    })

  static let japanese = MarkWords(
    from: { "\($0)秒から\($1)秒" },
    frames: { $0 == $1 ? "フレーム\($0)" : "フレーム\($0)から\($1)" },
    hiddenFrom: { "フレーム\($0)から隠れています" },
    size: { "長さ\($0) m、幅\($1) m、高さ\($2) m" },
    turned: { "\($0)°回転" },
    better: { "\($0)のほうが良い" },
    equallyGood: "同じくらい良い", alone: "ほかになし", candidates: "比べるもの",
    candidateCount: { least, most in
      most.map { $0 == least ? "候補\(least)個" : "候補\(least)〜\($0)個" } ?? "候補\(least)個以上"
    },
    ties: "同順位があってもよい", noTies: "同順位なし",
    over: { "「\($0)」のマークについて" },
    fromAbove: { "上から見た図。格子の1マスは\($0) mです。" },
    frame: "座標", frameRate: { "毎秒\($0)フレーム" },
    acrossItems: "アイテムをまたいでもよい",
    atOnePoint: "対象ごとに1点で回答",
    escapesAreLabels:
      "これらの回答もラベルです。全体に当てはまる場合は、全体に印を付けてください。",
    preAnnotation: { mode, maker in
      let by = maker.map { "（\($0)）" } ?? ""
      return switch mode {
      case .none: nil
      case .suggest: "候補となる答え\(by)が表示されます。誤りもあるので、自分で答えてください。"
      case .verify: "すでに答え\(by)があります。それぞれが正しいかどうかを答えてください。"
      case .correct: "すでに答え\(by)があります。正しくなるまで直してください。"
      }
    })
}
