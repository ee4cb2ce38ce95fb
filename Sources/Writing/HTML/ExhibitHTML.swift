import DocumentModel
import Localization

extension PageWriter {
  func exhibit(
    _ exhibit: Exhibit, of article: Article<Composed>, level: inout Int
  ) -> HTMLNode {
    switch exhibit {
    case .figure(let figure): self.figure(figure, level: min(6, level + 1))
    case .keyFigures(let figures): keyFigures(figures)
    case .course(let course): self.course(course, of: article, level: &level)
    case .contact(let contact): self.contact(contact, level: min(6, level + 1))
    case .pullQuote(let quote): pullQuote(quote)
    case .funder(let funder): self.funder(funder)
    }
  }

  private func keyFigures(_ figures: [KeyFigure]) -> HTMLNode {
    let entries = figures.map { figure -> HTMLNode in
      var content: [HTMLNode] = [
        .tag("dt", [], inlines(figure.label)), .tag("dd", [], inlines(figure.value)),
      ]
      if let note = figure.note { content.append(.tag("dd", [("class", "note")], inlines(note))) }
      return .tag("div", [], content)
    }
    return .tag(
      "section", [("class", "keyfigures"), ("aria-label", words[.keyFigures])],
      [.tag("dl", [], entries)])
  }

  /// Readers meet the sentence in the text too, so it is no part of what is read aloud.
  private func pullQuote(_ quote: PullQuote) -> HTMLNode {
    var content: [HTMLNode] = [.tag("p", [], inlines(quote.text))]
    if let speaker = quote.speaker {
      content.append(.tag("p", [("class", "speaker")], inlines(speaker)))
    }
    return .tag("div", [("class", "pull"), ("aria-hidden", "true")], content)
  }

  private func course(
    _ course: Course, of article: Article<Composed>, level: inout Int
  ) -> HTMLNode {
    level = 3
    let facts = course.facts.map { fact -> HTMLNode in
      .tag(
        "div", [], [.tag("dt", [], fact.label), .tag("dd", [], inlines(fact.content, in: article))])
    }
    var content: [HTMLNode] = [
      .tag("h3", [("id", course.id)], inlines(course.title, in: article)),
      .tag("dl", [], facts),
    ]
    content += blocks(course.text, of: article, level: &level)
    return .tag(
      "section", [("class", "course"), ("aria-labelledby", course.id)], content)
  }

  private func contact(_ contact: Contact, level: Int) -> HTMLNode {
    var content: [HTMLNode] = []
    if let heading = contact.heading { content.append(.tag("h\(level)", [], inlines(heading))) }
    var name: [HTMLNode] = [.tag("strong", [], inlines(contact.name))]
    if let title = contact.title { name += [.text(", ")] + inlines(title) }
    content.append(.tag("p", [("class", "contact-name")], name))
    var lines: [[HTMLNode]] = []
    if let phone = contact.phone {
      lines.append([.text("\(words[.phone]): "), telephone(phone)])
    }
    if let email = contact.email {
      lines.append(
        contact.emailIsPattern
          ? [.text(words(.emailPattern, ["pattern": email]))]
          : [.text("\(words[.email]): "), .tag("a", [("href", "mailto:\(email)")], email)])
    }
    if let note = contact.note { lines.append(inlines(note)) }
    content += lines.map { .tag("p", [], $0) }
    return .tag("div", [("class", "contact")], content)
  }

  private func funder(_ funder: Funder) -> HTMLNode {
    var words: [HTMLNode] = funder.names.map { .tag("p", [("class", "funder-name")], inlines($0)) }
    if let slogan = funder.slogan {
      words.append(.tag("p", [("class", "slogan")], inlines(slogan)))
    }
    var content: [HTMLNode] = []
    if let emblem = funder.emblem { content.append(image(emblem)) }
    content.append(.tag("div", [], words))
    var nodes: [HTMLNode] = [.tag("div", [("class", "funder-block")], content)]
    if let text = funder.text { nodes.append(.tag("p", [], inlines(text))) }
    return .tag("aside", [("class", "funder"), ("aria-label", self.words[.funding])], nodes)
  }
}
