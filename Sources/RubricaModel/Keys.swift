package import RubricaSource

/// The keys that one mapping of a YAML file may have. Lowering reads a mapping through its table, and
/// the schemas for editors are made from it, so that the two say the same.
///
/// To add a key, add a row to the table in `RubricaCompiler/Keys/` and read it in lowering; then run
/// `rubrica-dev generate`. While only one of the two is done, builds for testing stop and say so.
package struct Keys: Sendable {
  /// The name among the definitions of a schema: `layer`.
  package let name: String
  /// What the mapping is, in messages: "a layer".
  package let owner: String
  /// The key whose word decides which other keys there are: `kind` of a layer.
  package let chooser: String?
  package let rows: [Key]

  package init(_ name: String, owner: String, chooser: String? = nil, _ rows: [Key]) {
    self.name = name
    self.owner = owner
    self.chooser = chooser
    self.rows = rows
  }

  /// The row of a key, where the chooser says `choice`.
  package func row(_ name: String, choice: String? = nil) -> Key? {
    rows.first { $0.name == name && $0.isThere(choice) }
  }

  /// The names of the keys that there are where the chooser says `choice`, in order.
  package func names(choice: String? = nil) -> [String] {
    rows.filter { $0.isThere(choice) }.map(\.name)
  }
}

/// One key of a mapping: what may stand behind it, and what it is for.
package struct Key: Sendable {
  package let name: String
  package let value: Value
  package let isRequired: Bool
  /// The words of the chooser with which the key is there; nil means with all of them.
  package let choices: [String]?
  /// What the key is for, in a line; editors show it.
  package let help: String

  package init(
    _ name: String, _ value: Value, required: Bool = false, when choices: [String]? = nil,
    _ help: String
  ) {
    self.name = name
    self.value = value
    isRequired = required
    self.choices = choices
    self.help = help
  }

  /// A key that is there only with some words of an enumeration.
  package init<Choice: RawRepresentable>(
    _ name: String, _ value: Value, required: Bool = false, when choices: [Choice],
    _ help: String
  ) where Choice.RawValue == String {
    self.init(name, value, required: required, when: choices.map(\.rawValue), help)
  }

  package func isThere(_ choice: String?) -> Bool {
    guard let choices else { return true }
    return choice.map(choices.contains) ?? false
  }

  /// What may stand behind a key.
  package indirect enum Value: Sendable {
    /// A text, number or date.
    case text
    /// A text of a shape: a regular expression (ECMAScript, whole text).
    case pattern(String)
    /// A text, number, date, `true` or `false`.
    case scalar
    case integer, number, boolean
    /// The whole number itself: a version of a format.
    case exactly(Int)
    case oneOf([String])
    /// A text that is written in a certain way.
    case form(ValueForm)
    /// One of the words as a rule; another one may stand there, but no slip of one of these.
    case usually(Slip.Words)
    case list(Value)
    /// A list, where a single value stands for a list of one.
    case oneOrMore(Value)
    /// A list of exactly two.
    case pair(Value)
    case mapping(Keys)
    /// Keys of the author's own, at most as many as given.
    case named(Value, atMost: Int?)
    case either(Value, Value)
    /// Nothing behind the key.
    case nothing

    package static func oneOf<Choice: RawRepresentable & CaseIterable>(
      _ type: Choice.Type
    ) -> Value where Choice.RawValue == String { .oneOf(type.allCases.map(\.rawValue)) }
  }
}
