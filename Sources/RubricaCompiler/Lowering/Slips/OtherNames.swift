internal import RubricaModel
internal import RubricaSource

/// What people call the values of an enumeration, and what each value means: who has never seen the list
/// finds what to write.
struct OtherNames: Sendable {
  /// Words, parted by commas, and the values that they may mean.
  private struct Row: Sendable {
    let values: [String]
    let words: String

    init(_ values: [String], _ words: String) {
      self.values = values
      self.words = words
    }
  }

  /// What all of them are: "a kind of layer".
  private let what: String
  private let meanings: [(value: String, means: String)]
  /// The values by their other names.
  private let values: [String: [String]]

  private init(_ what: String, _ meanings: [(value: String, means: String)], _ rows: [Row]) {
    self.what = what
    self.meanings = meanings
    var values: [String: [String]] = [:]
    for row in rows {
      for word in row.words.split(separator: ",") {
        let key = Self.key(String(word))
        if values[key] == nil { values[key] = row.values }
      }
    }
    self.values = values
  }

  /// Without letter case, blanks and hyphens.
  private static func key(_ word: String) -> String {
    String(word.lowercased().filter { $0 != " " && $0 != "-" && $0 != "_" })
  }

  /// What is wrong with a value that is none of them.
  func problem(_ node: DataNode) -> Problem {
    let word = node.text?.value ?? ""
    let key = Self.key(word)
    let known = meanings.map(\.value)
    let singular =
      (key.hasSuffix("s") ? values[String(key.dropLast())] : nil)
      ?? (key.hasSuffix("es") ? values[String(key.dropLast(2))] : nil)
    let near = Suggestion.nearest(to: word, among: known).map { [$0] }
    let meant = Suggestion.same(as: word, among: known).map { [$0] } ?? values[key] ?? singular
    let found = meant ?? near ?? []
    let help =
      switch found.count {
      case 0: "write \(list(of: known))"
      case 1: "did you mean `\(found[0])`\(explanation(found[0]))?"
      default: "write \(list(of: found))"
      }
    return Problem(
      .wrongValue(
        expected: what, found: node.description, suggestion: found.count == 1 ? found[0] : nil,
        help: help), at: node.span)
  }

  private func means(_ value: String) -> String {
    meanings.first { $0.value == value }?.means ?? ""
  }

  private func explanation(_ value: String) -> String { " (\(means(value)))" }

  /// "`choice` (one label for the item) or `choices` (several)".
  private func list(of values: [String]) -> String {
    let all = values.map { "`\($0)`\(explanation($0))" }
    guard let last = all.last, all.count > 1 else { return all.first ?? what }
    return all.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension OtherNames {
  static let layerKinds = OtherNames(
    "a kind of layer",
    [
      ("choice", "one label for the item"),
      ("choices", "several labels for the item"),
      ("scale", "a point on a scale"),
      ("ranking", "candidates put in order"),
      ("pairwise", "the better of two candidates"),
      ("box", "rectangles on a picture"),
      ("polygon", "outlines on a picture"),
      ("polyline", "lines on a picture"),
      ("keypoints", "named points on a picture"),
      ("mask", "pixels of a picture"),
      ("cuboid", "boxes in space"),
      ("track", "things followed through a video"),
      ("identity", "marks that show the same thing"),
      ("span", "parts of a text"),
      ("segment", "parts of a recording"),
      ("relation", "links between marks"),
      ("text", "words that annotators write"),
    ],
    [
      Row(
        ["choice"],
        """
        single choice, single select, single label, multiclass, radio, radio button, \
        dropdown, select, binary, yes no, boolean, sentiment, Einfachauswahl, \
        Auswahl, choix unique, opción única, 単一選択
        """),
      Row(
        ["choices"],
        """
        multi label, multi label classification, multi select, multi choice, \
        checkbox, check list, tagging, Mehrfachauswahl, choix multiples, opciones, \
        複数選択
        """),
      Row(
        ["choice", "choices"],
        """
        multiple choice, classification, classify, category, categories, class, \
        classes, label, tag, choix multiple, opción múltiple, Klassifikation, \
        Klassifizierung, clasificación, 分類
        """),
      Row(
        ["scale"],
        """
        likert, likert scale, rating, rating scale, score, star, star rating, slider, \
        severity, Skala, Bewertung, échelle, escala, puntuación, 評価, 尺度
        """),
      Row(
        ["ranking"],
        """
        rank, order, ordering, sort, sorting, Rangfolge, Rangliste, classement, \
        clasificación ordenada, orden, 順位
        """),
      Row(
        ["pairwise"],
        """
        comparison, compare, pair, pairwise comparison, preference, side by side, \
        ab test, Vergleich, Paarvergleich, comparaison, comparación, 比較
        """),
      Row(
        ["box"],
        """
        bounding box, bounding boxes, bbox, bboxes, rectangle, rect, detection, \
        object detection, 2d box, Rahmen, Rechteck, boîte, cadre, caja, recuadro, 矩形
        """),
      Row(
        ["polygon"],
        """
        outline, contour, Umriss, Vieleck, polygone, polígono, 多角形
        """),
      Row(
        ["polygon", "mask"],
        """
        instance segmentation, shape
        """),
      Row(
        ["mask", "polygon"],
        """
        segmentation, image segmentation, Segmentierung
        """),
      Row(
        ["mask"],
        """
        semantic segmentation, panoptic segmentation, pixel mask, bitmap, brush, \
        Maske, masque, máscara, マスク
        """),
      Row(
        ["polyline"],
        """
        line, line string, lane, Linie, ligne, línea, 線
        """),
      Row(
        ["keypoints"],
        """
        point, pose, skeleton, landmark, Punkte, points clés, puntos, キーポイント
        """),
      Row(
        ["cuboid"],
        """
        3d box, box 3d, 3d bounding box, bounding box 3d, Quader, cuboïde, cuboide
        """),
      Row(
        ["track"],
        """
        tracking, object tracking, trajectory, Spur, suivi, seguimiento, 追跡
        """),
      Row(
        ["identity"],
        """
        re identification, reid, coreference, coref, same as, cluster
        """),
      Row(
        ["span"],
        """
        ner, named entity, named entities, named entity recognition, entity, \
        entities, highlight, text span, token classification, sequence labeling, \
        sequence labelling, phrase, Entität, entité, entidad, 固有表現
        """),
      Row(
        ["segment"],
        """
        time segment, time span, time range, interval, event, audio segment, \
        diarization, diarisation, speaker turn, Abschnitt, intervalle, intervalo, 区間
        """),
      Row(
        ["relation"],
        """
        link, edge, arrow, dependency, relation extraction, Beziehung, relación, 関係
        """),
      Row(
        ["text"],
        """
        free text, text area, text input, transcription, transcript, comment, input, \
        string, open question, caption, translation, summary, Freitext, \
        Transkription, texte, texte libre, texto, 自由記述
        """),
    ])

  static let modalities = OtherNames(
    "what the items are",
    [
      ("image", "pictures"),
      ("text", "documents, messages and conversations"),
      ("audio", "recordings of sound"),
      ("video", "moving pictures"),
      ("point-cloud", "points in space, as a lidar has them"),
    ],
    [
      Row(
        ["image"],
        """
        picture, photo, photograph, img, frame, scan, pdf page, Bild, Bilder, Foto, \
        imagen, imágenes, 画像, 写真
        """),
      Row(
        ["text"],
        """
        document, conversation, chat, dialogue, dialog, message, txt, email, tweet, \
        review, article, Dokument, Gespräch, texte, conversation, texto, documento, \
        conversación, テキスト, 文章, 会話
        """),
      Row(
        ["audio"],
        """
        sound, speech, voice, recording, call, podcast, music, Ton, Sprache, \
        Aufnahme, son, parole, sonido, voz, 音声
        """),
      Row(
        ["video"],
        """
        movie, film, clip, videos, vidéo, vídeo, 動画, 映像
        """),
      Row(
        ["point-cloud"],
        """
        lidar, 3d, pcd, laser scan, Punktwolke, nuage de points, nube de puntos, 点群
        """),
    ])

  static let attributeTypes = OtherNames(
    "a type of attribute",
    [
      ("enum", "one of a list of values"),
      ("boolean", "yes or no"),
      ("number", "a number"),
      ("text", "words"),
      ("reference", "another mark, or an entry of a list elsewhere"),
    ],
    [
      Row(
        ["enum"],
        """
        enumeration, choice, select, single choice, dropdown, list, category, radio, \
        Auswahl, Liste, choix, liste, opción, lista, 選択
        """),
      Row(
        ["boolean"],
        """
        bool, yes no, flag, checkbox, true false, ja nein, oui non, sí no, 真偽
        """),
      Row(
        ["number"],
        """
        integer, int, float, double, decimal, numeric, count, Zahl, nombre, número, \
        数値
        """),
      Row(
        ["text"],
        """
        string, free text, comment, words, Freitext, texte, texto, 文字列
        """),
      Row(
        ["reference"],
        """
        ref, link, id, mark, Verweis, référence, referencia, 参照
        """),
    ])
}
