import Composition
import Statistics

/// How each published number can be cited.
///
/// Nothing hidden stands here, so no offer can tell it.
struct FactIndex: Sendable {
  private var counts: [Int: String] = [:]
  private var shares: [Int: String] = [:]

  init(_ edition: ProtectedEdition, facts: FactSheet) {
    for table in edition.tables {
      for position in table.positions {
        guard case .published(let value) = table[position], value > 0,
          let citation = FactIndex.citation(of: position, in: table)
        else { continue }
        if counts[value].map({ $0.count > citation.count }) ?? true { counts[value] = citation }
        if let total = table.total?.value, total > 0, citation.contains("=") {
          let percent = (value * 200 + total) / (total * 2)
          if shares[percent] == nil { shares[percent] = "\(citation) | share" }
        }
      }
    }
    for (id, fact) in facts.facts.sorted(by: { $0.key < $1.key }) {
      if let number = fact.number, counts[number] == nil { counts[number] = "fact \(id)" }
    }
  }

  private static func citation(of position: [Int], in table: ProtectedTable) -> String? {
    var words = [table.measure.id]
    var period: String?
    for (axis, place) in zip(table.axes, position) {
      switch axis.categories[place] {
      case .total: break
      case .code(let code): words.append("\(axis.dimension?.id ?? "")=\(code.code)")
      case .period(let named, _): period = named.id
      case .rest, .unknown: return nil
      }
    }
    words += table.declaration.filter.map(\.text)
    if let period, place(of: period, in: table) { words.append("| previous \(period)") }
    return words.joined(separator: " ")
  }

  /// A series ends with the edition’s own period, which needs no word.
  private static func place(of period: String, in table: ProtectedTable) -> Bool {
    if case .period(let last, _) = table.axes[0].categories.last {
      last.id != period
    } else {
      false
    }
  }

  func citation(of value: Int, isPercent: Bool) -> String? {
    isPercent ? shares[value] : counts[value]
  }

  /// A published count that a slip of the finger turns into this one.
  func near(_ value: Int) -> (value: Int, citation: String)? {
    FactIndex.near(value, in: counts)
  }

  /// A published share whose two digits were swapped.
  func near(percent: Int) -> (value: Int, citation: String)? {
    FactIndex.near(percent, in: shares)
  }

  private static func near(
    _ value: Int, in known: [Int: String]
  ) -> (value: Int, citation: String)? {
    guard value >= 10 else { return nil }
    return known.filter { isSlip($0.key, String(value)) }
      .min { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Two digits swapped; in longer numbers also one digit off, or one too many.
  private static func isSlip(_ known: Int, _ written: String) -> Bool {
    let known = Array(String(known))
    let digits = Array(written)
    if known.count + 1 == digits.count, known.count >= 3 {
      return digits.indices.contains { index in
        var fewer = digits
        fewer.remove(at: index)
        return fewer == known
      }
    }
    guard known.count == digits.count, known != digits else { return false }
    let differing = digits.indices.filter { digits[$0] != known[$0] }
    if differing.count == 1 { return digits.count >= 3 }
    return differing.count == 2 && differing[0] + 1 == differing[1]
      && digits[differing[0]] == known[differing[1]]
      && digits[differing[1]] == known[differing[0]]
  }
}
