import Diagnostics
import YAMLReading

extension DeclarationReader {
  mutating func table(
    _ entry: YAMLMapping.Entry, _ measures: [Measure], _ dimensions: [Dimension]
  ) -> TableDeclaration? {
    if !entry.key.isFileName {
      findings.append(.noFileName(entry.key, at: entry.keyLocation))
    }
    let keys = [
      "measure", "by", "where", "merge", "since", "label", "chart", "draw", "compare", "breaks",
      "preliminary",
    ]
    guard let mapping = entry.value.mapping(of: keys, &findings),
      let measureValue = mapping.required("measure", &findings),
      let measure = measureValue.text(&findings)
    else { return nil }
    if !measures.contains(where: { $0.id == measure }) {
      let known = measures.map(\.id)
      findings.append(.unknown(measure, kind: "measures", among: known, at: measureValue.location))
    }
    let by = mapping["by"]?.texts(&findings) ?? []
    for dimension in by where !dimensions.contains(where: { $0.id == dimension }) {
      let known = dimensions.map(\.id)
      let location = mapping["by"]?.location ?? mapping.location
      findings.append(.unknown(dimension, kind: "dimensions", among: known, at: location))
    }
    let since = mapping["since"]?.integer(&findings)
    let filter = conditions(mapping["where"])
    let merged = merged(mapping["merge"], by: by, dimensions)
    uses += (by + filter.map(\.dimension)).map { ($0, measure, mapping.location) }
    if by.isEmpty == (since == nil) { findings.append(.tableShape(at: entry.keyLocation)) }
    let isCompared = mapping["compare"]?.boolean(&findings) ?? false
    if isCompared, by.count != 1, let value = mapping["compare"] {
      findings.append(.comparisonShape(at: value.location))
    }
    return TableDeclaration(
      id: entry.key, location: entry.keyLocation, measure: measure, dimensions: by, filter: filter,
      merged: merged,
      sinceYear: since, label: words(mapping["label"]),
      chart: chart(
        mapping["chart"], isSeries: since != nil, columns: isCompared ? 2 : by.count),
      isCompared: isCompared, breaks: breaks(mapping["breaks"]),
      preliminaryYears: (mapping["preliminary"]?.list(&findings) ?? []).compactMap {
        $0.integer(&findings)
      },
      drawnCategories: mapping["draw"]?.integer(&findings))
  }

  /// `2019: {en: …, fi: …, sv: …}` a line.
  private mutating func breaks(_ value: YAMLValue?) -> [SeriesBreak] {
    (value?.mapping(&findings)?.entries ?? []).compactMap { entry in
      guard let year = Int(entry.key) else {
        findings.append(.breakIsNoYear(entry.key, at: entry.keyLocation))
        return nil
      }
      return words(entry.value).map { SeriesBreak(year: year, reason: $0) }
    }
  }

  private mutating func chart(_ value: YAMLValue?, isSeries: Bool, columns: Int) -> String {
    let natural = isSeries ? "time-series" : columns > 1 ? "grouped-bars" : "bars"
    guard let value, let name = value.text(&findings) else { return natural }
    let several = [
      "grouped-bars", "stacked-bar", "pyramid", "dot-plot", "slope", "small-multiples",
    ]
    let one = ["bars", "grouped-bars", "stacked-bar", "tiles", "unit-rows"]
    let known = isSeries ? ["time-series"] : columns > 1 ? several : one
    if !known.contains(name) {
      findings.append(
        .unknown(name, kind: "charts for such a table", among: known, at: value.location))
    }
    return name
  }

  /// Categories can be merged of a dimension that the table counts by and that names its rest.
  private mutating func merged(
    _ value: YAMLValue?, by: [String], _ dimensions: [Dimension]
  ) -> [String: [String]] {
    var merged: [String: [String]] = [:]
    for entry in value?.mapping(&findings)?.entries ?? [] {
      let codes = entry.value.texts(&findings)
      merged[entry.key] = codes
      let hasRest = dimensions.first { $0.id == entry.key }?.rest != nil
      if !by.contains(entry.key) || !hasRest {
        findings.append(.nothingToMerge(entry.key, at: entry.keyLocation))
      }
      pending.append((Condition(dimension: entry.key, values: codes), entry.keyLocation))
    }
    return merged
  }

  mutating func historyMapping(
    _ value: YAMLValue?, _ measures: [Measure], _ dimensions: [Dimension]
  ) -> HistoryMapping {
    let mapping = value?.mapping(of: ["measures", "place", "places"], &findings)
    var names: [String: HistoryMapping.Name] = [:]
    for entry in mapping?["measures"]?.mapping(&findings)?.entries ?? [] {
      guard let name = entry.value.mapping(of: ["measure", "category"], &findings),
        let measureValue = name.required("measure", &findings),
        let measure = measureValue.text(&findings)
      else { continue }
      if !measures.contains(where: { $0.id == measure }) {
        let known = measures.map(\.id)
        findings.append(
          .unknown(measure, kind: "measures", among: known, at: measureValue.location))
      }
      names[entry.key] = .init(measure: measure, category: name["category"]?.text(&findings))
    }
    var places: [String: String] = [:]
    for entry in mapping?["places"]?.mapping(&findings)?.entries ?? [] {
      places[entry.key] = entry.value.text(&findings)
    }
    return HistoryMapping(
      measures: names, placeDimension: mapping?["place"]?.text(&findings), places: places)
  }
}

extension Diagnostic {
  fileprivate static func noFileName(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .yamlKey, at: location, "“\(name)” names a file and a link too",
      help: "use small letters a to z, digits and hyphens, such as new-clients-by-age")
  }

  fileprivate static func tableShape(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .declarationUnknown, at: location,
      "A table counts either by dimensions (“by”) or over years (“since”)",
      help: "write one of the two")
  }

  fileprivate static func comparisonShape(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .declarationUnknown, at: location, "A table by one dimension can be compared with a period",
      help: "take “compare” away, or count by one dimension")
  }

  fileprivate static func breakIsNoYear(
    _ name: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .yamlValue, at: location, "“\(name)” is not a year",
      help: "write the first year that is counted otherwise, and why: 2019: {en: …, fi: …, sv: …}")
  }

  fileprivate static func nothingToMerge(_ name: String, at location: SourceLocation) -> Diagnostic
  {
    Diagnostic(
      .declarationUnknown, at: location,
      "Codes are merged of a dimension that the table counts by and that has a “rest”",
      help: "add “rest: …” to the dimension “\(name)”, which names what they become")
  }
}
