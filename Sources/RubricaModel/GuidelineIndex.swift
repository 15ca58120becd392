internal import RubricaSource

/// Look-ups by id, made once a guideline, so that no check or target searches a list for each entry
/// of another. Shared, not copied: the guideline in it has many parts.
package final class GuidelineIndex: Sendable {
  package let guideline: Guideline
  /// The reserved words of the guideline's language.
  package let vocabulary: Vocabulary
  private let labelPlaces: FirstPlaces
  private let layerPlaces: FirstPlaces
  private let anchorPlaces: FirstPlaces
  private let mediaPlaces: FirstPlaces
  private let escapePlaces: FirstPlaces
  /// Every label that a layer takes, and for each of them the layers, in their order.
  private let takenLabels: FirstPlaces
  private let layersOfTaken: [[Int]]
  /// Labels that stand for many texts.
  private let formedLabels: [Int]
  private let slotValues = MadeOnce<[SlotValues]>()
  private let found = MadeOnce<Traces>()
  private let text = MadeOnce<AnnotatorText>()
  private let given = MadeOnce<[GivenLabel]>()
  private let givenAnswers = MadeOnce<[GivenAnswer]>()
  private let patternSamples = MadeOnce<PatternSamples>()
  private let labelSigns = MadeOnce<LabelSigns>()
  private let namesOfAnswers = MadeOnce<Set<String>>()
  private let undeclared = MadeOnce<Set<String>>()
  private let branches = MadeOnce<LabelBranches>()
  private let paths = MadeOnce<LabelPaths>()

  package init(_ guideline: Guideline) {
    self.guideline = guideline
    vocabulary = Vocabulary(language: guideline.language.value)
    labelPlaces = FirstPlaces(guideline.labels.map { $0.id.value })
    layerPlaces = FirstPlaces(guideline.layers.map { $0.id.value })
    anchorPlaces = FirstPlaces(guideline.anchors.map { $0.id.value })
    mediaPlaces = FirstPlaces(guideline.media.map { $0.path })
    escapePlaces = FirstPlaces(guideline.escapes.map { $0.id.value })
    formedLabels = guideline.labels.indices.filter { guideline.labels[$0].form != nil }
    var taken = FirstPlaces()
    var layers: [[Int]] = []
    for place in guideline.layers.indices {
      for label in guideline.layers[place].labels {
        if let known = taken[label.value] {
          if layers[known].last != place { layers[known].append(place) }
        } else {
          taken.append(label.value)
          layers.append([place])
        }
      }
    }
    takenLabels = taken
    layersOfTaken = layers
  }

  package func hasLabel(_ id: String) -> Bool { labelPlace(id) != nil }
  package func hasLayer(_ id: String) -> Bool { layerPlaces[id] != nil }

  /// Where a layer stands in the guideline.
  package func layerPlace(_ id: String) -> Int? { layerPlaces[id] }

  /// Where the layers that take a label stand in the guideline.
  package func layerPlaces(taking label: String) -> [Int] {
    takenLabels[declaredID(label)].map { layersOfTaken[$0] } ?? []
  }

  /// The label with an id, or the one that stands for a text like it.
  package func label(_ id: String) -> Label? {
    guard let place = labelPlace(id) else { return nil }
    return guideline.labels[place]
  }

  /// Where the label stands in the list of labels.
  package func labelPlace(_ text: String) -> Int? {
    if let place = labelPlaces[text] { return place }
    if formedLabels.isEmpty { return nil }
    let slots = slotValues.value {
      formedLabels.map { SlotValues(guideline.labels[$0].form?.composition) }
    }
    for (number, place) in formedLabels.enumerated() {
      if slots[number].make(text) || guideline.labels[place].form?.matches(text) ?? false {
        return place
      }
    }
    return nil
  }

  /// Where the label stands that is declared under just this id.
  package func declaredPlace(_ id: String) -> Int? { labelPlaces[id] }

  /// The colours and keys of the labels, chosen the first time that somebody asks.
  var signs: LabelSigns {
    labelSigns.value {
      LabelSigns(guideline.labels) { labelPlaces[guideline.labels[$0].id.value] == $0 }
    }
  }

  /// The words in the names of labels and of values of attributes, in small letters; gathered the first time
  /// that somebody asks.
  package var answerWords: Set<String> {
    namesOfAnswers.value {
      var words: Set<String> = []
      func add(_ name: String) {
        for word in name.lowercased().split(whereSeparator: { !$0.isLetter }) {
          words.insert(String(word))
        }
      }
      for label in guideline.labels {
        add(label.id.value)
        add(label.name.value)
      }
      for layer in guideline.layers {
        for attribute in layer.attributes {
          for value in attribute.values { add(value.id.value) }
        }
      }
      return words
    }
  }

  /// The id under which a label is declared that is given with this text.
  package func declaredID(_ text: String) -> String {
    if formedLabels.isEmpty { return text }
    return label(text)?.id.value ?? text
  }

  /// What can be found in the bytes of the files; gathered the first time that somebody asks.
  package var traces: Traces {
    found.value {
      var traces: Traces = []
      for file in guideline.sources.files { traces.formUnion(Traces(in: file.bytes)) }
      return traces
    }
  }

  /// The text that annotators read, cut into words the first time that somebody asks.
  package var annotatorText: AnnotatorText { text.value { Self.read(guideline) } }

  /// Texts that have the patterns, gathered the first time that somebody asks.
  var samples: PatternSamples { patternSamples.value { PatternSamples(self) } }

  /// Every label given in the examples, in the order of writing; gathered the first time that somebody
  /// asks.
  package var givenLabels: [GivenLabel] {
    given.value {
      var made: [GivenLabel] = []
      for place in guideline.examples.indices {
        forEachGivenLabel(in: guideline.examples[place]) { made.append($0) }
      }
      return made
    }
  }

  /// Every answer of a layer that exists, in the order of writing; gathered the first time that somebody asks.
  package var answers: [GivenAnswer] {
    givenAnswers.value {
      var made: [GivenAnswer] = []
      for place in guideline.examples.indices {
        for answer in guideline.examples[place].expected?.answers ?? [] {
          guard let layer = layerPlace(answer.layer.value) else { continue }
          made.append(GivenAnswer(examplePlace: place, layerPlace: layer, answer: answer))
        }
      }
      return made
    }
  }

  package func layer(_ id: String) -> Layer? {
    guard let place = layerPlaces[id] else { return nil }
    return guideline.layers[place]
  }

  package func hasAnchor(_ id: String) -> Bool { anchorPlaces[id] != nil }
  package func anchor(_ id: String) -> Anchor? { anchorPlaces[id].map { guideline.anchors[$0] } }
  package func media(_ path: String) -> Media? { mediaPlaces[path].map { guideline.media[$0] } }
  package func escape(_ id: String) -> Escape? { escapePlaces[id].map { guideline.escapes[$0] } }

  /// The escape answer that a mark of a layer has in place of a label: what it marks is not to be used.
  package func ignoredPart(_ label: String, in layer: Layer) -> Escape? {
    guard let escape = escape(label), escape.isLabel(in: layer),
      !self.layer(layer, takes: label)
    else { return nil }
    return escape
  }

  /// Where the layer of a mark in a text stands: the first one for spans that takes its label.
  package func spanLayerPlace(ofMark label: String) -> Int? {
    if let place = layerPlaces(taking: label).first(where: {
      guideline.layers[$0].kind.value == .span
    }) {
      return place
    }
    guard escape(label) != nil else { return nil }
    return guideline.layers.indices.first {
      guideline.layers[$0].kind.value == .span
        && ignoredPart(label, in: guideline.layers[$0]) != nil
    }
  }

  /// Whether a layer takes a label.
  package func layer(_ layer: Layer, takes label: String) -> Bool {
    layerPlaces(taking: label).contains { guideline.layers[$0].id.value == layer.id.value }
  }

  /// Names that layers list and that no label has; gathered the first time that somebody asks.
  package var undeclaredLabels: Set<String> {
    undeclared.value {
      var names: Set<String> = []
      for layer in guideline.layers {
        for label in layer.labels where !hasLabel(label.value) { names.insert(label.value) }
      }
      return names
    }
  }

  /// The labels that a wildcard means, by what stands before its dot.
  package func labels(below root: String) -> [Label] {
    let known = branches.value { LabelBranches(guideline) }
    return known[root].map { guideline.labels[$0] }
  }

  /// What labels that annotators see under one name are told apart by; looked for the first time that
  /// somebody asks.
  package var labelPaths: LabelPaths {
    paths.value {
      LabelPaths(of: guideline.labels.filter { $0.audience.isForAnnotators }, in: self)
    }
  }

  package func isInAnyLayer(_ label: String) -> Bool { takenLabels[label] != nil }

  package func layers(taking label: String) -> [Layer] {
    layerPlaces(taking: label).map { guideline.layers[$0] }
  }
}
