import Periods

/// Earlier editions of longer periods: the edition is one part of what they counted.
///
/// The true counts of the other parts are not at hand, so that these relations are there for the
/// audit alone; where it finds a leak, more of the edition is hidden.
struct OuterTies {
  let period: Period
  let earlier: [EarlierCounts]
  /// Times that are divided with the edition's own.
  let divided: Set<Moment>
  /// By record set.
  let implications: [String: Implications]
  let declaration: StatisticsDeclaration

  func add(to model: inout AuditModel, _ network: FactNetwork) {
    let longer = Set(
      earlier.flatMap(\.counts).compactMap { count -> Period? in
        guard case .during(let whole) = count.time, whole != period, whole.contains(period),
          !isDivided(count, whole)
        else { return nil }
        return whole
      }
    ).sorted { ($0.monthCount, $0.start) < ($1.monthCount, $1.start) }
    guard !longer.isEmpty else { return }
    var own = own(network, &model)
    var told: [Period: StatedRegions] = [:]
    var remaining = RemainingTimes(
      naming: { ClassNames(declaration, of: $0.basis).name(of: $0) }, all: implications.possible)
    let ofEditions = Set(
      earlier.filter { $0.id != EarlierEdition.history }.flatMap(\.counts).map(\.time))
    for edition in earlier { add(edition, within: longer, network, to: &told, &model) }
    for whole in longer {
      let stated = [told[whole]?.stated ?? [], own.stated].joined().map(\.region)
      var met: Set<Region> = []
      for region in stated where met.insert(region).inserted {
        guard !divided.contains(.init(basis: region.basis, days: whole.days)),
          let total = told[whole]?.cell(of: region, &model),
          let place = own.cell(of: region, &model)
        else { continue }
        // What the numbers of history.csv leave of each other was told before, and is not divided further.
        tie(
          region, total, of: whole, to: place, &told, &remaining,
          isDivided: ofEditions.contains(.during(whole)), &model)
      }
    }
    remaining.tie(in: &model)
  }

  private func isDivided(_ count: EarlierCounts.Count, _ time: Period) -> Bool {
    divided.contains(.init(basis: count.region.basis, days: time.days))
  }

  private func own(_ network: FactNetwork, _ model: inout AuditModel) -> StatedRegions {
    var own = StatedRegions(implications)
    for place in network.places { own.state(implications.canonical(place.region), place.count) }
    for zero in network.zeros {
      let region = implications.canonical(zero.region)
      guard own.known[region] == nil else { continue }
      own.state(region, model.cells.count)
      model.cells.append(.init(id: "0 of \(zero.measure) #\(model.cells.count)", value: 0))
    }
    return own
  }

  /// What an edition told of longer times, and of parts of them.
  private func add(
    _ edition: EarlierCounts, within longer: [Period], _ network: FactNetwork,
    to told: inout [Period: StatedRegions],
    _ model: inout AuditModel
  ) {
    var cells: [Int: Int] = [:]
    for (index, count) in edition.counts.enumerated() {
      guard case .during(let time) = count.time, longer.contains(where: { $0.contains(time) })
      else { continue }
      let bounds = count.value == nil ? count.bounds : nil
      let region = implications.canonical(count.region)
      // What the records hold is a count of the network.
      if isDivided(count, time), let own = network.index(of: count.region, days: time.days) {
        cells[index] = own
        told[time, default: StatedRegions(implications)].state(region, own)
        continue
      }
      // What one edition hid another one may have shown.
      if let known = told[time]?.known[region],
        count.value == nil || count.value == model.cells[known].value
      {
        cells[index] = known
        continue
      }
      cells[index] = model.cells.count
      told[time, default: StatedRegions(implications)].state(region, model.cells.count)
      model.cells.append(
        .init(
          id: count.name, value: count.value,
          lower: max(count.least(by: edition.rules), bounds?.lowerBound ?? 0),
          upper: bounds?.upperBound, role: .secondary))
    }
    guard !cells.isEmpty else { return }
    for sum in edition.sums {
      let parts = sum.parts.compactMap { cells[$0] }
      guard let total = cells[sum.total], parts.count == sum.parts.count else { continue }
      add(total, parts, sum.figure, to: &model)
    }
    var relations = EarlierRelations()
    relations.add(edition) { cells[$0] }
    relations.add(to: &model)
  }

  /// The longer period as this edition’s and what is left of it, of which other times that are told are parts.
  private func tie(
    _ region: Region, _ total: Int, of whole: Period, to place: Int,
    _ told: inout [Period: StatedRegions], _ remaining: inout RemainingTimes, isDivided: Bool,
    _ model: inout AuditModel
  ) {
    let spans = told.keys.sorted { ($0.monthCount, $0.start) < ($1.monthCount, $1.start) }
      .filter { $0 != whole && whole.contains($0) && !$0.days.overlaps(period.days) }
    for span in spans {
      guard let cell = told[span]?.cell(of: region, &model) else { continue }
      let isOfRecords = divided.contains(.init(basis: region.basis, days: span.days))
      remaining.note(
        region, in: span.months, as: cell, value: model.cells[cell].value,
        isDivided: isDivided && !isOfRecords)
    }
    let value = model.cells[total].value.flatMap { all in model.cells[place].value.map { all - $0 }
    }
    let rest = remaining.cell(
      of: region, in: whole.months.subtracting(period.months), value: value, isDivided: isDivided,
      &model)
    add(total, [place, rest], "\(model.cells[total].id) and its parts", to: &model)
  }

  /// Numbers that were corrected since may not add up; then they tell nothing of each other.
  private func add(
    _ total: Int, _ parts: [Int], _ note: String, to model: inout AuditModel
  ) {
    let sum = AuditModel.Sum(total: total, parts: parts, note: note)
    if model.canHold(sum) { model.sums.append(sum) }
  }
}
