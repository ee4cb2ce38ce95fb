import Periods

extension Concealment {
  /// What later editions have to know: every count that was printed, merged or hidden.
  func publishedCounts(
    _ declaration: StatisticsDeclaration, in period: Period
  ) -> [PublishedFact] {
    let texts = RegionText(declaration: declaration)
    let printed = network.places.map { ($0, Optional($0.count)) }
    let zeros = network.zeros.map { ($0, Int?.none) }
    return (printed + zeros).compactMap { place, count -> PublishedFact? in
      guard let measure = declaration.measure(place.measure) else { return nil }
      let status: PublishedFact.Status
      let value: Int?
      if let count {
        let isShown =
          network.counts[count].isPrinted && !isHidden[count]
          && !(place.isMerged && !network.counts[count].isPrinted)
        status = isShown ? .published : place.isMerged ? .merged : .suppressed
        value = isShown ? network.counts[count].tally.count : nil
      } else {
        (status, value) = (.published, 0)
      }
      return PublishedFact(
        form: .count, measure: measure.id, cell: texts.text(of: place.region, measure),
        time: CountingTime(measure, in: period).text, status: status, value: value,
        figure: place.figure ?? "")
    }
  }
}
