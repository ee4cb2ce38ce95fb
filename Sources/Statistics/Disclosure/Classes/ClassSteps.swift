import Periods

extension FactNetwork {
  /// Divides what is stated of each set of records: what is printed, then what is merged away too,
  /// and then what ties tell besides.
  ///
  /// Few people who are one class of what is printed of one time may be many smaller ones once other
  /// numbers tell of them, and only the class is known.
  ///
  /// - `implications`: by record set.
  /// - `personal`: dimensions that tell of persons where others do not; nil where all do.
  /// - `tie`: adds statements that tie some of those at hand, and classes, to each other.
  mutating func addSmallestClasses(
    _ counting: Counting, _ implications: [String: Implications], personal: Set<String>?,
    tyingWith tie: (_ classes: [Statement], inout FactNetwork) -> Void
  ) {
    func divide(_ groups: [[Statement]], in network: inout FactNetwork) -> [Statement] {
      groups.flatMap { group -> [Statement] in
        guard let basis = group.first?.region.basis, let implied = implications[basis.recordSet]
        else { return [] }
        return SmallestClasses(
          basis, group, counting.declaration, implied, personal: personal ?? []
        )
        .add(to: &network, counting)
      }
    }
    let own = counting.period.days
    func isOfOneTime(_ left: Statement, _ right: Statement) -> Bool {
      left.days == right.days || own.holds(left.days) && own.holds(right.days)
    }
    var classes: [Statement] = []
    let printed = statements.filter { $0.count.map { counts[$0].isPublic } ?? true }
    if printed.count < statements.count {
      classes = divide(printed.divided(alike: isOfOneTime), in: &self)
    }
    let ofOneTime = (statements + classes).divided(alike: isOfOneTime)
    classes += divide(ofOneTime, in: &self)
    let before = statements.count
    tie(classes, &self)
    let together = (statements + classes).divided { _, _ in true }
    guard statements.count > before || together.count < ofOneTime.count else { return }
    _ = divide(together, in: &self)
  }
}

extension [FactNetwork.Statement] {
  /// Those that can be divided together: flows of times that are alike, and the stocks of each day.
  fileprivate func divided(
    alike: (FactNetwork.Statement, FactNetwork.Statement) -> Bool
  ) -> [[FactNetwork.Statement]] {
    var groups: [[FactNetwork.Statement]] = []
    for statement in self {
      let place = groups.firstIndex { group in
        guard let first = group.first, first.region.basis == statement.region.basis else {
          return false
        }
        return first.region.basis.isOfStocks
          ? first.days.upperBound == statement.days.upperBound : alike(first, statement)
      }
      if let place { groups[place].append(statement) } else { groups.append([statement]) }
    }
    return groups
  }
}
