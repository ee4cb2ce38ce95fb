import Diagnostics
import Periods

extension Dataset {
  /// Counts what the edition's tables and texts ask for, hides what may not be shown, and attacks
  /// what is left.
  ///
  /// - `earlier`: what other editions said of the same persons; it cannot be taken back.
  /// - `requests`: every fact that some text states; nothing else can be asked of the result.
  /// - `location`: the edition's file, where findings about the whole edition are reported.
  /// - Findings: what an attacker can compute, as errors; headline numbers that could not be kept;
  ///   exceptions that are not needed.
  package func protect(
    period: Period, policy: DisclosurePolicy, exceptions: [DisclosureException],
    accepted: [AcceptedFinding] = [], requests: Set<FactRequest>,
    considering earlier: [EarlierEdition] = [],
    at location: SourceLocation = SourceLocation(path: "edition.yaml")
  ) -> Diagnosed<ProtectedEdition> {
    knowing(earlier).protectKnown(
      period: period, policy: policy.widened(by: declaration), exceptions: exceptions,
      accepted: accepted, requests: requests, considering: earlier, at: location)
  }

  private func protectKnown(
    period: Period, policy: DisclosurePolicy, exceptions: [DisclosureException],
    accepted: [AcceptedFinding], requests: Set<FactRequest>,
    considering earlier: [EarlierEdition], at location: SourceLocation
  ) -> Diagnosed<ProtectedEdition> {
    let counting = Counting(
      dataset: self, period: period,
      cubes: cubes(
        for: cubeRequests(exceptions: exceptions, policy: policy, requests: requests), in: period))
    let shown =
      exceptions.map { (reference: $0.reference, by: $0.by) }
      + policy.alwaysShown.map { (reference: $0, by: []) }
    let implications = implicationsByRecordSet
    let first = Excepted(
      shown.filter { !$0.reference.namesRest }, RegionReading(counting: counting, rests: Rests()),
      implications)
    let tables = declaration.tables.filter { $0.sinceYear == nil }.map { table in
      counting.count(
        table, policy: policy, excepted: first,
        restExceptions: shown.map(\.reference).filter(\.namesRest))
    }
    let rests = Rests(of: tables)
    let reading = RegionReading(counting: counting, rests: rests)
    let excepted = Excepted(shown, reading, implications)
    let before = earlier.map { EarlierCounts($0, declaration, policy: policy) }
    var building = FactNetworkBuilding(
      counting: counting, rests: rests, policy: policy, tables: tables,
      references: requests.references + declaration.seriesReferences,
      exceptions: exceptions.map(\.reference))
    for (reference, dimension) in requests.distinct {
      building.add(distinct: reference, by: dimension)
    }
    for ranking in requests.rankings {
      building.add(ranking: ranking.reference, by: ranking.dimension, named: ranking.named)
    }
    let parts = EarlierParts(counting: counting, earlier: before)
    let history = EarlierCounts(
      EarlierEdition(
        parts.observations, around: period, except: before, declaration),
      declaration, policy: policy)
    let reach = counting.reach(over: before)
    let ties = EarlierTies(
      building.network, counting: counting, earlier: before + [history], since: reach)
    var network = ties.network
    StockTies(
      counting: counting, earlier: parts, implications: implications, except: ties.divided
    ).add(to: &network)
    let wholes = StockWholes(counting: counting, earlier: parts, implications: implications)
      .add(to: &network)
    network.addSmallestClasses(counting, implications, personal: policy.personal) {
      classes, network in
      var equations = StockEquations(
        counting: counting, observations: parts.observations, implications: implications)
      let nested = NestedBases(
        counting: counting, implications: implications, excepted: excepted,
        protects: policy.protects)
      nested.addLeavers(to: &network, classes)
      equations.add(to: &network)
      nested.addStocks(to: &network, classes)
    }
    network.makeNamesUnique()
    let outer = OuterTies(
      network, of: period, earlier: before + [history], divided: ties.divided,
      observations: parts.observations, implications: implications, personal: policy.personal,
      declaration: declaration)
    let historical = ties.historical.union(network.told(by: parts.observations, implications))
      .union(outer.historical)
    let alone = ToldByHistory(
      cells: historical,
      definitions: historical.isEmpty
        ? [:] : network.definitions.merging(outer.definitions) { own, _ in own },
      observations: parts.observations, implications: implications, declaration: declaration)
    var answeredFor: Set<AcceptedFinding> = []
    let concealment = Concealment(
      network, policy: policy, excepted: excepted, tables: declaration.tables,
      persons: network.persons(in: self),
      publishedBefore: PublishedBefore(
        before, network, counting: counting, policy: policy, implications),
      others: RelationsToOthers(
        relations: ties.relations,
        outer: outer,
        chains: StockChains(
          period: period, declaration: declaration, earlier: before,
          observations: parts.observations, implications: implications,
          divided: ties.divided, excepted: excepted, wholes: wholes)),
      mergedRests: building.tableRests.map(\.merged) + ties.mergedRests,
      history: alone,
      isAccepted: { leak, model in
        let answers = accepted.filter { $0.accepts(leak, in: model) }
        answeredFor.formUnion(answers)
        return !answers.isEmpty
      })
    var answering = Answering(
      counting: counting, rests: rests, concealment: concealment, reading: reading, earlier: before)
    let withSeries = requests.union(declaration.tables.flatMap { $0.requests(before: period) })
    answering.notAgain =
      EarlierCitations(withSeries, since: before, reading, policy) { [answering] in
        answering.earlier($0, $1).value
      }.hidden
    var answers: [FactRequest: FactAnswer] = [:]
    for request in requests { answers[request] = answering.answer(request) }
    let protected = declaration.tables.compactMap { table in
      table.sinceYear.map { answering.series(table, since: $0) }
        ?? tables.first { $0.declaration.id == table.id }.map(answering.protected)
    }
    // Where too much is told, another exception may be what makes this one needed.
    var findings = exceptions.filter { exception in
      concealment.leaks.isEmpty && !isEmpty(exception.reference.measure)
        && !policy.isSmall(counting.tally(of: exception.reference, rests: rests).count)
    }.map { Diagnostic.exceptionNotNeeded($0) }
    findings +=
      concealment.findings(at: location) + flowFindings(in: period)
      + distantDays(from: period)
    let corrections = Corrections(
      concealment.shown(implications), in: period, earlier: before, policy, declaration,
      implications)
    findings += corrections.findings(accepting: accepted, at: location)
    findings += ties.revised.filter { !corrections.names.contains($0) }
      .map { .revised($0, at: location) }
    findings += before.flatMap { $0.forgotten(since: period.adding(years: -1).start, at: location) }
    let stated = StatedCells(tables, requests, in: network, reading)
    let orders = StatedOrders(requests, answers)
    var audit = concealment.auditModel
    orders.add(to: &audit, stated)
    let counted =
      concealment.publishedCounts(declaration, in: period) + answering.earlierCounts(withSeries)
      + orders.facts(in: period, stated)
      + concealment.publishedRests(building.tableRests, declaration, in: period)
    let published = counted + impliedZeros(of: counted, in: period)
    let definitions =
      Definitions(declaration: declaration).facts(for: counted, in: period.id)
      + declaration.recordRules(of: counted, in: period.id)
    let edition = ProtectedEdition(
      period: period, declaration: declaration, tables: protected,
      exceptions: exceptions, answers: answers, audit: audit, stated: stated,
      published: published + definitions + [.rules(policy, in: period)],
      solutions: concealment.solutions,
      exceptionParts: concealment.exceptionParts, history: alone,
      answeredFor: answeredFor)
    return Diagnosed(edition, findings: findings)
  }

  /// Its file has no records at all, of which another finding tells.
  private func isEmpty(_ measure: String) -> Bool {
    declaration.measure(measure).flatMap { records[$0.recordSet] }?.count == 0
  }

  private func cubeRequests(
    exceptions: [DisclosureException], policy: DisclosurePolicy, requests: Set<FactRequest>
  ) -> Set<Cube.Request> {
    var wanted: Set<Cube.Request> = []
    func want(_ reference: CellReference, and dimension: String? = nil) {
      let dimensions = reference.conditions.map(\.dimension) + (dimension.map { [$0] } ?? [])
      wanted.insert(Cube.Request(measure: reference.measure, dimensions: dimensions))
      wanted.insert(Cube.Request(measure: reference.measure, dimensions: []))
      // To know whether a dimension applies to everyone.
      for name in dimensions {
        wanted.insert(Cube.Request(measure: reference.measure, dimensions: [name]))
      }
    }
    for table in declaration.tables {
      want(CellReference(measure: table.measure, conditions: table.filter))
      for dimension in table.dimensions {
        want(CellReference(measure: table.measure, conditions: table.filter), and: dimension)
      }
      let dimensions = table.dimensions + table.filter.map(\.dimension)
      wanted.insert(Cube.Request(measure: table.measure, dimensions: dimensions))
    }
    for reference in exceptions.map(\.reference) + policy.alwaysShown { want(reference) }
    for request in requests {
      switch request {
      case .count(let reference), .earlier(let reference, _):
        want(reference)
      case .distinct(let reference, let dimension), .ranking(let reference, let dimension, _):
        want(reference)
        want(reference, and: dimension)
      }
    }
    return wanted
  }
}

extension Set<FactRequest> {
  /// The counts of the edition's period that some text states or builds on, in a stable order.
  fileprivate var references: [CellReference] {
    let references = compactMap { request -> CellReference? in
      switch request {
      case .count(let reference), .distinct(let reference, _), .ranking(let reference, _, _):
        reference
      case .earlier: nil
      }
    }
    return Set<CellReference>(references).sorted { $0.text < $1.text }
  }
}

extension StatisticsDeclaration {
  /// A series ends with the count of the edition's own period.
  fileprivate var seriesReferences: [CellReference] {
    tables.filter { $0.sinceYear != nil }
      .map { CellReference(measure: $0.measure, conditions: $0.filter) }
  }
}

extension CellReference {
  /// It speaks of categories counted together.
  var namesRest: Bool { conditions.contains { $0.values == ["_O"] } }

  func adding(_ condition: Condition) -> CellReference {
    CellReference(measure: measure, conditions: conditions + [condition])
  }
}

extension Diagnostic {
  fileprivate static func revised(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureRevised, at: location,
      "“\(name)” was published with another number than the records give now",
      help: "correct the records, or say in the text that the number was revised")
  }

  fileprivate static func exceptionNotNeeded(_ exception: DisclosureException) -> Diagnostic {
    Diagnostic(
      .disclosureException, at: exception.location,
      "The exception for “\(exception.reference.text)” is not needed in this edition",
      help: "remove it, so that it cannot show a small number later")
  }
}
