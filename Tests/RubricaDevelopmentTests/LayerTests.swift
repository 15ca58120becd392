internal import Testing

@testable internal import RubricaDevelopment

/// What the rooms may import from outside the package.
private let outside: [String: Set<String>] = [
  "RubricaSource": ["Synchronization"], "RubricaSyntax": ["Synchronization"],
  "RubricaBundle": ["Crypto"], "RubricaSignature": ["Crypto"],
  "RubricaGovernance": ["Synchronization"],
  "RubricaFiles": ["Glibc", "Synchronization"],
  "RubricaCommandLine": ["ArgumentParser", "Dispatch", "Synchronization"],
  "RubricaDevelopment": ["ArgumentParser", "FoundationEssentials"],
  "rubrica": ["Glibc"], "rubrica-dev": ["ArgumentParser"],
]

@Suite struct LayerTests {
  @Test func importsPointDownward() throws {
    let layers = layers(in: try #require(try repository.text(at: "docs/architecture.md")))
    var found: [String] = []
    var used: [String: Set<String>] = [:]
    let rooms = try repository.names(in: "Sources")
    for room in rooms {
      guard let own = layers[room] else {
        found.append("\(room) is in no layer: add it to the table in docs/architecture.md")
        continue
      }
      for path in try repository.files(below: "Sources/\(room)") where path.hasSuffix(".swift") {
        let text = try repository.text(at: "Sources/\(room)/\(path)") ?? ""
        let modules = imports(in: text)
        used[room, default: []].formUnion(modules)
        if modules != modules.sorted() {
          found.append("Sources/\(room)/\(path) does not import in the order of the alphabet")
        }
        for module in modules {
          let isBelow =
            layers[module].map { $0 < own } ?? outside[room, default: []].contains(module)
          if !isBelow { found.append("Sources/\(room)/\(path) imports \(module)") }
        }
      }
    }
    for (room, modules) in outside {
      for module in modules.subtracting(used[room, default: []]) {
        found.append("\(room) may import \(module), and does not")
      }
    }
    #expect(found == [])
    #expect(Set(layers.keys) == Set(rooms), "the table names a room that is not there")
  }

  @Test func importsAreFound() {
    let text =
      "package import A\n@preconcurrency internal import B\nimport struct C.D\n// import E\nprivate import F\n"
    #expect(imports(in: text) == ["A", "B", "C", "F"])
  }

  @Test func layersAreFound() {
    let text = "| layer | room | what |\n|---|---|---|\n| 0 | `A`, `B` | `C` |\n| 1 | `D` | e |\n"
    #expect(layers(in: text) == ["A": 0, "B": 0, "D": 1])
  }
}

/// The layer of each room, by the rows `| layer | rooms | … |` of a table.
private func layers(in text: String) -> [String: Int] {
  var layers: [String: Int] = [:]
  for line in text.split(whereSeparator: \.isNewline) {
    let cells = line.split(separator: "|").map { $0.trimmingPrefix(" ") }
    guard line.hasPrefix("|"), cells.count == 3, let layer = cells[0].first?.wholeNumberValue else {
      continue
    }
    let rooms = cells[1].split(separator: "`").filter { $0.first?.isLetter ?? false }
    for room in rooms { layers[String(room)] = layer }
  }
  return layers
}

/// The modules that a Swift file imports.
private func imports(in text: String) -> [String] {
  let access: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
  return text.split(whereSeparator: \.isNewline).compactMap { line in
    let words = line.split(separator: " ")
    guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
      words[..<place].allSatisfy({ $0.hasPrefix("@") || access.contains($0) })
    else { return nil }
    let kinds: Set<Substring> = ["struct", "enum", "class", "protocol", "func", "var", "let"]
    let name =
      kinds.contains(words[place + 1]) ? words.dropFirst(place + 2).first : words[place + 1]
    return name?.split(separator: ".").first.map(String.init)
  }
}
