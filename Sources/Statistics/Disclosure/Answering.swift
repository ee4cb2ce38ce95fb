import Periods

/// Answers what texts ask, by the same rules as the tables.
struct Answering {
  let counting: Counting
  let rests: Rests
  let concealment: Concealment
  let reading: RegionReading
  /// What editions before this one said.
  let earlier: [EarlierCounts]
  /// Numbers of earlier periods that may not stand beside others.
  var notAgain: Set<FactRequest> = []

  private var declaration: StatisticsDeclaration { counting.declaration }

  func answer(_ request: FactRequest) -> FactAnswer {
    switch request {
    case .count(let reference):
      return .count(count(reference))
    case .earlier(let reference, let period):
      return .count(notAgain.contains(request) ? .suppressed : earlier(reference, period))
    case .distinct(let reference, let name):
      guard case .published = count(reference),
        let kinds = counting.kinds(of: reference, by: name, rests: rests),
        kinds.mayBeTold(concealment.policy)
      else { return .count(.suppressed) }
      return .count(.published(kinds.met))
    case .ranking(let reference, let name, let named):
      return .ranking(ranking(reference, by: name, named))
    }
  }

  private func count(_ reference: CellReference) -> Cell {
    guard rests.hasRest(for: reference) else { return .missing(.notApplicable) }
    let tally = counting.tally(of: reference, rests: rests)
    return isHidden(tally.count, reading.region(of: reference))
      ? .suppressed : .published(tally.count)
  }

  private func isHidden(_ count: Int, _ region: Region?) -> Bool {
    let isSmall = concealment.policy.isSmall(count)
    guard let region, let index = concealment.network.index(of: region) else { return isSmall }
    if concealment.isExcepted[index] { return false }
    return concealment.isHidden[index] || !concealment.network.counts[index].isPrinted && isSmall
  }

  /// A table with everything that was cleared.
  func protected(_ table: CountedTable) -> ProtectedTable {
    let regions = reading.regions(of: table)
    return ProtectedTable(
      declaration: table.declaration, measure: table.measure, axes: table.axes.map(\.axis),
      cells: zip(table.tallies, regions).map { tally, region in
        concealment.withdrawn.contains(table.declaration.id) || isHidden(tally.count, region)
          ? .suppressed : .published(tally.count)
      })
  }

  func earlier(_ reference: CellReference, _ period: Period) -> Cell {
    guard period.end < counting.period.end else { return .missing(.notAvailable) }
    let isPlain = reference.conditions.allSatisfy { $0.attribute == nil && $0.values.count == 1 }
    guard isPlain, let measure = declaration.measure(reference.measure) else {
      return .missing(.notAvailable)
    }
    // What an edition hid of its period stays hidden, whatever a file of observations says.
    let said = said(of: reference, measure, in: period)
    if !said.isEmpty {
      guard let value = said.lazy.compactMap(\.value).first else { return .suppressed }
      return concealment.policy.isSmall(value) ? .suppressed : .published(value)
    }
    let key = History.Key(
      measure: measure.id, cell: reference.conditions.map(\.text).sorted(),
      start: measure.isStock ? nil : period.start, end: period.end)
    guard let value = counting.dataset.history.values[key] else { return .missing(.notAvailable) }
    return concealment.policy.isSmall(value) ? .suppressed : .published(value)
  }

  private func said(
    of reference: CellReference, _ measure: Measure, in period: Period
  ) -> [EarlierCounts.Count] {
    guard let region = reading.region(of: reference) else { return [] }
    let time = CountingTime(measure, in: period)
    return earlier.flatMap(\.counts).filter {
      $0.measure == measure.id && $0.time == time && $0.region == region && !$0.isRest
    }
  }

  /// Numbers of earlier periods that the edition says again, for those after it.
  func earlierCounts(_ requests: Set<FactRequest>) -> [PublishedFact] {
    let texts = RegionText(declaration: declaration)
    return requests.compactMap { request -> PublishedFact? in
      guard case .earlier(let reference, let period) = request, !reference.namesRest,
        case .count(.published(let value)) = answer(request),
        let measure = declaration.measure(reference.measure),
        let region = reading.region(of: reference)
      else { return nil }
      return PublishedFact(
        form: .count, measure: measure.id, cell: texts.text(of: region, measure),
        time: CountingTime(measure, in: period).text, status: .published, value: value)
    }.sorted { ($0.measure, $0.cell, $0.time) < ($1.measure, $1.cell, $1.time) }
  }

  /// So many that each of them is larger than all others.
  private func ranking(
    _ reference: CellReference, by name: String, _ named: Int
  ) -> [CodeList.Code] {
    guard case .published = count(reference),
      let kinds = counting.kinds(of: reference, by: name, rests: rests)
    else { return [] }
    let codes = declaration.codeList(of: kinds.dimension).codes
    let all = kinds.largestFirst
    let next = all.dropFirst(named).first?.tally.count
    let shown = all.prefix(named).prefix { number, tally in
      let region = reading.region(
        of: reference.adding(Condition(dimension: name, values: [codes[number].code])))
      return tally.count != next && !isHidden(tally.count, region)
        && !concealment.policy.isSmall(tally.count)
    }
    return shown.map { codes[$0.number] }
  }

  /// The edition’s own value and those published before it, year by year.
  func series(_ table: TableDeclaration, since year: Int) -> ProtectedTable {
    guard let measure = declaration.measure(table.measure) else {
      preconditionFailure("Tables are checked when declared")
    }
    let last = counting.period.year
    let periods = (min(year, last)...last).map { counting.period.adding(years: $0 - last) }
    let cells = periods.map { period -> Cell in
      guard case .count(let cell) = answer(table.request(for: period, in: counting.period)) else {
        return .missing(.notAvailable)
      }
      return cell
    }
    let categories = periods.map { Category.period($0, isStock: measure.isStock) }
    return ProtectedTable(
      declaration: table, measure: measure, axes: [Axis(dimension: nil, categories: categories)],
      cells: cells)
  }
}

extension TableDeclaration {
  /// What a series of the edition says of one period.
  fileprivate func request(for period: Period, in own: Period) -> FactRequest {
    let reference = CellReference(measure: measure, conditions: filter)
    return period == own ? .count(reference) : .earlier(reference, period)
  }

  /// What a series says of periods before the edition’s own; nothing for other tables.
  func requests(before own: Period) -> [FactRequest] {
    guard let sinceYear else { return [] }
    return (min(sinceYear, own.year)..<own.year).map {
      request(for: own.adding(years: $0 - own.year), in: own)
    }
  }
}
