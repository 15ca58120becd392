package import RubricaSource

/// What stands in the files of a guideline and could not be read. Each such place has a problem of its
/// own; nobody may take what stands there for missing.
package struct Unread: Sendable {
  /// The front matter, the labels or the body: then nothing else was looked at.
  package var isAll = false
  /// The layers as a whole, or one whose id is unknown.
  package var layers = false
  /// Layers that could not be read, by their ids.
  package var layerIDs: Set<String> = []
  /// Attributes that could not be read, by their ids.
  package var attributes: Set<String> = []
  package var modality = false
  package var governance = false
  /// Examples whose record could not be read, by their ids.
  package var records: Set<String> = []
  /// Layers whose answer could not be read, or not all of it, by the ids of the examples.
  package var answers: [String: Set<String>] = [:]
  /// Files that are there, by the paths of those that are not and were perhaps meant for them.
  package var nearFiles: [String: String] = [:]
  /// Translations, or the folder of all of them: where their problems are.
  package var translations: [Span] = []

  package init() {}

  /// Whether there may be a layer of this name, for all that could be read.
  package func mayHold(layer: String) -> Bool { layers || layerIDs.contains(layer) }

  /// Whether labels may be in a layer, for all that could be read.
  package var mayHoldLayers: Bool { layers || !layerIDs.isEmpty }

  package func holdsAnswer(of layer: String, in example: String) -> Bool {
    answers[example]?.contains(layer) ?? false
  }

  /// Whether a record, or a part of one, could not be read.
  package func holdsRecord(of example: String) -> Bool {
    records.contains(example) || answers[example] != nil
  }

  /// Whether this file is a translation that could not be read.
  package func holdsTranslation(_ source: SourceID) -> Bool {
    translations.contains { $0.source == source }
  }

  /// Adds what could not be read of the guideline that this one extends.
  package mutating func add(_ base: Unread) {
    isAll = isAll || base.isAll
    layers = layers || base.layers
    layerIDs.formUnion(base.layerIDs)
    attributes.formUnion(base.attributes)
    modality = modality || base.modality
    records.formUnion(base.records)
    nearFiles.merge(base.nearFiles) { own, _ in own }
    answers.merge(base.answers) { $0.union($1) }
  }
}
