import DocumentModel
import Localization

/// The helpline in a line at the head of a page, and a way to leave the page at once.
package func helpBar(_ helpline: Helpline, words: Words) -> [HTMLNode] {
  var content: [HTMLNode] = [
    .tag(
      "p", [],
      [
        .tag("span", [("class", "helpbar-title")], helpline.title), .text(" "),
        telephone(helpline.phone), .text(" "),
        .tag("span", [("class", "helpbar-hours")], helpline.hours),
      ])
  ]
  if let exit = helpline.exit {
    // It takes no trace of this page along.
    content.append(
      .tag(
        "a", [("href", exit), ("rel", "noreferrer"), ("class", "exit")], words[.leavePage]))
  }
  return [
    .tag(
      "aside", [("class", "helpbar"), ("aria-label", words[.help])],
      [.tag("div", [("class", "wrap")], content)])
  ]
}

func telephone(_ number: String) -> HTMLNode {
  let digits = number.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
  return .tag("a", [("href", "tel:\(digits)"), ("class", "number")], number)
}

extension PageWriter {
  package var helpBar: [HTMLNode] { Writing.helpBar(edition.helpline, words: words) }

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

  /// How the paper was made and how it can be compared with what is published.
  package var colophon: [HTMLNode] {
    let colophon = edition.colophon
    return [
      .tag(
        "section",
        [("class", "colophon"), ("id", "colophon"), ("aria-labelledby", "colophon-title")],
        [.tag("h2", [("id", "colophon-title")], colophon.title)]
          + colophon.paragraphs.map { .tag("p", [], $0) }
          + [.tag("p", [("class", "checksum")], colophon.checksum)])
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
