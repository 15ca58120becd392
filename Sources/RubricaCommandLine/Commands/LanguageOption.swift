internal import RubricaModel

/// A language that is named on the command line.
enum LanguageOption {
  /// The tag, if it has the shape of one.
  static func checked(_ tag: String?) throws(Failure) -> String? {
    guard let tag, !LanguageTag.isValid(tag) else { return tag }
    let near = Failure.didYouMean(LanguageTag.suggestion(for: tag))
    throw Failure(
      "`\(tag)` is not a language tag", help: "\(near)Use a BCP 47 tag, such as `fr` or `pt-BR`.")
  }
}
