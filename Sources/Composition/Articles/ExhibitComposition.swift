import Diagnostics
import DocumentModel
import Localization

extension ArticleComposer {
  /// What stands in place of a fenced block; nil when it asks for what is not there.
  mutating func exhibit(_ request: FencedRequest) -> Exhibit? {
    switch request.kind {
    case .chart, .table: figure(request).map { .figure($0) }
    case .keyFigures: .keyFigures(keyFigures(request))
    case .course: .course(course(request))
    case .contact: .contact(contact(request))
    case .pullQuote:
      .pullQuote(PullQuote(text: words("text", request) ?? [], speaker: words("speaker", request)))
    case .funder: .funder(funder(request))
    }
  }

  private mutating func figure(_ request: FencedRequest) -> Figure? {
    let title = words("title", request) ?? []
    let description = words("description", request)
    let notes = request.fields.filter { $0.name == "note" }.map { inlines(of: $0) }
    return figures.figure(
      request, title: title, description: description, notes: notes
    ).reporting(to: &findings)
  }

  private mutating func keyFigures(_ request: FencedRequest) -> [KeyFigure] {
    var keyFigures: [KeyFigure] = []
    for field in request.fields {
      let content = inlines(of: field)
      switch field.name {
      case "value": keyFigures.append(KeyFigure(value: content, label: [], note: nil))
      case "label" where !keyFigures.isEmpty: keyFigures[keyFigures.count - 1].label = content
      case "note" where !keyFigures.isEmpty: keyFigures[keyFigures.count - 1].note = content
      default: break
      }
    }
    return keyFigures
  }

  private mutating func course(_ request: FencedRequest) -> Course {
    let title = words("title", request) ?? []
    let labels: [(field: String, phrase: Phrase)] = [
      ("where", .courseWhere), ("opens", .courseOpens), ("duration", .courseDuration),
      ("extent", .courseExtent), ("languages", .courseLanguages), ("audience", .courseAudience),
      ("people", .coursePeople), ("link", .courseLink),
    ]
    var facts: [Course.Fact] = []
    for (name, phrase) in labels {
      guard let content = words(name, request) else { continue }
      facts.append(Course.Fact(label: words[phrase], content: content))
    }
    let text = request.fields.filter { $0.name == "text" }.flatMap(\.content).map { block($0) }
    return Course(id: anchors.anchor(for: title.plain), title: title, facts: facts, text: text)
  }

  private mutating func contact(_ request: FencedRequest) -> Contact {
    let pattern = words("email_pattern", request)?.plain
    return Contact(
      heading: words("heading", request), name: words("name", request) ?? [],
      title: words("title", request), phone: words("phone", request)?.plain,
      email: words("email", request)?.plain ?? pattern, emailIsPattern: pattern != nil,
      note: words("note", request))
  }

  private mutating func funder(_ request: FencedRequest) -> Funder {
    let emblem = request.fields.first { $0.name == "emblem" }.map { field in
      composed(
        Image(
          source: field.words, alternative: words("alt", request)?.plain ?? "",
          location: field.location))
    }
    return Funder(
      emblem: emblem, slogan: words("slogan", request),
      names: request.fields.filter { $0.name == "name" }.map { inlines(of: $0) },
      text: words("text", request))
  }

  private mutating func words(_ name: String, _ request: FencedRequest) -> [Inline<Composed>]? {
    guard let field = request.fields.first(where: { $0.name == name }) else { return nil }
    return inlines(of: field)
  }

  /// The field's paragraphs in one.
  private mutating func inlines(of field: FencedRequest.Field) -> [Inline<Composed>] {
    var result: [Inline<Composed>] = []
    for block in field.content {
      guard case .paragraph(let content) = block.content else { continue }
      if !result.isEmpty { result.append(.softBreak) }
      result += inlines(content)
    }
    return result
  }
}
