package import RubricaSource

/// An item with the answer it should get, or must not get.
package typealias Example = Shared<ExampleFields>

package struct ExampleFields: Sendable {
  /// Unique in the guideline: the explicit id, else the slug of the title, else `example-N`.
  package var id: String
  package var role: ExampleRole
  package var title: Prose?
  package var input: ExampleInput?
  /// What is compared, in order of writing: the input is then what all of them answer to.
  package var candidates: [CandidateText] = []
  package var expected: ExpectedRecord?
  package var reason: Prose?
  /// Everything else in the entry, in order.
  package var content: [Block]
  /// How many blocks of the content stand above the input, where their places do not say it.
  package var fixedContentBeforeInput: Int?
  /// The label under whose heading it stands.
  package var label: String?
  /// What kind of content it shows that may distress.
  package var warning: Located<String>?
  /// The ids of labels, rules and edge cases that it links to.
  package var illustrates: [Located<String>] = []
  package var audience: Audience
  /// Language tag of the input, where it is not that of the other items: `{lang=de}`.
  package var language: Located<String>?
  /// The heading, or the item of a list.
  package var span: Span
}

extension Example {
  package init(
    id: String, role: ExampleRole, title: Prose?, content: [Block], label: String?,
    audience: Audience, span: Span
  ) {
    self.init(
      ExampleFields(
        id: id, role: role, title: title, content: content, label: label, audience: audience,
        span: span))
  }
}

/// What an example shows.
package enum ExampleRole: String, Sendable { case good, bad, borderline }

/// The item itself.
package enum ExampleInput: Sendable {
  /// A picture or recording: its path as written, and the words that stand for it.
  case media(path: Located<String>, alternative: String)
  case text(ExampleText)
}

/// What one candidate of a ranking or comparison says.
package struct CandidateText: Sendable {
  package var candidate: Located<String>
  package var text: String
  package var span: Span

  package init(candidate: Located<String>, text: String, span: Span) {
    self.candidate = candidate
    self.text = text
    self.span = span
  }
}

/// The text of an example, without the marks.
package struct ExampleText: Sendable {
  /// The text that an annotator gets.
  package var text: String
  /// The marks in the author's notation, in order of their start; ranges are Unicode scalars of `text`.
  package var marks: [SpanMark] = []
  package var relations: [RelationMark] = []
  package var span: Span

  package init(text: String, span: Span) {
    self.text = text
    self.span = span
  }
}

/// What the layers should (or, in a bad example, must not) say.
package struct ExpectedRecord: Sendable {
  /// One entry a layer that is answered, in order of writing.
  package var answers: [LayerAnswer]
  /// `none` or an escape answer for the whole record.
  package var whole: Located<String>?
  package var span: Span

  package init(answers: [LayerAnswer], whole: Located<String>?, span: Span) {
    self.answers = answers
    self.whole = whole
    self.span = span
  }
}

/// The answer of one layer.
package struct LayerAnswer: Sendable {
  package var layer: Located<String>
  package var value: Value
  package var span: Span

  package enum Value: Sendable {
    /// Of a choice (one) or choices layer.
    case labels([LabelChoice])
    case point(Located<Int>)
    /// The candidates from the best to the worst; those at one place are equally good.
    case ranking([[Located<String>]])
    /// The better candidate, or `tie`.
    case preference(Located<String>)
    case regions([Region])
    case marks([SpanMark])
    case relations([RelationMark])
    /// Ids of marks, by the thing that they show.
    case groups([[Located<String>]])
    case text(Located<String>)
    /// `none`: explicitly nothing.
    case nothing
    /// The id of an escape answer.
    case escape(Located<String>)
  }

  package init(layer: Located<String>, value: Value, span: Span) {
    self.layer = layer
    self.value = value
    self.span = span
  }
}

/// A label given to the whole item.
package struct LabelChoice: Sendable {
  package var label: Located<String>
  package var attributes: [AttributeValue]

  package init(label: Located<String>, attributes: [AttributeValue]) {
    self.label = label
    self.attributes = attributes
  }
}

/// A value given to an attribute, as written.
package struct AttributeValue: Sendable {
  package var id: Located<String>
  package var value: Located<String>

  package init(id: Located<String>, value: Located<String>) {
    self.id = id
    self.value = value
  }
}

/// A mark with a place in a picture, in space or in time.
package struct Region: Sendable {
  package enum Geometry: Sendable {
    case box(left: Double, top: Double, right: Double, bottom: Double)
    case polygon([Point])
    case polyline([Point])
    case keypoints([Keypoint])
    /// A picture of the same size: its pixels that are not 0 belong to the mark.
    case mask(Located<String>)
    indirect case cuboid(Cuboid)
    /// In seconds.
    case segment(start: Double, end: Double)
    /// Frames in order.
    case track([Keyframe])
  }

  package struct Keypoint: Sendable {
    package var id: Located<String>
    package var point: Point
    package var isHidden: Bool

    package init(id: Located<String>, point: Point, isHidden: Bool) {
      self.id = id
      self.point = point
      self.isHidden = isHidden
    }
  }

  package var label: Located<String>
  /// What relations and identities call it.
  package var id: Located<String>?
  package var geometry: Geometry
  /// Where the numbers are written.
  package var geometrySpan: Span
  package var attributes: [AttributeValue]
  package var span: Span

  package init(
    label: Located<String>, id: Located<String>?, geometry: Geometry, geometrySpan: Span,
    attributes: [AttributeValue], span: Span
  ) {
    self.label = label
    self.id = id
    self.geometry = geometry
    self.geometrySpan = geometrySpan
    self.attributes = attributes
    self.span = span
  }
}

/// A mark on a text.
package struct SpanMark: Sendable {
  package var label: Located<String>
  package var id: Located<String>?
  /// Unicode scalars of the text, end exclusive; several for a discontinuous span, in order.
  package var ranges: [Range<Int>]
  /// The text that the author says is marked, if the mark is written as a record.
  package var statedText: Located<String>?
  package var attributes: [AttributeValue]
  package var span: Span

  package init(
    label: Located<String>, id: Located<String>?, ranges: [Range<Int>],
    statedText: Located<String>?, attributes: [AttributeValue], span: Span
  ) {
    self.label = label
    self.id = id
    self.ranges = ranges
    self.statedText = statedText
    self.attributes = attributes
    self.span = span
  }
}

/// A relation between two marks, by their ids.
package struct RelationMark: Sendable {
  package var relation: Located<String>
  package var from: Located<String>
  package var to: Located<String>
  package var span: Span

  package init(
    relation: Located<String>, from: Located<String>, to: Located<String>, span: Span
  ) {
    self.relation = relation
    self.from = from
    self.to = to
    self.span = span
  }
}
