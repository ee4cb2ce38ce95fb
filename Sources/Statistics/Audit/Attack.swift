/// What an attacker finds out about the cells of a model.
package struct AttackResult: Sendable {
  package struct Interval: Sendable, Hashable {
    package var lower: Int
    /// Nil when nothing bounds it.
    package var upper: Int?
  }

  package struct Leak: Sendable, Hashable {
    package enum Kind: Int, Sendable, Hashable {
      /// The count can be computed.
      case exact
      /// Fewer values are possible than the policy asks for.
      case narrow
      /// The sum of some cells can be computed, and it is small.
      case implied
    }

    package var kind: Kind
    /// Indices of the model's cells, ascending; one unless the kind is `implied`.
    package var cells: [Int]
    package var interval: Interval
    /// Unknowns that have one value by their bounds, of which a sum may make use.
    var certain: [Int: Int] = [:]
  }

  /// By index of the model's cells; nil for published ones.
  ///
  /// The ends of an interval that is wide enough are not searched for when only a verdict was asked
  /// for, or when that would take too long; it is nil then too.
  package var intervals: [Interval?]
  /// By kind, then by cells.
  package var leaks: [Leak]
  /// Relations between published numbers that do not hold.
  package var contradictions: [String]
  /// Some sums of hidden counts were not looked at to the end.
  package var isIncomplete = false
}

package enum AttackDepth: Sendable {
  /// Looks at each count alone, and stops searching where enough values are possible.
  case counts
  /// Looks at what counts tell together too.
  case verdict
  /// Finds both ends of every interval, as far as that is worth the time.
  case intervals
}

extension AuditModel {
  /// Attacks all cells without a value, with exact numbers throughout.
  ///
  /// - `candidates`: how many values have to stay possible for a protected count.
  /// - `threshold`: a sum of hidden cells below it, and above 0, is a leak when it can be computed.
  package func attacked(
    candidates: Int, threshold: Int, depth: AttackDepth
  ) -> AttackResult {
    attacked(candidates: candidates, threshold: threshold, depth: depth, knowing: nil)
  }

  /// The same, with solutions that need not be searched for; they are checked before they count.
  ///
  /// - `wanted`: cells of which nothing else is asked; nil for all.
  /// - `accepted`: groups whose sum may be known; others are looked for beyond them.
  func attacked(
    candidates: Int, threshold: Int, depth: AttackDepth, knowing known: KnownSolutions?,
    among wanted: Set<Int>? = nil, beyond accepted: [[Int]] = [],
    limits: SmallSums.Limits = SmallSums.Limits()
  ) -> AttackResult {
    let system = AttackSystem(self)
    let ranges = known.flatMap { KnownRanges($0, system, self) }
    var result = AttackResult(
      intervals: Array(repeating: nil, count: cells.count), leaks: [],
      contradictions: system.contradictions.map { note(of: $0) })
    let hasMoments = cells.contains { $0.moment != nil }
    for component in system.components {
      let isWanted =
        wanted.map { wanted in
          component.unknowns.contains { system.unknowns[$0].cell.map(wanted.contains) ?? false }
        } ?? true
      guard isWanted else { continue }
      ComponentAttack(
        model: self, system: system, component: component, candidates: candidates,
        threshold: threshold, depth: depth, ranges: ranges, accepted: accepted,
        hasMoments: hasMoments, limits: limits
      ).run(&result)
    }
    result.leaks.sort { left, right in
      if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
      return left.cells.lexicographicallyPrecedes(right.cells)
    }
    return result
  }

  func note(of source: AttackSystem.Source) -> String {
    switch source {
    case .sum(let index): sums[index].note
    case .relation(let index): relations[index].note
    case .share(let index, _): shares[index].note
    case .order(let index, _): orders[index].first.map { cells[$0].id } ?? ""
    case .group(let index): groups[index].note
    }
  }
}

private struct ComponentAttack {
  let model: AuditModel
  let system: AttackSystem
  let component: AttackComponent
  let candidates: Int
  let threshold: Int
  let depth: AttackDepth
  let ranges: KnownRanges?
  let accepted: [[Int]]
  let hasMoments: Bool
  let limits: SmallSums.Limits

  func run(_ result: inout AttackResult) {
    do {
      try search(Int.self, &result)
    } catch {
      // Larger numbers never overflow, so this ends.
      try? search(LargeNumber.self, &result)
    }
  }

  private func cell(_ place: Int) -> Int? { system.unknowns[component.unknowns[place]].cell }

  private func role(_ place: Int) -> AuditModel.Role {
    cell(place).map { model.cells[$0].role } ?? .derived
  }

  private func moment(_ place: Int) -> Moment? { cell(place).flatMap { model.cells[$0].moment } }

  /// Where counts have their times, what has none only ties some of them.
  private func isOfPersons(_ place: Int) -> Bool {
    cell(place) != nil && (moment(place) != nil || role(place) != .derived || !hasMoments)
  }

  /// A count behind several tables that is not small in one solution is not small in all.
  private func isHarmless(_ place: Int) -> Bool {
    guard role(place) == .joint, let ranges else { return false }
    return !(1..<threshold).contains(ranges.values[component.unknowns[place]])
  }

  /// What excepted counts are divided into, and groups that are accepted.
  private var told: [[Int]] {
    let groups = accepted.map { group in
      component.unknowns.indices.filter { cell($0).map(group.contains) ?? false }
    }
    return groups.filter { !$0.isEmpty }
      + component.equations.compactMap { equation in
        guard case .sum(let index) = system.equations[equation.origin].source,
          model.cells[model.sums[index].total].isExcepted,
          equation.terms.allSatisfy({ abs($0.coefficient) == 1 })
        else { return nil }
        return equation.terms.map(\.place)
      }
  }

  private func isCounted(_ place: Int) -> Bool {
    role(place) == .protected || role(place) == .secondary
  }

  private func search<Number: ExactNumber>(
    _: Number.Type, _ result: inout AttackResult
  ) throws(NumberOverflow) {
    let asked = component.unknowns.indices.filter { role($0) != .derived && !isHarmless($0) }
    // What was counted and is hidden first, since there may not be time for all.
    let open = depth != .intervals ? [] : component.unknowns.indices.filter { cell($0) != nil }
    let ends = open.filter { isCounted($0) } + open.filter { !isCounted($0) }
    guard !asked.isEmpty || !ends.isEmpty || depth == .verdict else { return }
    let wanted = component.unknowns.indices.map { role($0) == .protected ? candidates - 1 : 1 }
    let reduction = try RowReduction<Number>(component)
    let search = ComponentSearch(component, reduction)
    let intervals = try search.ranges(asked: asked, wanted: wanted, ends: ends, known: ranges)
    guard !intervals.isContradictory else {
      let notes = component.equations.map { model.note(of: system.equations[$0.origin].source) }
      result.contradictions += notes.prefix(1)
      return
    }
    let searched = Set(asked + ends).sorted()
    for place in searched {
      guard let cell = cell(place) else { continue }
      let interval = AttackResult.Interval(
        lower: intervals.outerLower[place], upper: intervals.outerUpper[place])
      let met = intervals.width(place)
      let isWide = met >= wanted[place]
      if !isWide || intervals.isSearched[place] { result.intervals[cell] = interval }
      guard role(place) != .derived, !isHarmless(place), !isWide else { continue }
      if role(place) == .joint {
        let isSmall =
          interval.lower == interval.upper && interval.lower > 0 && interval.lower < threshold
        guard isSmall else { continue }
      }
      // Whatever was not shown to be possible is taken for impossible.
      let width = interval.upper == nil ? Int.max : met
      if width == 0 {
        result.leaks.append(
          .init(kind: .exact, cells: [cell], interval: interval))
      } else if width < wanted[place] {
        result.leaks.append(
          .init(kind: .narrow, cells: [cell], interval: interval))
      }
    }
    guard depth != .counts else { return }
    guard let values = intervals.wholeSolution else {
      if !asked.isEmpty { result.isIncomplete = true }
      return
    }
    // What is certain by its bounds tells more sums than the equations alone.
    var certain: [Int: Int] = [:]
    for place in component.unknowns.indices
    where intervals.outerLower[place] == intervals.outerUpper[place] {
      certain[component.unknowns[place]] = intervals.outerLower[place]
    }
    let moving = try self.reduction(reduction, with: certain)
    let told = self.told
    func groups(of isCell: (Int) -> Bool) -> ImpliedGroups {
      ImpliedGroups(
        component: component, reduction: moving, values: values, met: intervals.innerUpper,
        threshold: threshold, isCell: isCell, isPreferred: isCounted, moment: moment,
        told: told, limits: limits)
    }
    let all = groups(of: isOfPersons)
    var found = Set(all.found)
    if all.isIncomplete {
      result.isIncomplete = true
      // Those of what tables show or hide are far fewer, so that they mostly are all found.
      found.formUnion(groups { isOfPersons($0) && role($0) != .joint }.found)
    }
    for group in found {
      let cells = group.places.compactMap { cell($0) }.sorted()
      result.leaks.append(
        .init(
          kind: .implied, cells: cells,
          interval: .init(lower: group.sum, upper: group.sum), certain: certain))
    }
  }

  private func reduction<Number: ExactNumber>(
    _ reduction: RowReduction<Number>, with certain: [Int: Int]
  ) throws(NumberOverflow) -> RowReduction<Number> {
    guard !certain.isEmpty else { return reduction }
    let known = component.unknowns.enumerated().compactMap { place, unknown in
      certain[unknown].map {
        AttackComponent.Equation(terms: [(place, 1)], number: $0, origin: 0)
      }
    }
    return try RowReduction(
      AttackComponent(
        unknowns: component.unknowns, lower: component.lower, upper: component.upper,
        equations: component.equations + known))
  }
}
