import Periods

/// How classes are called in findings: as a citation would, or by what they leave out.
struct ClassNames {
  private let declaration: StatisticsDeclaration
  /// From the narrowest to the widest.
  private let measures: [(id: String, base: Region)]
  private let spans: [ClosedRange<Day>]

  init(
    _ declaration: StatisticsDeclaration, measures: [(id: String, base: Region)],
    _ spans: [ClosedRange<Day>]
  ) {
    self.declaration = declaration
    self.measures = measures.enumerated().sorted { left, right in
      (right.element.base.codes.count, left.offset) < (left.element.base.codes.count, right.offset)
    }.map(\.element)
    self.spans = spans
  }

  /// Names by the measures that count so.
  init(_ declaration: StatisticsDeclaration, of basis: Region.Basis) {
    self.init(
      declaration,
      measures: declaration.measures.filter {
        $0.recordSet == basis.recordSet && $0.time == basis.time
      }.map { ($0.id, declaration.region(of: $0)) }, [])
  }

  func name(of region: Region) -> String {
    let measure = measures.first { region.isWithin($0.base) } ?? measures.last
    var words = [measure?.id ?? region.basis.recordSet]
    var time: [String] = []
    for name in region.codes.keys.sorted() {
      guard let codes = region.codes[name], codes != measure?.base.codes[name] else { continue }
      if name.isEmpty {
        let times = spans.indices.filter { codes.contains($0) }.map { spans[$0] }
        if times.count < spans.count { time = ["(\(ClassNames.text(of: times)))"] }
      } else if let dimension = declaration.dimension(name) {
        words.append(condition(dimension, codes))
      }
    }
    return (words + time).joined(separator: " ")
  }

  /// *2021-Q1, 2021-H2*: the periods that some times make up.
  private static func text(of times: [ClosedRange<Day>]) -> String {
    var runs: [ClosedRange<Day>] = []
    for days in times {
      if let last = runs.last, last.upperBound.dayAfter == days.lowerBound {
        runs[runs.count - 1] = last.lowerBound...days.upperBound
      } else {
        runs.append(days)
      }
    }
    return runs.map { Period(days: $0)?.id ?? "\($0.lowerBound)–\($0.upperBound)" }
      .joined(separator: ", ")
  }

  private func condition(_ dimension: Dimension, _ codes: CodeSet) -> String {
    let list = declaration.codeList(of: dimension)
    let space = declaration.codeSpace(of: dimension)
    let inside = list.codes.indices.filter { codes.contains($0) }.map { list.codes[$0].code }
    let outside = list.codes.indices.filter { !codes.contains($0) }.map { list.codes[$0].code }
    let unknown =
      (codes.contains(space.empty) ? ["_U"] : [])
      + (codes.contains(space.notApplicable) && inside.isEmpty ? ["_Z"] : [])
    return inside.count + unknown.count <= outside.count || outside.isEmpty
      ? "\(dimension.id)=\((inside + unknown).joined(separator: ","))"
      : "\(dimension.id)≠\(outside.joined(separator: ","))"
  }
}
