/// How wide a text is at most in a reader’s sans serif, in em.
///
/// For each character the wider of Liberation Sans (which has Arial’s widths) and DejaVu Sans, and what
/// a reader may set: 0.12 em between characters and 0.16 em between words (WCAG 2.2, 1.4.12).
package func textWidth(_ text: String) -> Double {
  let thousandths = text.unicodeScalars.reduce(0) { sum, scalar in
    let width = advance(of: scalar)
    let isSpace = scalar == " " || scalar == "\u{A0}"
    return width == 0 ? sum : sum + width + 120 + (isSpace ? 160 : 0)
  }
  return Double(thousandths) / 1000
}

/// The same in semibold, as values are set: at most a tenth wider.
func semiboldWidth(_ text: String) -> Double { textWidth(text) * 1.1 }

private func advance(of scalar: Unicode.Scalar) -> Int {
  let index = Int(scalar.value) - 0x20
  if latin.indices.contains(index) { return scalar == "\u{AD}" ? 0 : latin[index] }
  if let width = punctuation[scalar.value] { return width }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return 0
  default: return 1000
  }
}

/// U+0020 to U+017F, in thousandths of an em.
private let latin: [Int] = [
  318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 337,
  637, 637, 637, 637, 637, 637, 637, 637, 637, 637, 337, 337, 838, 838, 838, 557,
  1016, 685, 687, 723, 771, 667, 611, 778, 752, 295, 500, 667, 558, 863, 749, 788,
  667, 788, 723, 667, 611, 732, 685, 989, 686, 667, 686, 391, 337, 391, 838, 557,
  500, 613, 635, 550, 635, 616, 353, 635, 634, 278, 278, 580, 278, 975, 634, 612,
  635, 635, 412, 521, 393, 634, 592, 818, 592, 592, 525, 637, 337, 637, 838, 1000,
  1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000,
  1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000,
  318, 401, 637, 637, 637, 637, 337, 557, 500, 1000, 472, 612, 838, 361, 1000, 553,
  500, 838, 401, 401, 500, 637, 637, 318, 500, 401, 472, 612, 970, 970, 970, 611,
  685, 685, 685, 685, 685, 685, 1000, 723, 667, 667, 667, 667, 295, 295, 295, 295,
  775, 749, 788, 788, 788, 788, 788, 838, 788, 732, 732, 732, 732, 667, 667, 630,
  613, 613, 613, 613, 613, 613, 982, 550, 616, 616, 616, 616, 278, 278, 278, 278,
  612, 634, 612, 612, 612, 612, 612, 838, 612, 634, 634, 634, 634, 592, 635, 592,
  685, 613, 685, 613, 685, 613, 723, 550, 723, 550, 723, 550, 723, 550, 771, 635,
  775, 635, 667, 616, 667, 616, 667, 616, 667, 616, 667, 616, 778, 635, 778, 635,
  778, 635, 778, 635, 752, 634, 917, 695, 295, 278, 295, 278, 295, 278, 295, 278,
  295, 278, 735, 556, 500, 278, 667, 580, 580, 558, 278, 558, 278, 558, 375, 558,
  342, 563, 285, 749, 634, 749, 634, 749, 634, 814, 749, 634, 788, 612, 788, 612,
  788, 612, 1070, 1023, 723, 412, 723, 412, 723, 412, 667, 521, 667, 521, 667, 521,
  667, 521, 611, 393, 611, 393, 611, 393, 732, 634, 732, 634, 732, 634, 732, 634,
  732, 634, 732, 634, 989, 818, 667, 592, 667, 686, 525, 686, 525, 686, 525, 353,
]

private let punctuation: [UInt32: Int] = [
  0x2009: 200,
  0x2010: 361,
  0x2011: 361,
  0x2012: 637,
  0x2013: 557,
  0x2014: 1000,
  0x2018: 318,
  0x2019: 318,
  0x201A: 318,
  0x201C: 519,
  0x201D: 519,
  0x201E: 519,
  0x2020: 557,
  0x2022: 590,
  0x2026: 1000,
  0x202F: 200,
  0x2030: 1342,
  0x20AC: 637,
  0x2212: 838,
]
