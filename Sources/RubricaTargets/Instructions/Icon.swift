/// The signs of the page: drawn once, pointed to wherever they stand. Each stands beside a word.
enum Icon {
  case good, bad, borderline, warning, arrow, picture, question, note

  /// The drawings, at the head of the body.
  static func writeDrawings(to html: inout HTMLWriter) {
    html.raw(
      """
      <svg class="drawings" width="0" height="0" aria-hidden="true">
      <symbol id="icon.good" viewBox="0 0 20 20"><circle cx="10" cy="10" r="9" fill="currentColor"/>\
      <path d="m5.8 10.4 2.9 2.9 5.6-6.3" fill="none" stroke="var(--paper)" stroke-width="2.2" \
      stroke-linecap="round" stroke-linejoin="round"/></symbol>
      <symbol id="icon.bad" viewBox="0 0 20 20"><circle cx="10" cy="10" r="9" fill="currentColor"/>\
      <path d="m6.6 6.6 6.8 6.8m0-6.8-6.8 6.8" fill="none" stroke="var(--paper)" \
      stroke-width="2.2" stroke-linecap="round"/></symbol>
      <symbol id="icon.borderline" viewBox="0 0 20 20"><path d="M10 .8 19.2 10 10 19.2.8 10z" \
      fill="currentColor"/><path d="M6 11c1.300-2 2.700-2 4-1s2.700 1 4-1" fill="none" \
      stroke="var(--paper)" stroke-width="2" stroke-linecap="round"/></symbol>
      <symbol id="icon.warning" viewBox="0 0 20 20"><path d="M10 1.500 19.200 18H.8z" \
      fill="currentColor" stroke="currentColor" stroke-linejoin="round"/>\
      <path d="M10 7v5m0 2.700v.100" fill="none" stroke="var(--paper)" stroke-width="2" \
      stroke-linecap="round"/></symbol>
      <symbol id="icon.arrow" viewBox="0 0 20 20"><path d="M3 10h13m-5-5 5 5-5 5" fill="none" \
      stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></symbol>
      <symbol id="icon.picture" viewBox="0 0 20 20"><path d="M2 3.500h16v13H2zM2 14l5-5 4 4 3-3 4 4" \
      fill="none" stroke="currentColor" stroke-width="1.600" stroke-linejoin="round"/></symbol>
      <symbol id="icon.question" viewBox="0 0 20 20"><circle cx="10" cy="10" r="9" \
      fill="currentColor"/><path d="M7.500 7.700c.300-3.200 5.200-3 5.100.1 0 1.900-2.500 2-2.500 \
      4m0 2.600v.100" fill="none" stroke="var(--paper)" stroke-width="2" stroke-linecap="round"/>\
      </symbol>
      <symbol id="icon.note" viewBox="0 0 20 20"><circle cx="10" cy="10" r="9" \
      fill="currentColor"/><path d="M10 9.200v5m0-8.300v.100" fill="none" stroke="var(--paper)" \
      stroke-width="2.2" stroke-linecap="round"/></symbol>
      </svg>

      """)
  }

  func write(to html: inout HTMLWriter) {
    switch self {
    case .good:
      html.raw("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"#icon.good\"/></svg>")
    case .bad: html.raw("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"#icon.bad\"/></svg>")
    case .borderline:
      html.raw("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"#icon.borderline\"/></svg>")
    case .warning:
      html.raw("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"#icon.warning\"/></svg>")
    case .arrow:
      html.raw("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"#icon.arrow\"/></svg>")
    case .picture:
      html.raw("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"#icon.picture\"/></svg>")
    case .question:
      html.raw("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"#icon.question\"/></svg>")
    case .note:
      html.raw("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"#icon.note\"/></svg>")
    }
  }
}
