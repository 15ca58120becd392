internal import Testing

@testable internal import RubricaDevelopment

/// The rooms from the bottom up, and what each may import from outside the package.
private let rooms: [String: (layer: Int, outside: Set<String>)] = [
  "CCMark": (0, []), "CYAML": (0, []), "CLinux": (0, []),
  "RubricaSource": (0, ["Synchronization"]), "RubricaTemplates": (0, []),
  "RubricaSyntax": (1, ["Synchronization"]), "RubricaModel": (1, ["Synchronization"]),
  "RubricaBundle": (1, ["Crypto"]),
  "RubricaRules": (2, []), "RubricaTargets": (2, []), "RubricaPilot": (2, []),
  "RubricaDifference": (2, []), "RubricaSignature": (2, ["Crypto"]),
  "RubricaLint": (2, []),
  "RubricaGovernance": (3, ["Synchronization"]),
  "RubricaCompiler": (4, []), "RubricaRegistry": (4, []), "RubricaImport": (4, []),
  "RubricaLanguageServer": (5, []), "RubricaWeb": (5, []),
  "RubricaFiles": (5, ["Glibc", "Synchronization"]),
  "RubricaCommandLine": (6, ["ArgumentParser", "Dispatch", "Synchronization"]),
  "RubricaDevelopment": (6, ["ArgumentParser", "FoundationEssentials"]),
  "rubrica": (7, ["Glibc"]), "rubrica-dev": (7, ["ArgumentParser"]),
]

@Suite struct LayerTests {
  @Test func importsPointDownward() throws {
    var found: [String] = []
    for room in try repository.names(in: "Sources") {
      guard let own = rooms[room] else {
        found.append("\(room) is in no layer: add it to the table")
        continue
      }
      for path in try repository.files(below: "Sources/\(room)") where path.hasSuffix(".swift") {
        let text = try repository.text(at: "Sources/\(room)/\(path)") ?? ""
        for module in imports(in: text) {
          let isBelow = rooms[module].map { $0.layer < own.layer } ?? own.outside.contains(module)
          if !isBelow { found.append("Sources/\(room)/\(path) imports \(module)") }
        }
      }
    }
    #expect(found == [])
  }

  @Test func importsAreFound() {
    let text =
      "package import A\n@preconcurrency internal import B\nimport struct C.D\n// import E\n"
    #expect(imports(in: text) == ["A", "B", "C"])
  }
}

/// The modules that a Swift file imports.
private func imports(in text: String) -> [String] {
  text.split(whereSeparator: \.isNewline).compactMap { line in
    let words = line.split(separator: " ")
    guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
      words[..<place].allSatisfy({ $0.hasPrefix("@") || $0 == "package" || $0 == "internal" })
    else { return nil }
    let kinds: Set<Substring> = ["struct", "enum", "class", "protocol", "func", "var", "let"]
    let name =
      kinds.contains(words[place + 1]) ? words.dropFirst(place + 2).first : words[place + 1]
    return name?.split(separator: ".").first.map(String.init)
  }
}
