internal import RubricaModel
package import RubricaSource

/// Existing guideline documents in, a draft in the guideline language out: the same words in the
/// same order, with structure only where it is certain.
///
/// The importer edits the text of the documents; it never rewrites them. What it does not
/// understand is copied byte for byte, and each edit is undone if it would lose a word.
package enum Importer {
  package static func convert(
    _ files: [SourceFile], _ options: ImportOptions = ImportOptions()
  ) throws(ImportProblem) -> ImportResult {
    guard !files.isEmpty else { throw ImportProblem(.nothing, file: "") }
    var report = ImportReport()
    var documents: [SourceDocument] = []
    for (index, file) in files.enumerated() {
      var document = try SourceDocument(file, index: index, &report)
      if let language = options.language {
        document.vocabulary = Vocabulary(language: language)
        document.hasLanguage = true
      }
      documents.append(document)
    }
    var context = PassContext(documents: documents, structure: options.structure)
    var pages: [WorkingText] = []
    for document in documents {
      pages.append(try run(documentPasses, on: document.text, &context, &report))
    }
    let joined = try Joining.join(pages, documents, &report)
    let body = try run(draftPasses, on: joined, &context, &report)
    let draft = Draft.assemble(try Page(body, documents), documents, options, &report)
    guard draft.count <= Draft.limit else {
      throw ImportProblem(.tooLarge(limit: Draft.limit), file: files[0].name)
    }
    let comparison = try Sentences.compare(documents, with: draft)
    if let first = comparison.lost.first {
      throw ImportProblem(.wouldLose(comparison.lost), file: first.file)
    }
    report.sentences = comparison.sentences
    report.sort(by: documents.map(\.name))
    return ImportResult(
      files: [(path: "guideline.md", bytes: draft)], media: context.media, report: report)
  }

  /// Run on each document by itself, in this order.
  private static let documentPasses: [any ImportPass.Type] = [
    AdmonitionPass.self, SpacingPass.self, MarkupPass.self, SiteMarkupPass.self,
    HashHeadingPass.self, TitleLinePass.self, EdgeTablePass.self, QuestionPass.self,
    NumberedHeadingPass.self,
    BoldHeadingPass.self,
    LabelAsidePass.self, LabelGroupPass.self, LabelListPass.self, LabelTablePass.self,
    LabelParagraphPass.self, LabelPrefixPass.self, LabelHeadingPass.self, LabelNumberPass.self,
    LabelPartPass.self, LabelLinePass.self, LabelItemPass.self, LabelLeadPass.self,
    ExampleMarkPass.self,
    LabelIDPass.self, PrefixPass.self, PicturePairPass.self, ReferencePass.self,
  ]
  /// Run on the joined documents.
  private static let draftPasses: [any ImportPass.Type] = [
    ExampleAnswerPass.self, HeadingIDPass.self, LeadInPass.self, LinkPass.self, GuardPass.self,
    HeadingBracePass.self,
    EntryReportPass.self,
    NotationPass.self, LabelHintPass.self, SuggestionPass.self, LanguagePass.self,
  ]

  private static func run(
    _ passes: [any ImportPass.Type], on text: WorkingText, _ context: inout PassContext,
    _ report: inout ImportReport
  ) throws(ImportProblem) -> WorkingText {
    var page = try Page(text, context.documents)
    for pass in passes where context.structure || !pass.isStructuring {
      context.said = report.places(.suggestion)
      var attempt = PassAttempt(page: page, context: context)
      pass.run(page, &attempt)
      let result = attempt.result(pass.title)
      let said = pass is SuggestionPass.Type ? context.said : []
      report.append(result.entries.filter { !said.contains(Place(file: $0.file, line: $0.line)) })
      context.media = attempt.media
      if result.text != page.text { page = try Page(result.text, context.documents) }
    }
    return page.text
  }
}
