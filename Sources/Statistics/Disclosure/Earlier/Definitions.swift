/// How measures and dimensions are declared, in the words of `published.csv`: a name alone does not say that two
/// editions counted the same.
struct Definitions {
  let declaration: StatisticsDeclaration

  /// Nil where nothing of that name is declared.
  func text(of name: String) -> String? {
    declaration.measure(name).map(text) ?? declaration.dimension(name).map { text(of: $0) }
  }

  /// One row for each measure and dimension by which some facts count.
  func facts(for facts: [PublishedFact], in period: String) -> [PublishedFact] {
    var names: Set<String> = []
    for fact in facts where !fact.measure.isEmpty {
      names.insert(fact.measure)
      names.formUnion(PublishedFact.dimensions(of: fact.cell))
    }
    return names.sorted().compactMap { name in
      text(of: name).map {
        PublishedFact(
          form: .definition, measure: name, cell: "", time: period, status: .published, value: nil,
          detail: $0)
      }
    }
  }

  /// Those that are declared otherwise today.
  func changed(since facts: [PublishedFact]) -> Set<String> {
    Set(
      facts.filter { fact in
        fact.form == .definition && text(of: fact.measure).map { $0 != fact.detail } ?? false
      }.map(\.measure))
  }

  /// What is called otherwise today and declared as it was, by its old name: the one measure or dimension of which
  /// the same is said, where no other name of the edition says so.
  func renamed(in facts: [PublishedFact]) -> [String: String] {
    let known = facts.filter { $0.form == .definition && !$0.measure.isEmpty }
    let names = declaration.measures.map(\.id) + declaration.dimensions.map(\.id)
    var renamed: [String: String] = [:]
    for fact in known where text(of: fact.measure) == nil {
      let today = names.filter { name in
        text(of: name) == fact.detail && !known.contains { $0.measure == name }
      }
      let isOne = known.count { $0.detail == fact.detail } == 1
      if isOne, today.count == 1 { renamed[fact.measure] = today[0] }
    }
    return renamed
  }

  private func text(of measure: Measure) -> String {
    let time =
      switch measure.time {
      case .flow(let column, _): "flow \(column)"
      case .stock(let from, let until): "stock \(from) until \(until)"
      }
    return (["\(measure.recordSet) \(time)"] + conditions(measure.filter, "where"))
      .joined(separator: " ")
  }

  private func text(of dimension: Dimension) -> String {
    let origin: [String] =
      switch dimension.origin {
      case .column(let column): ["column \(column)"]
      case .bands(let column):
        ["bands of \(column)"]
          + declaration.codeList(of: dimension).codes.map { code in
            "\(code.code) \(code.attributes["min"] ?? "")–\(code.attributes["max"] ?? "")"
          }
      case .cases(let cases):
        cases.flatMap { conditions($0.conditions, "\($0.code) if") }
      }
    return (origin + conditions(dimension.appliesWhen, "applies when")).joined(separator: "; ")
  }

  /// With the codes that they let through, and how those are told from each other.
  private func conditions(_ conditions: [Condition], _ word: String) -> [String] {
    guard !conditions.isEmpty else { return [] }
    let parts = conditions.map { condition -> String in
      guard let dimension = declaration.dimension(condition.dimension) else { return "" }
      let mask = declaration.mask(of: condition)
      let codes = declaration.codeList(of: dimension).codes.enumerated()
        .filter { mask[$0.offset] }.map(\.element.code)
      return "\(dimension.id)=\(codes.joined(separator: "+")) (\(text(of: dimension)))"
    }
    return ["\(word) \(parts.joined(separator: " and "))"]
  }
}

extension PublishedFact {
  /// With names of today.
  func renamed(by names: [String: String]) -> PublishedFact {
    func words(_ text: String) -> String {
      text.split(separator: " ", omittingEmptySubsequences: false).map { word in
        let name = word.prefix { !"=:;".contains($0) }
        return (names[String(name)] ?? String(name)) + word.dropFirst(name.count)
      }.joined(separator: " ")
    }
    // The first word is the dimension there, and all others are codes or numbers.
    func detailWords() -> String {
      switch form {
      case .definition: return detail
      case .rest, .order:
        let first = detail.prefix { $0 != " " }
        return words(String(first)) + detail.dropFirst(first.count)
      default: return words(detail)
      }
    }
    return PublishedFact(
      form: form, measure: names[measure] ?? measure, cell: words(cell), time: time, status: status,
      value: value, detail: detailWords(), figure: figure)
  }

  /// `nationality=IRQ+AFG`, or `nationality=~IRQ+AFG` for all but those.
  struct CellPart {
    let dimension: String
    let isComplement: Bool
    /// Nil where it says none.
    let codes: [String]?
  }

  static func parts(of cell: String) -> [CellPart] {
    cell.split(separator: " ").map { part in
      let codes = part.firstIndex(of: "=").map { part[part.index(after: $0)...] }
      return CellPart(
        dimension: String(part.prefix { $0 != "=" }),
        isComplement: codes?.hasPrefix("~") ?? false,
        codes: codes.map { $0.drop { $0 == "~" }.split(separator: "+").map(String.init) })
    }
  }

  /// The dimensions by which a cell is named.
  static func dimensions(of cell: String) -> [String] { parts(of: cell).map(\.dimension) }
}
