import DocumentModel
import Foundation
import Localization

/// The review as plain text: UTF-8 in composed form (NFC), 72 columns.
package func plainText(of edition: ComposedEdition, words: Words) -> String {
  var writer = TextWriter(edition: edition, words: words)
  writer.writeEdition()
  return writer.text.precomposedStringWithCanonicalMapping
}

/// Lines are added from top to bottom; blocks keep one blank line between them, headings two before.
struct TextWriter {
  static let width = 72

  let edition: ComposedEdition
  let words: Words
  private(set) var lines: [String] = []
  /// The addresses met in the article at hand.
  var links: [String] = []
  /// The numbers of the article and section at hand.
  var article = 0
  var section = 0
  /// What stands before each line, within quotations and boxes.
  var indent = ""

  init(edition: ComposedEdition, words: Words) {
    self.edition = edition
    self.words = words
  }

  var text: String { lines.map { trimmedEnd($0) }.joined(separator: "\n") + "\n" }

  var room: Int { TextWriter.width - displayWidth(indent) }

  mutating func add(_ block: [String], gap: Int = 1) {
    guard !block.isEmpty else { return }
    if !lines.isEmpty {
      let blank = lines.reversed().prefix { $0.isEmpty }.count
      for _ in 0..<max(0, gap - blank) { lines.append("") }
    }
    lines += block.map { $0.isEmpty ? "" : indent + $0 }
  }

  mutating func paragraph(_ text: String) {
    add(filled(text, width: room))
  }

  mutating func heading(_ text: String, number: String) {
    add(filled(text, width: room, first: number.isEmpty ? "" : "\(number) "), gap: 2)
  }

  mutating func writeEdition() {
    let masthead = edition.masthead
    add(filled(masthead.publisher, width: room))
    add(filled(masthead.title.uppercased(), width: room) + filled(masthead.period, width: room))
    paragraph(masthead.standfirst)
    for teaser in edition.teasers {
      add(
        filled(plain(teaser.title), width: room)
          + filled(plain(teaser.text), width: room, first: "  "))
    }
    writeContents()
    for (index, article) in edition.articles.enumerated() {
      self.article = index + 1
      section = 0
      write(article)
    }
    writeBackMatter()
  }

  private mutating func writeContents() {
    heading(words[.contents], number: "")
    var block: [String] = []
    for (index, entry) in edition.contents.enumerated() {
      block += filled(entry.title, width: room, first: padded("\(index + 1).", to: 4))
    }
    add(block)
  }

  private mutating func write(_ article: Article<Composed>) {
    links = []
    heading(plain(article.title), number: "\(self.article).")
    if let kicker = article.kicker { paragraph(plain(kicker)) }
    if let standfirst = article.standfirst { paragraph(plain(standfirst)) }
    if !article.authors.isEmpty { paragraph(words.language.list(article.authors)) }
    if let image = article.image { picture(image) }
    for block in article.text.blocks { write(block) }
    if !article.text.notes.isEmpty {
      paragraph(words[.notes])
      for (index, note) in article.text.notes.enumerated() {
        var paragraphs: [String] = []
        for block in note.content {
          if case .paragraph(let content) = block.content { paragraphs.append(plain(content)) }
        }
        let text = paragraphs.joined(separator: " ")
        add(filled(text, width: room, first: "(\(index + 1)) "), gap: index == 0 ? 1 : 0)
      }
    }
    for (index, link) in links.enumerated() {
      add(["[\(index + 1)] \(link)"], gap: index == 0 ? 1 : 0)
    }
  }

  private mutating func writeBackMatter() {
    let helpline = edition.helpline
    heading(helpline.title, number: "")
    add([helpline.phone] + filled(helpline.hours, width: room))
    paragraph(helpline.text)
    let imprint = edition.imprint
    heading(imprint.title, number: "")
    for text in imprint.paragraphs { paragraph(text) }
    if !imprint.exceptions.isEmpty {
      paragraph(imprint.exceptionsTitle)
      for (index, exception) in imprint.exceptions.enumerated() {
        let text = "\(exception.subject). \(exception.reason) \(exception.decidedBy)"
        add(filled(text, width: room, first: "- "), gap: index == 0 ? 1 : 0)
      }
    }
    paragraph(imprint.release)
    let sender = edition.sender
    add(sender.nameLines, gap: 2)
    add([sender.email, sender.webAddress, "\(sender.social) \(words[.onSocialMedia])"])
  }
}
