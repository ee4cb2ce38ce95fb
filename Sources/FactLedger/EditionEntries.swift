import DocumentModel

extension LedgerKeeping {
  mutating func enterEdition() {
    let masthead = edition.masthead
    if !isText {
      enter("\(masthead.title), \(masthead.period)", as: .pageTitle)
      enter(masthead.standfirst, as: .pageDescription)
    }
    if surface == .webPage { enterHelpBar() }
    enterCover()
    // A web page has them beside the text and folded, and shows what fits.
    for _ in 0..<(surface == .webPage ? 2 : 1) { enterContents() }
    for (index, article) in edition.articles.enumerated() {
      self.article = index + 1
      section = 0
      links = []
      place = .article(article.id)
      enter(article)
    }
    enterBackMatter()
  }

  private mutating func enterHelpBar() {
    place = .helpBar
    let helpline = edition.helpline
    addresses.insert(callAddress(of: helpline.phone))
    if let exit = helpline.exit { addresses.insert(exit) }
    enter([helpline.title, helpline.phone, helpline.hours].joined(separator: " "), as: .backMatter)
  }

  private mutating func enterCover() {
    place = .cover
    let masthead = edition.masthead
    for (band, parts) in masthead.motif.enumerated() where !isText {
      for (part, fact) in parts.map(\.fact).enumerated() {
        enterMark(fact, as: .motif(band: band, part: part))
      }
    }
    enter(masthead.publisher, as: .masthead)
    enter("\(masthead.title) \(masthead.period)", as: .masthead)
    enter(masthead.standfirst, as: .masthead)
    for figure in edition.keyFigures where !isText {
      enter(figure.label, as: .keyFigure)
      enter(figure.value, as: .keyFigure)
    }
    for teaser in edition.teasers {
      enter(teaser.title, as: .teaser)
      enter(teaser.text, as: .teaser)
    }
  }

  private mutating func enterContents() {
    place = .contents
    for (index, entry) in edition.contents.enumerated() {
      if isText { enterOrdinal("\(index + 1)") }
      enter(entry, depth: isText ? 1 : .max)
    }
  }

  private mutating func enter(_ entry: ContentsEntry, depth: Int) {
    var text = passage(entry.title)
    if let page = pages[entry.target] { text.addApart("\(page)") }
    enter(text, as: .contentsEntry, stated: statedInTitle(of: entry.target))
    guard depth > 1 else { return }
    for inner in entry.entries { enter(inner, depth: depth - 1) }
  }

  /// A title in the contents is that of the place it leads to.
  private func statedInTitle(of target: String) -> [PublishedValue] {
    for article in edition.articles {
      if article.id == target { return (article.shortTitle ?? article.title).values }
      for block in article.text.blocks {
        if case .heading(let heading) = block.content, heading.id == target {
          return heading.content.values
        }
      }
    }
    return []
  }

  private mutating func enter(_ article: Article<Composed>) {
    anchors.insert(article.id)
    if isText { enterOrdinal("\(self.article)") }
    if !isText, let kicker = article.kicker { enter(kicker, as: .kicker) }
    enter(article.title, as: .title)
    if isText, let kicker = article.kicker { enter(kicker, as: .kicker) }
    if let standfirst = article.standfirst { enter(standfirst, as: .standfirst) }
    enter(article.authors.joined(separator: ", "), as: .authors)
    if let image = article.image { enter(image) }
    for block in article.text.blocks { enter(block) }
    for (index, note) in article.text.notes.enumerated() {
      anchors.insert(note.id)
      if isText { enterOrdinal("\(index + 1)") }
      for block in note.content {
        if isText {
          if case .paragraph(let content) = block.content { enter(content, as: .note) }
        } else {
          enter(block, as: .note)
        }
      }
      if !isText { enter("\(index + 1)", as: .label) }
    }
    guard isText else { return }
    for (index, link) in links.enumerated() {
      enterOrdinal("\(index + 1)")
      enter(link, as: .address)
    }
  }

  mutating func enter(_ image: Image) {
    enterAddresses(of: image)
    enter(image.alternative, as: .alternative, stated: image.alternativeValues)
    let words = [image.caption, image.credit].compactMap { $0 }.joined(separator: " ")
    enter(words, as: .caption, stated: image.captionValues)
  }

  private mutating func enterBackMatter() {
    links = []
    place = .helpline
    let helpline = edition.helpline
    addresses.insert(callAddress(of: helpline.phone))
    for line in [helpline.title, helpline.phone, helpline.hours, helpline.text] {
      enter(line, as: .backMatter)
    }
    place = .imprint
    let imprint = edition.imprint
    enter(imprint.title, as: .backMatter)
    for paragraph in imprint.paragraphs {
      enter(paragraph, as: .backMatter, stated: imprint.values)
    }
    if !imprint.exceptions.isEmpty { enter(imprint.exceptionsTitle, as: .backMatter) }
    for exception in imprint.exceptions {
      enter(
        "\(exception.subject). \(exception.reason) \(exception.decidedBy)", as: .backMatter)
    }
    enter(imprint.release, as: .backMatter)
    if surface == .print { enterColophon() }
    place = .sender
    let sender = edition.sender
    addresses.formUnion([sender.webAddress, "mailto:\(sender.email)"])
    enter(sender.nameLines.joined(separator: "\n"), as: .backMatter)
    let web = isText ? sender.webAddress : sender.web
    for line in [sender.email, web, sender.social] { enter(line, as: .backMatter) }
  }

  private mutating func enterColophon() {
    place = .colophon
    let colophon = edition.colophon
    for line in [colophon.title] + colophon.paragraphs + [colophon.checksum] {
      enter(line, as: .backMatter)
    }
  }

  func callAddress(of phone: String) -> String {
    "tel:" + phone.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
  }
}
