import Periods

/// Earlier editions of longer periods: the edition is one part of what they counted.
///
/// The true counts of the other parts are not at hand, so that these relations are there for the
/// audit alone; where it finds a leak, more of the edition is hidden.
struct OuterTies {
  let period: Period
  let policy: DisclosurePolicy
  let earlier: [EarlierCounts]
  /// Times that are divided with the edition's own.
  let divided: Set<Moment>
  /// By record set.
  let implications: [String: Implications]

  func add(to model: inout AuditModel, _ network: FactNetwork) {
    let canonical = network.places.map {
      (region: implications.canonical($0.region), count: $0.count)
    }
    var places = Dictionary(canonical.map { ($0.region, $0.count) }) { first, _ in first }
    let zeros = Dictionary(network.zeros.map { (implications.canonical($0.region), $0.measure) }) {
      first, _ in first
    }
    let stated = canonical.sorted {
      ($0.region.codes.volume, $0.count) < ($1.region.codes.volume, $1.count)
    }
    func place(of region: Region) -> Int? {
      let region = implications.canonical(region)
      if let known = places[region] { return known }
      if let measure = zeros[region] {
        places[region] = model.cells.count
        model.cells.append(.init(id: "0 of \(measure) #\(model.cells.count)", value: 0))
        return places[region]
      }
      // Several categories of the edition may be one of the longer period.
      var parts: [(region: Region, count: Int)] = []
      for part in stated
      where part.region != region && part.region.isWithin(region)
        && part.region.codes.count == region.codes.count
        && parts.allSatisfy({ $0.region.codes.overlap(part.region.codes) == 0 })
      {
        parts.append(part)
      }
      guard !parts.isEmpty,
        parts.reduce(0, { $0 + $1.region.codes.volume }) == region.codes.volume
      else { return nil }
      let values = parts.compactMap { model.cells[$0.count].value }
      let total = model.cells.count
      places[region] = total
      let names = parts.map { model.cells[$0.count].id }.joined(separator: " + ")
      model.cells.append(
        .init(id: names, value: values.count == parts.count ? values.reduce(0, +) : nil))
      model.sums.append(.init(total: total, parts: parts.map(\.count), note: names))
      return total
    }
    for edition in earlier {
      var indices: [Int: Int] = [:]
      for (index, count) in edition.counts.enumerated() {
        guard case .during(let whole) = count.time, whole != period, whole.contains(period),
          !divided.contains(.init(basis: count.region.basis, days: whole.days)),
          let place = place(of: count.region)
        else { continue }
        indices[index] = add(count, edition.rules, part: place, of: whole, to: &model)
      }
      guard !indices.isEmpty else { continue }
      func cell(_ index: Int) -> Int {
        if let known = indices[index] { return known }
        let added = self.cell(edition.counts[index], edition.rules, &model)
        indices[index] = added
        return added
      }
      for sum in edition.sums {
        guard case .during(let whole) = edition.counts[sum.total].time, whole.contains(period)
        else {
          continue
        }
        let cells = ([sum.total] + sum.parts).map(cell)
        model.sums.append(
          .init(total: cells[0], parts: Array(cells.dropFirst()), note: sum.figure))
      }
      var relations = EarlierRelations()
      relations.add(edition) { index in
        guard case .during(let whole) = edition.counts[index].time, whole != period,
          whole.contains(period)
        else { return nil }
        return cell(index)
      }
      relations.add(to: &model)
    }
  }

  private func cell(
    _ count: EarlierCounts.Count, _ rules: EarlierCounts.Rules, _ model: inout AuditModel
  ) -> Int {
    let bounds = count.value == nil ? count.bounds : nil
    model.cells.append(
      .init(
        id: count.name, value: count.value,
        lower: max(count.least(by: rules), bounds?.lowerBound ?? 0), upper: bounds?.upperBound,
        role: .secondary))
    return model.cells.count - 1
  }

  /// The longer period as this edition’s, other parts that are known, and what they leave.
  private func add(
    _ count: EarlierCounts.Count, _ rules: EarlierCounts.Rules, part place: Int,
    of whole: Period, to model: inout AuditModel
  ) -> Int {
    let total = cell(count, rules, &model)
    var parts = [place]
    var covered = [period]
    let others = earlier.flatMap { edition in
      edition.counts.compactMap {
        other -> (span: Period, other: EarlierCounts.Count, EarlierCounts.Rules)? in
        guard other.region == count.region, case .during(let span) = other.time, span != whole,
          whole.contains(span)
        else { return nil }
        return (span, other, edition.rules)
      }
    }.sorted { ($1.span.monthCount, $0.span.start) < ($0.span.monthCount, $1.span.start) }
    for (span, other, rules) in others
    where !covered.contains(where: { $0.days.overlaps(span.days) }) {
      parts.append(cell(other, rules, &model))
      covered.append(span)
    }
    let months = covered.reduce(0) { $0 + $1.monthCount }
    if months < whole.monthCount {
      let known = parts.compactMap { model.cells[$0].value }
      let left = count.value.map { $0 - known.reduce(0, +) }
      let isSmall =
        known.count == parts.count && left.map { (1..<policy.threshold).contains($0) } == true
      parts.append(model.cells.count)
      model.cells.append(
        .init(
          id: "\(count.name) without \(period.id)", value: nil,
          role: isSmall ? .protected : .derived))
    }
    model.sums.append(
      .init(total: total, parts: parts, note: "\(count.name) and its parts"))
    return total
  }
}
