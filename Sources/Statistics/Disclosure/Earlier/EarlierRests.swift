extension EarlierCounts {
  /// A rest that a figure printed, as indices of `counts`.
  struct PrintedRest {
    let reading: RestReading
    let seen: RestReading.Rest
    let total: Int
    /// In the order of the members that are seen.
    let members: [Int]
  }

  /// What figures counted together by what was small then.
  ///
  /// - `policy`: that of the edition. What was merged by declaration is what is so today.
  func rests(
    _ declaration: StatisticsDeclaration, _ policy: DisclosurePolicy
  ) -> [PrintedRest] {
    var told: [Region: [(place: Int, time: CountingTime)]] = [:]
    // What this figure merges another one may show.
    for (place, count) in counts.enumerated() where !count.isRest && count.value != 0 {
      told[count.region, default: []].append((place, count.time))
    }
    var found: [PrintedRest] = []
    var met: Set<Int> = []
    // What is small is so in the whole of a figure.
    for sum in sums where sums.allSatisfy({ $0.figure != sum.figure || holds(sum.total, $0.total) })
    {
      for total in sum.parts where !met.contains(total) {
        guard let value = counts[total].value, value > 0,
          let dimension = divided(sum.total, by: total, declaration),
          let codes = counts[total].region.codes[dimension.id]
        else { continue }
        let space = declaration.codeSpace(of: dimension)
        let members = (0..<space.size).filter(codes.contains).compactMap {
          code -> (code: Int, place: Int)? in
          var own = CodeSet(size: space.size, code)
          if code == space.empty { own.insert(space.unrecognised) }
          let region = counts[total].region.with(own, of: dimension.id)
          return told[region]?.first { $0.time == counts[total].time }.map { (code, $0.place) }
        }
        guard members.count > 1 else { continue }
        met.insert(total)
        let table = declaration.tables.first { $0.id == sum.figure }
        let list = declaration.codeList(of: dimension).codes
        let named = table?.merged[dimension.id] ?? []
        let declared = Set(list.indices.filter { named.contains(list[$0].code) })
        let others = sum.parts.filter { $0 != total }.compactMap { place in
          next(place, dimension, space)
        }
        found.append(
          PrintedRest(
            reading: RestReading(
              candidates: policy.candidates, threshold: policy.threshold,
              least: dimension.isOpen || policy.showsZeros ? 1 : 0, declared: declared,
              joinable: Set(members.map(\.code)).subtracting(declared), mayBeSmall: { _ in false }),
            seen: .init(members: members.map(\.code), sum: value, next: others.min()),
            total: total, members: members.map(\.place)))
      }
    }
    return found
  }

  private func holds(_ whole: Int, _ part: Int) -> Bool {
    counts[part].region.isWithin(counts[whole].region)
  }

  /// The one dimension by which a part of a line differs from the total, where small categories of it are merged.
  private func divided(
    _ total: Int, by part: Int, _ declaration: StatisticsDeclaration
  ) -> Dimension? {
    let names = counts[part].region.codes.keys.filter {
      counts[part].region.codes[$0] != counts[total].region.codes[$0]
    }
    guard names.count == 1, let dimension = declaration.dimension(names[0]) else { return nil }
    return dimension.rest == nil ? nil : dimension
  }

  /// A category in a row of its own that could join next.
  private func next(
    _ place: Int, _ dimension: Dimension, _ space: CodeSpace
  ) -> RestReading.Category? {
    guard let value = counts[place].value, value > 0,
      let codes = counts[place].region.codes[dimension.id], codes.count == 1,
      let code = (0..<space.listed).first(where: codes.contains)
    else { return nil }
    return .init(count: value, code: code)
  }
}
