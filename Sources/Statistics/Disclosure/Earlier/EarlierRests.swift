import Periods

extension EarlierCounts {
  /// A rest that a figure printed, as indices of `counts`.
  struct PrintedRest: Sendable {
    let made: PublishedFact.Rest
    let sum: Int
    let threshold: Int
    let total: Int
    /// In the order of the members that are seen.
    let members: [Int]

    /// In a model or a network.
    ///
    /// - `cell`: where a count of the edition stands there.
    func placed(_ cell: (Int) -> Int?) -> MergedRest? {
      cell(total).map { total in
        let (rest, reading) = made.reading(of: sum, threshold: threshold)
        return MergedRest(reading: reading, rest: rest, total: total, members: members.map(cell))
      }
    }
  }
}

/// How the rests of an edition were made, as rows of `published.csv`.
struct TableRest {
  let merged: MergedRest
  let dimension: Dimension
  let region: Region
  let measure: String
  let figure: String
}

extension Concealment {
  /// Those that are shown.
  func publishedRests(
    _ rests: [TableRest], _ declaration: StatisticsDeclaration, in period: Period
  ) -> [PublishedFact] {
    let texts = RegionText(declaration: declaration)
    return rests.compactMap { rest in
      guard !isHidden[rest.merged.total], let measure = declaration.measure(rest.measure) else {
        return nil
      }
      let detail = PublishedFact.Rest(
        rest.merged.rest, of: rest.dimension.id, by: rest.merged.reading
      ) { texts.word(of: $0, in: rest.dimension) }
      return PublishedFact(
        form: .rest, measure: measure.id, cell: texts.text(of: rest.region, measure),
        time: CountingTime(measure, in: period).text, status: .published,
        value: rest.merged.rest.sum, detail: detail.text, figure: rest.figure)
    }
  }
}
