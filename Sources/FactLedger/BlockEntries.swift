import DocumentModel

extension LedgerKeeping {
  mutating func enter(_ block: Block<Composed>, as role: LedgerEntry.Role = .prose) {
    switch block.content {
    case .paragraph(let content): enter(content, as: role)
    case .heading(let heading): enter(heading)
    case .list(let list): enter(list, as: role)
    case .quote(let blocks): for block in blocks { enter(block, as: role) }
    case .box(let box): for block in box.content { enter(block, as: role) }
    case .table(let table):
      for (column, cell) in table.head.enumerated() { enter(cell, as: .columnHead(column)) }
      for cell in table.rows.joined() { enter(cell, as: .textCell) }
    case .preformatted(let text): enter(text, as: role)
    case .picture(let image): enter(image)
    case .thematicBreak: break
    case .embed(let exhibit): enter(exhibit)
    }
  }

  private mutating func enter(_ heading: Heading<Composed>) {
    anchors.insert(heading.id)
    if heading.level == 2 { enterSectionNumber() }
    enter(heading.content, as: .heading)
  }

  private mutating func enterSectionNumber() {
    section += 1
    if isText { enterOrdinal("\(article).\(section)") }
  }

  private mutating func enter(_ list: List<Composed>, as role: LedgerEntry.Role) {
    if !isText, let start = list.start, start != 1 { enter("\(start)", as: .label) }
    for (index, entry) in list.entries.enumerated() {
      if isText, let start = list.start { enterOrdinal("\(start + index)") }
      for block in entry { enter(block, as: role) }
    }
  }

  private mutating func enter(_ exhibit: Exhibit) {
    switch exhibit {
    case .figure(let figure): enter(figure)
    case .keyFigures(let figures):
      for figure in figures {
        if isText { enter(figure.value, as: .keyFigure) }
        enter(figure.label, as: .keyFigure)
        if !isText { enter(figure.value, as: .keyFigure) }
        if let note = figure.note { enter(note, as: .keyFigureNote) }
      }
    case .course(let course): enter(course)
    case .contact(let contact): enter(contact)
    case .pullQuote(let quote):
      // Plain text leaves it out: it repeats a sentence of the article.
      guard !isText else { return }
      enter(quote.text, as: .pullQuote)
      if let speaker = quote.speaker { enter(speaker, as: .pullQuote) }
    case .funder(let funder): enter(funder)
    }
  }

  private mutating func enter(_ course: Course) {
    anchors.insert(course.id)
    enterSectionNumber()
    enter(course.title, as: .course)
    for fact in course.facts {
      enter(fact.label, as: .course)
      enter(fact.content, as: .course)
    }
    for block in course.text { enter(block) }
  }

  private mutating func enter(_ contact: Contact) {
    if let heading = contact.heading { enter(heading, as: .contact) }
    enter(contact.name, as: .contact)
    if let title = contact.title { enter(title, as: .contact) }
    if let phone = contact.phone {
      addresses.insert(callAddress(of: phone))
      enter(phone, as: .contact)
    }
    if let email = contact.email {
      addresses.insert("mailto:\(email)")
      enter(email, as: .contact)
    }
    if let note = contact.note { enter(note, as: .contact) }
  }

  private mutating func enter(_ funder: Funder) {
    if let emblem = funder.emblem { enter(emblem) }
    for name in funder.names { enter(name, as: .funder) }
    if let slogan = funder.slogan { enter(slogan, as: .funder) }
    if let text = funder.text { enter(text, as: .funder) }
  }
}
