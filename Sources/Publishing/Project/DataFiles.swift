import Statistics

/// The data of a figure in long form: a column a dimension holding codes, then value and status.
package func dataFile(of table: ProtectedTable) -> String {
  let names = table.axes.map { $0.dimension?.id ?? "period" }
  var lines = [(names + ["value", "status"]).joined(separator: ",")]
  for position in table.positions {
    let codes = zip(table.axes, position).map { $0.categories[$1].code }
    let cell = table[position]
    let value = cell.value.map { String($0) } ?? ""
    lines.append((codes + [value, cell.status]).joined(separator: ","))
  }
  return lines.joined(separator: "\n") + "\n"
}

extension Cell {
  /// As data files say it.
  var status: String {
    switch self {
    case .published: "published"
    case .suppressed: "suppressed"
    case .missing(.notAvailable): "not_available"
    case .missing(.notApplicable): "not_applicable"
    }
  }
}
