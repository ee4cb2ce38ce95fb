import Periods

extension Concealment {
  /// What later editions have to know: every count that was printed, merged or hidden.
  ///
  /// Of a list whose categories readers know, all that were merged are named, those without records too:
  /// which of them occur is told by no row.
  func publishedCounts(
    _ declaration: StatisticsDeclaration, in period: Period
  ) -> [PublishedFact] {
    let texts = RegionText(declaration: declaration)
    let printed = network.places.map { ($0, Optional($0.count)) }
    let zeros = (network.zeros + network.mergedZeros).map { ($0, Int?.none) }
    let shownZeros = Set(network.zeros.map(\.region))
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
      } else if place.isMerged, !shownZeros.contains(place.region) {
        (status, value) = (.merged, nil)
      } else {
        (status, value) = (.published, 0)
      }
      return PublishedFact(
        form: .count, measure: measure.id, cell: texts.text(of: place.region, measure),
        time: CountingTime(measure, in: period).text, status: status, value: value,
        detail: status == .merged ? place.bounds.map { PublishedFact.Bounds($0).text } ?? "" : "",
        // A merged category that is shown elsewhere is in no line of the figure that merges it.
        figure: place.isMerged && status == .published ? "" : place.figure ?? "")
    }
  }
}
