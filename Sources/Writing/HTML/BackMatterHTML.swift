import DocumentModel
import Localization

extension PageWriter {
  /// Where a person in need finds help.
  package var helpline: [HTMLNode] {
    let helpline = edition.helpline
    return [
      .tag(
        "section",
        [("class", "hotline"), ("id", "helpline"), ("aria-labelledby", "helpline-title")],
        [
          .tag("h2", [("id", "helpline-title")], helpline.title),
          .tag("p", [("class", "tel")], [telephone(helpline.phone)]),
          .tag("p", [("class", "hours")], helpline.hours),
          .tag("p", [], helpline.text),
        ])
    ]
  }

  /// What the data is, how numbers are protected, and what is shown all the same.
  package var imprint: [HTMLNode] {
    let imprint = edition.imprint
    var content: [HTMLNode] = [.tag("h2", [("id", "imprint-title")], imprint.title)]
    content += imprint.paragraphs.map { .tag("p", [], $0) }
    if !imprint.exceptions.isEmpty {
      content.append(.tag("h3", [], imprint.exceptionsTitle))
      content.append(
        .tag(
          "ul", [],
          imprint.exceptions.map { exception in
            .tag(
              "li", [],
              [
                .tag("strong", [], exception.subject),
                .text(". \(exception.reason) \(exception.decidedBy)"),
              ])
          }))
    }
    content.append(.tag("p", [], imprint.release))
    return [
      .tag(
        "section", [("class", "imprint"), ("id", "imprint"), ("aria-labelledby", "imprint-title")],
        content)
    ]
  }

  package var sender: [HTMLNode] {
    let sender = edition.sender
    var name: [HTMLNode] = []
    for (index, line) in sender.nameLines.enumerated() {
      if index > 0 { name.append(.tag("br")) }
      name.append(.text(line))
    }
    return [
      .tag(
        "address", [("class", "sender"), ("id", "sender")],
        [
          .tag("p", [("class", "sender-name")], name),
          .tag("p", [], [.tag("a", [("href", "mailto:\(sender.email)")], sender.email)]),
          .tag("p", [], [.tag("a", [("href", sender.webAddress)], sender.web)]),
          .tag("p", [], "\(sender.social) \(words[.onSocialMedia])"),
        ])
    ]
  }
}
