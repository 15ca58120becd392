extension HTMLWriter {
  /// The head of a page that stands alone, up to behind its title. The page asks for nothing from
  /// outside, whatever is written on it.
  package mutating func head(title: String, runsScript: Bool) {
    raw(
      """
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; \
      media-src data:; style-src 'unsafe-inline'; \

      """)
    if runsScript { raw("script-src 'unsafe-inline'; ") }
    raw(
      """
      base-uri 'none'; form-action 'none'">
      <meta name="referrer" content="no-referrer">
      <title>
      """)
    text(title)
    raw("</title>\n")
  }
}
