extension EarlierTies {
  /// Numbers that were corrected since tell of the others of their line all the same.
  mutating func addCorrected(_ edition: EarlierCounts, _ known: Known) {
    for sum in edition.sums {
      let line = [sum.total] + sum.parts
      guard line.contains(where: known.corrected.contains),
        line.allSatisfy({ known.corrected.contains($0) || known.tallies[$0] != nil })
      else { continue }
      func value(_ place: Int) -> Int {
        known.tallies[place]?.count ?? edition.counts[place].value ?? 0
      }
      guard value(sum.total) == sum.parts.reduce(0, { $0 + value($1) }) else { continue }
      var counts: [Int: Int] = known.indices
      for place in line where known.corrected.contains(place) && value(place) > 0 {
        let count = edition.counts[place]
        let index = network.add(
          apart: Tally(count: value(place)), region: nil, days: count.time.days,
          name: "\(count.name), before it was corrected")
        network.mark(index, .published(value(place)))
        if edition.id == EarlierEdition.history { historical.insert(index) }
        counts[place] = index
      }
      guard let total = counts[sum.total] else { continue }
      network.add(total: total, parts: sum.parts.compactMap { counts[$0] }, note: sum.figure)
    }
  }
}
