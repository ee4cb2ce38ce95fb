import DocumentModel
import Localization
import Periods
import Statistics
import YAMLReading

/// What stands around the articles: cover, contents, imprint, sender.
struct EditionAssembly {
  let articles: [Article<Composed>]
  let material: EditionMaterial
  let words: Words
  let figures: FigureComposer

  private var language: Language { words.language }
  private var publication: Publication { material.publication }

  private func said(_ text: LocalizedText) -> String { text[language.tag] ?? "" }

  var edition: ComposedEdition {
    var edition = ComposedEdition(
      id: material.settings.period.id, language: language.tag, masthead: masthead,
      keyFigures: keyFigures, teasers: articles.compactMap { teaser($0) },
      contents: articles.map { entry($0) },
      articles: articles, helpline: helpline, imprint: imprint, colophon: colophon,
      sender: sender,
      languages: material.languages.map { LanguageEdition(language: $0.tag, name: $0.name) },
      hasPDF: material.hasPDF)
    let declaration = material.protected.declaration
    edition.categoryNames = declaration.dimensions.flatMap { dimension in
      declaration.codeList(of: dimension).codes.compactMap { $0.labels[language.tag] }
    }
    return edition
  }

  private var masthead: Masthead {
    Masthead(
      publisher: said(publication.publisher), title: said(publication.title),
      period: language.months(of: material.settings.period),
      standfirst: said(material.settings.standfirst), motif: motif)
  }

  /// The shares of every table that is published whole: one with a hidden cell would tell of it.
  private var motif: [[MotifPart]] {
    material.protected.tables.compactMap { table in
      guard table.axes.count == 1, table.declaration.sinceYear == nil,
        let total = table.total?.value, total > 0
      else { return nil }
      let positions = table.positions.dropLast()
      let parts = positions.compactMap { position -> MotifPart? in
        guard let value = table[position].value, value > 0 else { return nil }
        return MotifPart(
          share: Double(value) / Double(total), fact: figures.cells.fact(at: position, in: table))
      }
      let values = positions.map { table[$0].value }
      guard !values.contains(nil), values.reduce(0, { $0 + ($1 ?? 0) }) == total, parts.count > 1
      else { return nil }
      return parts
    }
  }

  private var keyFigures: [KeyFigure] {
    for case .embed(.keyFigures(let figures)) in articles.flatMap(\.text.blocks).map(\.content) {
      return figures
    }
    return []
  }

  private func teaser(_ article: Article<Composed>) -> Teaser? {
    article.teaser.map {
      Teaser(articleID: article.id, title: article.shortTitle ?? article.title, text: $0)
    }
  }

  /// An article with its sections; one that has figures but no sections, with those.
  private func entry(_ article: Article<Composed>) -> ContentsEntry {
    var entries = article.text.blocks.compactMap { block -> ContentsEntry? in
      guard case .heading(let heading) = block.content, heading.level == 2 else { return nil }
      return ContentsEntry(target: heading.id, title: heading.content.plain)
    }
    if entries.isEmpty {
      entries = article.text.blocks.flatMap(\.figures).compactMap { figure in
        material.protected.table(figure.id).map {
          ContentsEntry(target: figure.id, title: figures.label(of: $0))
        }
      }
    }
    return ContentsEntry(
      target: article.id, title: (article.shortTitle ?? article.title).plain, entries: entries)
  }

  private var helpline: Helpline { publication.helpline(in: language) }

  private var sender: Sender {
    Sender(
      nameLines: said(publication.sender.name).split(separator: "\n").map(String.init),
      email: publication.sender.email, web: said(publication.sender.web),
      webAddress: said(publication.sender.webAddress), social: publication.sender.social)
  }

  private var imprint: Imprint {
    let method = methodParagraphs
    return Imprint(
      title: words[.imprint],
      paragraphs: (material.settings.isSynthetic ? [words[.synthetic]] : []) + method
        + [words[.rounding]],
      exceptionsTitle: words[.exceptions],
      exceptions: material.settings.exceptions.map { exception($0) },
      release: words(.published, ["day": language.day(material.settings.release)]),
      values: [
        language.thresholdValue(publication.policy.threshold),
        language.thresholdValue(material.policy.candidates),
      ])
  }

  private var colophon: Colophon {
    let id = material.settings.period.id
    let address = "\(publication.site)\(id)/\(language.tag)/review.txt"
    let release = words(.published, ["day": language.day(material.settings.release)])
    return Colophon(
      title: words[.colophon],
      paragraphs: [
        words(.colophonEdition, ["edition": id, "published": release]),
        words(.colophonChecksum, ["address": address]),
      ])
  }

  /// The policy in words: it is what the program did, not what somebody wrote of it.
  private var methodParagraphs: [String] {
    let policy = material.policy
    var paragraphs = [
      words(.protection, ["threshold": language.number(policy.threshold)]) + " "
        + words[policy.showsZeros ? .zerosShown : .zerosHidden],
      words(.secondary, ["candidates": language.number(policy.candidates)]),
    ]
    if let personal = policy.personal {
      let labels = material.protected.declaration.dimensions.filter { personal.contains($0.id) }
        .map { said($0.label) }
      paragraphs.append(words(.personal, ["dimensions": language.list(labels)]))
    }
    if !policy.alwaysShown.isEmpty {
      let cells = policy.alwaysShown.map { subject($0) }.joined(separator: "; ")
      paragraphs.append(words(.alwaysShown, ["cells": cells]))
    }
    return paragraphs
  }

  private func exception(_ exception: DisclosureException) -> Imprint.Exception {
    let dimensions = exception.by.compactMap { name in
      material.protected.declaration.dimension(name).map { said($0.label) }
    }
    let cell = subject(exception.reference)
    return Imprint.Exception(
      subject: dimensions.isEmpty
        ? cell
        : words(.dividedException, ["cell": cell, "dimensions": language.list(dimensions)]),
      reason: said(exception.reason),
      decidedBy: words(.decidedBy, ["name": said(exception.decidedBy)]))
  }

  /// *New clients: Coercion into criminal activity, In Finland*.
  private func subject(_ reference: CellReference) -> String {
    let declaration = material.protected.declaration
    let measure = declaration.measure(reference.measure).map { said($0.label) } ?? reference.measure
    let categories = reference.conditions.map { condition -> String in
      guard let dimension = declaration.dimension(condition.dimension) else {
        return condition.text
      }
      return condition.values.map { value in
        category(value, of: dimension, measure: reference.measure)
      }
      .joined(separator: ", ")
    }
    guard !categories.isEmpty else { return measure }
    return "\(measure): \(categories.joined(separator: ", "))"
  }

  private func category(_ value: String, of dimension: Dimension, measure: String) -> String {
    if let code = material.protected.declaration.codeList(of: dimension).code(value) {
      return figures.names.label(of: code)
    }
    let axes = material.protected.tables.filter { $0.measure.id == measure }.flatMap(\.axes)
    let rest = axes.filter { $0.dimension?.id == dimension.id }.flatMap(\.categories)
      .first { $0.code == value }
    return rest.map { figures.names.label(of: $0, in: dimension) } ?? value
  }
}

extension Publication {
  /// Where a person in need finds help, in one language.
  package func helpline(in language: Language) -> DocumentModel.Helpline {
    DocumentModel.Helpline(
      title: helpline.title[language.tag] ?? "", phone: helpline.phone,
      hours: helpline.hours[language.tag] ?? "", text: helpline.text[language.tag] ?? "",
      exit: helpline.exit)
  }
}
