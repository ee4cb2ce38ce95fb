extension StatisticsDeclaration {
  /// Whether everybody of the one is counted by the other, going by what the two say.
  ///
  /// Of other records than the whole’s nobody can tell: one referral may be one decision.
  package func isPart(_ part: CellReference, of whole: CellReference) -> Bool {
    guard let counted = measure(part.measure), let measure = measure(whole.measure) else {
      return false
    }
    let (inner, outer) = (region(of: counted), region(of: measure))
    guard inner.basis == outer.basis else { return true }
    let conditions =
      outer.codes.map { ($0.key, $0.value, Condition?.none) }
      + whole.conditions.map { ($0.dimension, CodeSet(mask(of: $0)), Optional($0)) }
    return conditions.allSatisfy { dimension, codes, condition in
      let own = part.conditions.filter { $0.dimension == dimension }
      if let condition, own.contains(condition) { return true }
      // What a rest holds, the tables decide.
      guard condition?.values.contains("_O") != true else { return false }
      var narrowed = inner.codes[dimension]
      for condition in own {
        guard !condition.values.contains("_O") else { return false }
        let codes = CodeSet(mask(of: condition))
        narrowed = narrowed.map { $0.intersection(codes) } ?? codes
      }
      return narrowed?.isSubset(of: codes) ?? false
    }
  }
}

extension StatisticsDeclaration {
  /// Whether a table has the cell in a row or column that it divides by the dimension.
  package func divides(_ cell: CellReference, by dimension: String) -> Bool {
    let named = Set(cell.conditions.map(\.dimension))
    return tables.contains { table in
      table.measure == cell.measure && table.dimensions.contains(dimension)
        && named.isSubset(of: table.dimensions + table.filter.map(\.dimension))
    }
  }
}
