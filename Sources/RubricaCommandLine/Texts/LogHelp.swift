internal import RubricaGovernance

/// What to do about a log that takes no statement, where the reason alone does not say it.
enum LogHelp {
  static func text(_ denials: [Denial], isImport: Bool = false) -> String? {
    let codes = Set(denials.map(\.code))
    if codes == [.statementForeign], !isImport {
      return
        "the `id` of the guideline has changed, or these are the sign-offs of another one. An id is for ever: what was "
        + "signed says it. Put the id back, or move the folder of sign-offs away and have everybody sign again."
    }
    let damage: Set<DenialCode> = [
      .logEntryMissing, .logEntryUnlisted, .logEntryChanged, .logEntryTwice,
    ]
    if !codes.isDisjoint(with: damage) {
      return
        "put the folder of sign-offs back as it was, from version control. Before that, `rubrica sign` finishes a signing "
        + "that was interrupted, if one is noted in the folder."
    }
    guard isImport else { return nil }
    if codes.contains(.logTime) {
      return
        "statements are added in the order of their times. Keep the log of the branch that was signed first instead, "
        + "with its files, and import the statement that was signed later; if those of the two branches alternate in "
        + "time, keep one log and have the others sign again."
    }
    if codes.contains(.logPrefix) {
      return
        "it was signed after statements of its own branch that are not in this log, and says so. Keep the log of that "
        + "branch and import into it, or have the person sign again."
    }
    return nil
  }
}
