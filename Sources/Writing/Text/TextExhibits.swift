import DocumentModel
import Localization

extension TextWriter {
  mutating func write(_ exhibit: Exhibit) {
    switch exhibit {
    case .figure(let figure): write(figure)
    case .keyFigures(let figures): write(figures)
    case .course(let course): write(course)
    case .contact(let contact): write(contact)
    // It repeats a sentence of the article and is an ornament.
    case .pullQuote: break
    case .funder(let funder): write(funder)
    }
  }

  /// A chart comes as its values.
  private mutating func write(_ figure: Figure) {
    let number = words(.figure, ["number": "\(figure.number)"])
    add(filled("\(number). \(plain(figure.title))", width: room), gap: 2)
    add(filled(figure.measureLine, width: room), gap: 0)
    add(alignedText(of: figure.table, width: room))
    var below: [String] = []
    for note in figure.notes { below += filled(plain(note), width: room) }
    below += filled("\(figure.source) ../\(figure.dataPath)", width: room)
    add(below)
  }

  private mutating func write(_ figures: [KeyFigure]) {
    let values = figures.map { plain($0.value) }
    let width = values.map { displayWidth($0) }.max() ?? 0
    var block: [String] = []
    for (value, figure) in zip(values, figures) {
      let note = figure.note.map { ", \(plain($0))" } ?? ""
      block += filled(
        plain(figure.label) + note, width: room,
        first: padded(value, to: width, onTheLeft: true) + "  ")
    }
    add(block)
  }

  private mutating func write(_ course: Course) {
    section += 1
    heading(plain(course.title), number: "\(article).\(section)")
    let width = course.facts.map { displayWidth($0.label) }.max() ?? 0
    var block: [String] = []
    for fact in course.facts {
      block += filled(
        plain(fact.content), width: room, first: padded("\(fact.label):", to: width + 3))
    }
    add(block)
    for text in course.text { write(text) }
  }

  private mutating func write(_ contact: Contact) {
    var block: [String] = []
    if let heading = contact.heading { block += filled(plain(heading), width: room) }
    let title = contact.title.map { ", \(plain($0))" } ?? ""
    block += filled(plain(contact.name) + title, width: room)
    if let phone = contact.phone { block.append("\(words[.phone]): \(phone)") }
    if let email = contact.email {
      block += filled(
        contact.emailIsPattern
          ? words(.emailPattern, ["pattern": email]) : "\(words[.email]): \(email)", width: room)
    }
    if let note = contact.note { block += filled(plain(note), width: room) }
    add(block)
  }

  private mutating func write(_ funder: Funder) {
    if let emblem = funder.emblem { picture(emblem) }
    var block: [String] = []
    for name in funder.names { block += filled(plain(name), width: room) }
    if let slogan = funder.slogan { block += filled(plain(slogan), width: room) }
    add(block)
    if let text = funder.text { paragraph(plain(text)) }
  }
}
