import Periods

/// What earlier editions told of times longer than the edition's own, and of their parts, of which the records at
/// hand are not all there are.
struct OuterTimes {
  /// By basis, in the order met; those of the edition's own time too.
  private(set) var statements: [(basis: Region.Basis, statements: [FactNetwork.Statement])] = []
  var cells: AuditCells
  private(set) var relations = EarlierRelations()
  private(set) var rests: [MergedRest] = []
  /// Numbers that are public by `history.csv`, whoever said them again.
  private(set) var historical: Set<Int> = []
  private let network: FactNetwork
  private let divided: Set<Moment>
  private let observations: [EarlierParts.Observation]
  private var longer: [Region.Basis: [ClosedRange<Day>]] = [:]

  init(
    _ network: FactNetwork, of period: Period, earlier: [EarlierCounts], divided: Set<Moment>,
    observations: [EarlierParts.Observation], _ declaration: StatisticsDeclaration
  ) {
    self.network = network
    self.observations = observations
    self.divided = divided
    cells = AuditCells(after: network.counts.map(\.name))
    let times =
      earlier.flatMap { $0.counts.map { ($0.region.basis, $0.time.days) } }
      + earlier.flatMap { $0.kinds.map { ($0.region.basis, $0.time.days) } }
    for (basis, whole) in times {
      guard !basis.isOfStocks, whole != period.days, whole.holds(period.days),
        !isOfRecords(basis, whole), longer[basis]?.contains(whole) != true
      else { continue }
      if longer[basis] == nil { statements.append((basis, [])) }
      longer[basis, default: []].append(whole)
    }
    guard !longer.isEmpty else { return }
    for place in statements.indices {
      statements[place].statements = network.statements.filter {
        isLooked(at: statements[place].basis, $0)
      }
    }
    for edition in earlier { add(edition) }
    for edition in earlier {
      for kinds in edition.kinds { add(kinds, declaration) }
    }
  }

  private func isWithinLonger(_ basis: Region.Basis, _ days: ClosedRange<Day>) -> Bool {
    longer[basis]?.contains { $0.holds(days) } ?? false
  }

  private func isLooked(at basis: Region.Basis, _ statement: FactNetwork.Statement) -> Bool {
    statement.region.basis == basis && isWithinLonger(basis, statement.days)
      && isOfRecords(basis, statement.days)
  }

  /// The records at hand are those that were counted.
  private func isOfRecords(_ basis: Region.Basis, _ days: ClosedRange<Day>) -> Bool {
    network.period.holds(days) || divided.contains(Moment(basis: basis, days: days))
  }

  private mutating func state(_ region: Region, _ days: ClosedRange<Day>, _ count: Int) {
    guard let place = statements.firstIndex(where: { $0.basis == region.basis }) else { return }
    statements[place].statements.append(.init(region: region, days: days, count: count))
  }

  /// What an edition told of longer times, and of parts of them.
  private mutating func add(_ edition: EarlierCounts) {
    var places: [Int: Int] = [:]
    for (index, count) in edition.counts.enumerated() {
      let days = count.time.days
      guard isWithinLonger(count.region.basis, days) else { continue }
      if isOfRecords(count.region.basis, days),
        let own = network.index(of: count.region, days: days)
      {
        places[index] = own
        continue
      }
      let bounds = count.value == nil ? count.bounds : nil
      let cell = cells.add(
        .init(
          id: count.name, value: count.value,
          lower: max(count.least(by: edition.rules), bounds?.lowerBound ?? 0),
          upper: bounds?.upperBound, role: count.isMerged ? .joint : .secondary),
        counting: .init(region: count.region, days: days))
      places[index] = cell
      if observations.contains(where: {
        $0.days == days && $0.region == count.region && $0.value == count.value
      }) {
        historical.insert(cell)
      }
      state(count.region, days, cell)
    }
    relations.add(edition) { places[$0] }
    rests += edition.rests.compactMap { rest in rest.placed { places[$0] } }
  }

  /// Of as many kinds as are known, there are no others.
  private mutating func add(_ kinds: EarlierCounts.Kinds, _ declaration: StatisticsDeclaration) {
    let (region, days, name) = (kinds.region, kinds.time.days, kinds.dimension.id)
    let codes = declaration.codeList(of: kinds.dimension).codes
    var others = CodeSet(size: declaration.codeSpace(of: kinds.dimension).size)
    for number in codes.indices
    where codes[number].isCounted && region.codes[name]?.contains(number) ?? true {
      others.insert(number)
    }
    guard isWithinLonger(region.basis, days), !isOfRecords(region.basis, days),
      let told = statements.first(where: { $0.basis == region.basis })?.statements
    else { return }
    let somebody = told.filter {
      days.holds($0.days) && $0.region.isWithin(region) && isSomebody($0)
    }.compactMap { $0.region.codes[name] }
    let met = Set(somebody.filter { $0.count == 1 && $0.isSubset(of: others) })
    guard met.count == kinds.met else { return }
    for code in met { others = others.subtracting(code) }
    guard !others.isEmpty else { return }
    let id = "\(kinds.met) kinds by \(name) (\(kinds.time.text))"
    state(region.with(others, of: name), days, cells.add(.init(id: id, value: 0)))
  }

  private func isSomebody(_ statement: FactNetwork.Statement) -> Bool {
    guard let count = statement.count else { return false }
    if let cell = cells[count] { return (cell.value ?? cell.lower) > 0 }
    return network.counts[count].known > 0 || network.counts[count].isPrinted
  }
}
