import Diagnostics
import Periods

extension Dataset {
  /// Counts what the edition's tables and texts ask for, and hides what may not be shown.
  ///
  /// - `requests`: every fact that some text states; nothing else can be asked of the result.
  /// - Findings: exceptions that are not needed or name nothing.
  package func protect(
    period: Period, policy: DisclosurePolicy, exceptions: [DisclosureException],
    requests: Set<FactRequest>
  ) -> Diagnosed<ProtectedEdition> {
    let counting = Counting(
      dataset: self, period: period,
      cubes: cubes(for: cubeRequests(exceptions: exceptions, requests: requests), in: period))
    let exceptedFirst = Set(
      exceptions.filter { !$0.reference.namesRest }.map {
        counting.tally(of: $0.reference, rests: Rests()).print
      })
    let restExceptions = exceptions.map(\.reference).filter(\.namesRest)
    let tables = declaration.tables.filter { $0.sinceYear == nil }.map { table in
      counting.count(
        table, policy: policy, isExcepted: { exceptedFirst.contains($0.print) },
        restExceptions: restExceptions)
    }
    let rests = Rests(of: tables)
    let excepted = exceptedFirst.union(
      restExceptions.map { counting.tally(of: $0, rests: rests).print })
    var suppression = Suppression(policy: policy, excepted: excepted, tables: tables)
    suppression.run()
    let answering = Answering(counting: counting, rests: rests, suppression: suppression)
    var answers: [FactRequest: FactAnswer] = [:]
    for request in requests { answers[request] = answering.answer(request) }
    let protected = declaration.tables.compactMap { table in
      table.sinceYear.map { answering.series(table, since: $0) }
        ?? suppression.tables.first { $0.declaration.id == table.id }?.protected
    }
    let findings = exceptions.filter { exception in
      !policy.isSmall(counting.tally(of: exception.reference, rests: rests).count)
    }
    let edition = ProtectedEdition(
      period: period, declaration: declaration, tables: protected,
      exceptions: exceptions, answers: answers)
    return Diagnosed(
      edition, findings: findings.map { .exceptionNotNeeded($0) } + flowFindings(in: period))
  }

  private func cubeRequests(
    exceptions: [DisclosureException], requests: Set<FactRequest>
  ) -> Set<Cube.Request> {
    var wanted: Set<Cube.Request> = []
    func want(_ reference: CellReference, and dimension: String? = nil) {
      let dimensions = reference.conditions.map(\.dimension) + (dimension.map { [$0] } ?? [])
      wanted.insert(Cube.Request(measure: reference.measure, dimensions: dimensions))
      wanted.insert(Cube.Request(measure: reference.measure, dimensions: []))
    }
    for table in declaration.tables {
      want(CellReference(measure: table.measure, conditions: table.filter))
      let dimensions = table.dimensions + table.filter.map(\.dimension)
      wanted.insert(Cube.Request(measure: table.measure, dimensions: dimensions))
    }
    for exception in exceptions { want(exception.reference) }
    for request in requests {
      switch request {
      case .count(let reference), .earlier(let reference, _):
        want(reference)
      case .distinct(let reference, let dimension), .ranking(let reference, let dimension):
        want(reference)
        want(reference, and: dimension)
      }
    }
    return wanted
  }
}

extension CellReference {
  /// It speaks of categories counted together.
  var namesRest: Bool { conditions.contains { $0.values == ["_O"] } }
}

extension Diagnostic {
  fileprivate static func exceptionNotNeeded(_ exception: DisclosureException) -> Diagnostic {
    Diagnostic(
      .disclosureException, at: exception.location,
      "The exception for “\(exception.reference.text)” is not needed in this edition",
      help: "remove it, so that it cannot show a small number later")
  }
}
