internal import RubricaCompiler
internal import RubricaFiles
internal import RubricaSource

/// `rubrica check --fix`: fixes every guideline, writes the files, and says what was done.
struct FixRun {
  let session: Session
  let reporter: any Reporter
  let appliesUnsafe: Bool
  /// Whether the difference is printed and nothing written.
  let isDryRun: Bool

  func execute(_ console: Console) throws -> Outcome {
    let fixer = Fixer(session: session, appliesUnsafe: appliesUnsafe)
    guard let editor = FileEditor(root: session.location.root.path) else {
      throw Failure(.missing, at: session.location.root.path, doing: "open")
    }
    var parts: [Findings.Part] = []
    var fixed = 0
    var changed = 0
    var refused = 0
    for document in session.location.documents {
      let result: Fixer.Result
      do throws(FileProblem) { result = try fixer.fix(document) } catch {
        throw Failure(
          error, at: session.location.path(document.path), doing: "read")
      }
      var compilation = result.compilation
      var isWritten = true
      for change in result.changes {
        let path = session.location.path(change.path)
        if isDryRun {
          console.output(UnifiedDiff.make(change.old, change.new, name: path))
          changed += 1
          continue
        }
        do throws(FileEditor.Refusal) {
          try editor.replace(path, change.old, with: change.new)
          changed += 1
        } catch {
          console.status("not changed: \(path): \(error.reason)")
          refused += 1
          isWritten = false
        }
      }
      if isWritten {
        fixed += result.applied.count
        let verb = isDryRun ? "would fix" : "fixed"
        for edit in result.applied {
          console.status("\(verb): \(edit.place): \(edit.id): \(edit.title)")
        }
        if let stopped = result.stopped {
          console.status("\(session.location.path(document.path)): \(stopped)")
        }
      } else {
        // What remains is what is in the files.
        compilation = try Compiler.check(session.input(document, files: session.files))
      }
      parts.append(
        Findings.part(
          compilation.diagnostics, session.location.shown(compilation.sources), reporter))
    }
    let findings = Findings(parts, settings: session.settings.file, reporter: reporter)
    if !isDryRun { console.output(reporter.document(findings.fragments)) }
    let edits = "\(fixed) finding\(fixed == 1 ? "" : "s")"
    let files = "\(changed) file\(changed == 1 ? "" : "s")"
    console.status(
      "\(isDryRun ? "would fix" : "fixed") \(edits) in \(files); "
        + (findings.summary.map { "\($0) \(findings.isOne ? "remains" : "remain")" }
          ?? "nothing remains"))
    if refused > 0 { return .failed }
    return findings.hasErrors ? .refused : .fine
  }
}
