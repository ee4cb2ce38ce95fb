import Diagnostics

/// The arithmetic of a list: its entries each hold one part of a whole.
struct TypedListCheck {
  let list: TypedList
  let passages: [CheckedPassage]

  /// *139 clients by age:* and a list that does not reach it, or a list whose last entry is its total.
  func finding(in prose: Prose) -> Diagnostic? {
    var parts: [(quantity: Quantity, passage: Passage)] = []
    for entry in list.entries {
      guard entry.count == 1, let part = part(of: passages[entry.lowerBound]) else { return nil }
      parts.append((part, passages[entry.lowerBound].passage))
    }
    guard let last = parts.last else { return nil }
    let place = prose.location(of: last.quantity.range, in: last.passage)
    if let whole = wholeOfLead {
      return isOpen(parts.map(\.quantity.value), whole) ? .open(at: place) : nil
    }
    guard last.passage.saysTotal else { return nil }
    return isOpen(parts.dropLast().map(\.quantity.value), last.quantity.value)
      ? .open(at: place) : nil
  }

  private var wholeOfLead: Int? {
    guard let lead = list.lead.map({ passages[$0] }), lead.passage.scalars.last == ":",
      let wholes = lead.sentences.last?.quantities.filter({ !$0.isPercent }), wholes.count == 1
    else { return nil }
    return wholes[0].value
  }

  /// The only count of an entry, or the only one after its colon: *over 50: 5*.
  private func part(of entry: CheckedPassage) -> Quantity? {
    let counts = entry.sentences.flatMap(\.quantities).filter { !$0.isPercent }
    if counts.count == 1 { return counts[0] }
    guard let colon = entry.passage.scalars.lastIndex(of: ":") else { return nil }
    let after = counts.filter { $0.range.lowerBound > colon }
    return after.count == 1 ? after[0] : nil
  }

  /// Sums that are far from the whole list something else.
  private func isOpen(_ parts: [Int], _ whole: Int) -> Bool {
    guard parts.count >= 2, whole < .max, parts.allSatisfy({ $0 <= whole }) else { return false }
    let sum = parts.reduce(0, +)
    return sum != whole && sum * 5 >= whole * 4 && sum * 5 <= whole * 6
  }
}

extension Passage {
  /// A word such as *total* stands in it.
  var saysTotal: Bool {
    let words = [
      "total", "in all", "altogether", "yhteensä", "kaikkiaan", "summa", "totalt", "sammanlagt",
      "tillsammans",
    ]
    return words.contains(where: lowered.contains)
  }
}
