import Localization
import PDFEditing

extension ReadFile {
  /// Reads a PDF: its text by paragraph, cell and drawing, the words for its pictures, what stands outside
  /// the document on each page, its outline and its title.
  ///
  /// Lengths and places of what is drawn are not read here: they are read in the page for paper that was
  /// printed. Nil where some text cannot be read.
  init?(path: String, pdf bytes: [UInt8], in language: Language) {
    guard let printed = PrintedPDF(bytes), let text = printed.text else { return nil }
    self.init(path: path, pageCount: printed.pageCount)
    pages = printed.destinations
    for block in text.blocks {
      let kind: ReadPassage.Kind =
        switch block.kind {
        case .paragraph, .figure: .text
        case .cell(let table, let row, let column): .cell(table: table, row: row, column: column)
        case .listLabel(let list, let entry): .listLabel(list: list, entry: entry)
        }
      add(block.text, as: kind, page: block.page - 1, language)
    }
    for words in text.alternatives {
      add(words.text, as: .attribute("alt"), page: words.page - 1, language)
    }
    for (page, words) in text.artifacts.enumerated() {
      add(words, as: .margin, page: page, language)
    }
    for title in text.outline { add(title, as: .outline, page: 0, language) }
    add(text.title, as: .attribute("title"), page: 0, language)
  }

  private mutating func add(
    _ text: String, as kind: ReadPassage.Kind, page: Int, _ language: Language
  ) {
    guard !text.isEmpty else { return }
    var source = SourcedText()
    source.add(Array(text.utf8)[...], origin: page)
    let visible = source.visible
    let numbers = language.numbers(in: visible.bytes)
    passages.append(
      ReadPassage(
        place: "", kind: kind, language: language, text: visible.bytes, numbers: numbers,
        origins: numbers.map { _ in page }, origin: page, unseenRuns: []))
  }
}
