package import RubricaSource

/// One thing in the document, in the author's order. Indices point into the guideline's lists.
package enum Element: Sendable {
  case prose(Block)
  case section(Section)
  case label(Int)
  case rule(Int)
  case example(Int)
  case entry(Int)
  /// Where the precedence stands.
  case precedence
  /// Where the in-doubt default stands.
  case doubt
}

extension [Element] {
  /// Every section among them and below their headings. What stands below labels is theirs.
  package var sections: SectionWalk { SectionWalk(self) }

  /// The first section of a role, at any depth.
  package func firstSection(_ role: SectionRole) -> Section? {
    sections.first { $0.role == role }
  }
}

/// Sections at any depth in the order of the document, each before those in it.
package struct SectionWalk: Sequence, IteratorProtocol {
  // Of a sequence, `Element` is what it gives.
  private var elements: [RubricaModel.Element]
  private var place = 0
  /// Where it goes on behind the sections that it is in.
  private var outer: [(elements: [RubricaModel.Element], place: Int)] = []

  init(_ elements: [RubricaModel.Element]) { self.elements = elements }

  package mutating func next() -> Section? {
    while true {
      while place < elements.count {
        let here = place
        place += 1
        guard case .section(let section) = elements[here] else { continue }
        if !section.elements.isEmpty {
          outer.append((elements, place))
          (elements, place) = (section.elements, 0)
        }
        return section
      }
      guard let last = outer.popLast() else { return nil }
      (elements, place) = last
    }
  }
}

/// A heading and what stands under it.
package typealias Section = Shared<SectionFields>

package struct SectionFields: Sendable {
  package var role: SectionRole
  package var level: Int
  package var heading: Prose
  package var anchor: String
  package var audience: Audience
  package var elements: [Element]
  /// The tool whose users it is for; nil for everybody.
  package var tool: Located<String>?
  package var span: Span

  package init(
    role: SectionRole, level: Int, heading: Prose, anchor: String, audience: Audience,
    elements: [Element], tool: Located<String>? = nil, span: Span
  ) {
    self.role = role
    self.level = level
    self.heading = heading
    self.anchor = anchor
    self.audience = audience
    self.elements = elements
    self.tool = tool
    self.span = span
  }

  /// Whether the heading is the author's own, and neither the title of the document nor a reserved word: then it
  /// decides what the parts below it say.
  package var hasOwnHeading: Bool { level > 1 && (role == .prose || role == .labelGroup) }
}

/// What the words of a heading announce.
package enum SectionRole: String, Sendable, CaseIterable {
  case prose
  /// A heading above labels.
  case labelGroup
  case labels, attributes, relations, rules
  case edgeCases, goodExamples, badExamples, examples
  case precedence, doubt, steps, selfCheck, glossary, questions, changelog, warning, tool
}
