internal import ArgumentParser
internal import RubricaCompiler
internal import RubricaFiles
internal import RubricaModel
internal import RubricaSource

/// Translations of the instructions, held in step with the guideline.
struct TranslationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "i18n",
    abstract: "Keeps translations of the instructions up to date with the guideline.",
    discussion: """
      A translation is the file `i18n/LANGUAGE.md` next to guideline.md, with a text for every unit: a \
      definition, a rule, a heading.
      """,
    subcommands: [TranslationStatusCommand.self, TranslationUpdateCommand.self])
}

struct TranslationStatusCommand: RubricaCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Lists units that are not translated, outdated, or no longer in the guideline.",
    discussion:
      "Exit codes: 0 everything is translated; 1 something is left to do; 2 the files could not be read."
  )

  @OptionGroup var given: PathOption

  func execute(_ console: Console) throws -> Outcome {
    let session = try Session(path: given.path, stage: nil, templates: nil)
    var isDone = true
    var count = 0
    var unread: [Failure] = []
    for document in session.location.documents {
      var guideline = try session.guideline(document)
      unread += try session.unreadTranslations(of: guideline, document)
      guideline.sources = session.location.shown(guideline.sources)
      for translation in guideline.translations
      where !guideline.unread.holdsTranslation(translation.source) {
        count += 1
        let status = TranslationStatus(guideline, translation)
        console.output(status.text(console.style))
        isDone = isDone && status.isDone
      }
    }
    guard unread.isEmpty else {
      for failure in unread { console.report(failure) }
      return .failed
    }
    if count == 0 {
      console.status("there is no translation; `rubrica i18n update PATH LANGUAGE` starts one")
    }
    return isDone ? .fine : .refused
  }
}

extension Session {
  /// A guideline with its translations, unchecked.
  fileprivate func guideline(_ document: WorkspaceLocation.Document) throws(Failure) -> Guideline {
    do { return try Compiler.read(input(document, files: files)) } catch {
      throw Failure(error, at: location.path(document.path), doing: "read")
    }
  }

  /// Why translations cannot be read, or the one into a language, in the words of `check`. What is there and cannot
  /// be read is not missing: neither may anybody wait for it, nor write over it.
  fileprivate func unreadTranslations(
    of guideline: Guideline, _ document: WorkspaceLocation.Document, into language: String? = nil
  ) throws(Failure) -> [Failure] {
    if guideline.unread.isAll {
      return [
        Failure(
          "the front matter or the labels of `\(location.path(document.path))` cannot be read",
          help: "`rubrica check` shows the reason.")
      ]
    }
    let folder = location.display + document.folder + TranslationReader.folder
    let unread = guideline.unread.translations.filter { span in
      let name = guideline.sources[span.source].name
      return language.map {
        LanguageTag.isSame(name, "\(folder)/\($0).md") || name == folder
      } ?? true
    }
    if unread.isEmpty { return [] }
    let findings = try checked(document).diagnostics
    let places = Places(all: location.shown(guideline.sources))
    return unread.map { span in
      let file = places.file(span)
      guard let finding = findings.first(where: { $0.severity == .error && $0.span == span }) else {
        return Failure("`\(file.name)` cannot be read", help: "`rubrica check` shows the reason.")
      }
      let start = places.start(span)
      let place = file.bytes.isEmpty ? file.name : "\(file.name):\(start.line):\(start.column)"
      return Failure("\(place): \(finding.message)", help: finding.help)
    }
  }
}

struct TranslationUpdateCommand: RubricaCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Creates the file of a translation, or updates it.",
    discussion: """
      Adds new units with the original text, and marks outdated ones. What a translator wrote is never \
      lost: a text whose unit no longer exists moves to the end of the file.
      """)

  @Argument(
    help: "A Markdown file or a guideline folder.", completion: .file(),
    transform: PathArgument.checked)
  var path: String

  @Argument(help: "The language to translate to, such as `fr` or `pt-BR`.")
  var language: String

  func execute(_ console: Console) throws -> Outcome {
    let asked = try LanguageOption.checked(language) ?? language
    let session = try Session(path: path, stage: nil, templates: nil)
    guard session.location.documents.count == 1, let document = session.location.documents.first
    else {
      throw Failure(
        "`\(path)` is a workspace", help: "Name one guideline: a translation belongs to one.")
    }
    var guideline = try session.guideline(document)
    if let failure = try session.unreadTranslations(of: guideline, document, into: asked).first {
      throw failure
    }
    let existing = guideline.translations.first {
      LanguageTag.isSame($0.language.value, asked)
    }
    // The file keeps its name, however the tag is written here.
    let tag = existing?.language.value ?? asked
    guard !LanguageTag.isSame(tag, guideline.language.value) else {
      throw Failure(
        "the guideline is already in `\(tag)`", help: "Name the language to translate to.")
    }
    let file = session.location.path(document.folder + "\(TranslationReader.folder)/\(tag).md")
    let translation =
      existing
      ?? {
        let source = guideline.sources.add(SourceFile(name: file, bytes: []))
        return TranslationReader.read(
          &guideline, language: Located(tag, Span(source, 0, 0)), source: source)
      }()
    if existing == nil, !FileStamp.isAbsent(file) {
      throw Failure("`\(file)` cannot be read", help: "`rubrica check` shows the reason.")
    }
    let bytes = TranslationDocument.make(translation, original: guideline)
    if existing != nil, guideline.sources[translation.source].bytes == bytes {
      console.output("\(file) is up to date: \(summary(translation))")
      return .fine
    }
    try write(
      bytes, to: file, inPlaceOf: existing.map { guideline.sources[$0.source].bytes },
      root: session.location.root.path)
    console.output("wrote \(file): \(summary(translation))")
    return .fine
  }

  /// The file is whole at any time: what a translator wrote stands nowhere else.
  private func write(
    _ bytes: [UInt8], to file: String, inPlaceOf old: [UInt8]?, root: String
  ) throws(Failure) {
    if let old {
      guard let editor = FileEditor(root: root) else {
        throw Failure(.missing, at: root, doing: "open")
      }
      do throws(FileEditor.Refusal) { try editor.replace(file, old, with: bytes) } catch {
        throw Failure(
          "cannot write `\(file)`: \(error.reason)",
          help: "The file was not changed; nothing is lost."
        )
      }
      return
    }
    let folder = file.lastSlash.map { String(file[..<$0]) } ?? ""
    do {
      try Folder.make(folder)
      try FileWriter.replace(file, with: bytes)
    } catch {
      Folder.removeIfEmpty(folder)
      throw Failure(error, at: file, doing: "write")
    }
  }

  private func summary(_ translation: Translation) -> String {
    let parts = [
      ("translated", translation.units(.current).count),
      ("untranslated", translation.units(.missing).count),
      ("outdated", translation.units(.outdated).count),
      ("orphaned", translation.orphans.count),
    ]
    return parts.filter { $0.1 > 0 || $0.0 == "translated" }.map { "\($0.1) \($0.0)" }
      .joined(separator: ", ")
  }
}
