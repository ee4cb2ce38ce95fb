import Diagnostics
import YAMLReading

/// What `statistics.yaml` says of how records hang together.
extension DeclarationReader {
  mutating func order(_ value: YAMLValue?, _ columns: [RecordSet.Column]) -> [String] {
    (value?.list(&findings) ?? []).compactMap { dayColumn($0, among: columns) }
  }

  mutating func needs(
    _ value: YAMLValue?, _ columns: [RecordSet.Column]
  ) -> [RecordSet.Need] {
    (value?.list(&findings) ?? []).compactMap { entry in
      guard let mapping = entry.mapping(of: ["when", "column"], &findings),
        let column = mapping.required("column", &findings)
      else { return nil }
      return wordColumn(column, among: columns).map {
        RecordSet.Need(conditions: conditions(mapping["when"]), column: $0)
      }
    }
  }

  mutating func answers(
    _ value: YAMLValue?, _ columns: [RecordSet.Column]
  ) -> [RecordSet.Answer] {
    (value?.list(&findings) ?? []).compactMap { entry in
      let keys = ["column", "records", "day", "after"]
      guard let mapping = entry.mapping(of: keys, &findings),
        let column = mapping.required("column", &findings),
        let set = mapping.required("records", &findings)?.text(&findings),
        let day = mapping.required("day", &findings),
        let other = mapping.required("after", &findings)?.text(&findings),
        let name = wordColumn(column, among: columns), let dayName = dayColumn(day, among: columns)
      else { return nil }
      return RecordSet.Answer(column: name, recordSet: set, day: dayName, otherDay: other)
    }
  }

  mutating func implied(_ value: YAMLValue?) -> [RecordSet.Implied] {
    (value?.list(&findings) ?? []).compactMap { entry in
      guard let mapping = entry.mapping(of: ["when", "then"], &findings),
        let when = mapping.required("when", &findings),
        let then = mapping.required("then", &findings)
      else { return nil }
      return RecordSet.Implied(when: conditions(when), then: conditions(then))
    }
  }

  private mutating func dayColumn(
    _ value: YAMLValue, among columns: [RecordSet.Column]
  ) -> String? {
    name(value, among: columns.filter { $0.type == .day }, kind: "columns of days")
  }

  private mutating func wordColumn(
    _ value: YAMLValue, among columns: [RecordSet.Column]
  ) -> String? {
    name(
      value, among: columns.filter { $0.type == .text || $0.type == .identifier },
      kind: "columns of text")
  }

  private mutating func name(
    _ value: YAMLValue, among columns: [RecordSet.Column], kind: Message
  ) -> String? {
    guard let name = value.text(&findings) else { return nil }
    let known = columns.map(\.name)
    guard known.contains(name) else {
      findings.append(.unknown(name, kind: kind, among: known, at: value.location))
      return nil
    }
    return name
  }
}
