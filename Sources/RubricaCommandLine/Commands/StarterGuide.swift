internal import RubricaSource

/// Which starter somebody needs who does not know their names.
enum StarterGuide {
  /// The starters, and what each is for.
  private static let purposes = [
    ("image-boxes", "rectangles around things in pictures"),
    ("image-classification", "one label or several for each picture"),
    ("keypoints", "named points on things in pictures, such as joints"),
    ("polygons", "outlines of things in pictures"),
    ("rating-scale", "points on a scale for each text"),
    ("text-classification", "one label or several for each text"),
    ("text-spans", "labels for words in a text, and links between them"),
    ("transcription", "what is said in a recording"),
  ]

  /// Tasks that have no starter of their own: the words for it, the starter that is nearest, and what to
  /// change in it.
  private static let others: [(words: String, family: String, change: String)] = [
    (
      "multi label, multi label classification, choices, tags, tagging, checkbox, checkboxes",
      "text-classification",
      "write `kind: choices` in its layer (`image-classification` for pictures)"
    ),
    (
      "classification, choice, category, categories, labels, sentiment, moderation, topic, topics",
      "text-classification", "take `image-classification` for pictures"
    ),
    (
      "ranking, rank, preference, preferences, comparison, comparisons, pairwise, side by side, rlhf",
      "rating-scale",
      "write `kind: ranking` (or `pairwise`) and `candidates: [a, b]` in place of its `points`"
    ),
    (
      "chat, chats, conversation, conversations, dialogue, dialog, llm, messages, email",
      "text-classification",
      "a chat is a text, with a paragraph for each turn (`rating-scale` gives points for a reply)"
    ),
    (
      "video, videos, tracking, track, tracks, movie",
      "image-boxes",
      "write `modality: video`, and add a layer `{id: tracks, kind: track, over: …}` to its boxes"
    ),
    (
      "audio, sound, segments, segment, events, diarization, diarisation",
      "transcription", "write `kind: segment` and `labels` in its layer to mark parts of it"
    ),
    ("speech, asr, transcript, transcribe, captions", "transcription", "it needs no change"),
    (
      "boxes, box, bounding box, bounding boxes, bbox, detection, object detection",
      "image-boxes", "it needs no change"
    ),
    (
      "segmentation, mask, masks, outline, outlines, semantic segmentation, instance segmentation",
      "polygons", "write `kind: mask` in its layer to label pixels"
    ),
    ("line, lines, polyline, lanes", "polygons", "write `kind: polyline` in its layer"),
    ("pose, skeleton, landmarks, points, point", "keypoints", "it needs no change"),
    (
      "lidar, point cloud, 3d, cuboid, cuboids",
      "image-boxes", "write `modality: point-cloud` and `kind: cuboid`"
    ),
    (
      "ner, entity, entities, spans, span, named entity recognition, relations, highlight",
      "text-spans", "it needs no change"
    ),
    (
      "likert, rating, ratings, score, scores, scale, quality, evaluation, review",
      "rating-scale", "it needs no change"
    ),
    ("text, texts, document, documents", "text-classification", "take `text-spans` to mark words"),
    (
      "image, images, picture, pictures, photo, photos",
      "image-classification", "take `image-boxes` to mark things"
    ),
  ]

  /// What to start from, for a word that is the name of no starter.
  static func advice(on word: String, families: [String]) -> String {
    var advice = ""
    if let near = Suggestion.nearest(to: word, among: families) {
      advice = Failure.didYouMean(near)
    } else {
      let key = Self.key(word)
      let other = others.first { row in
        families.contains(row.family)
          && row.words.split(separator: ",").contains { Self.key($0) == key }
      }
      if let other { advice = "Start from `\(other.family)`: \(other.change). " }
    }
    return advice + "Families: " + list(families) + "."
  }

  /// The families, each with what it is for.
  static func list(_ families: [String]) -> String {
    families.map { family -> String in
      let purpose = purposes.first { $0.0 == family }?.1
      return purpose.map { "\(family) (\($0))" } ?? family
    }.joined(separator: ", ")
  }

  private static func key(_ word: some StringProtocol) -> String {
    String(word.lowercased().filter { $0 != " " && $0 != "-" && $0 != "_" && $0 != "\n" })
  }
}
