extension StatisticsDeclaration {
  /// Whether the records of `set` can be counted by `dimension`.
  func isAvailable(_ dimension: Dimension, in set: RecordSet) -> Bool {
    switch dimension.origin {
    case .column(let name):
      set.column(name)?.type == .code(list: dimension.codeList)
    case .bands(let name):
      if case .integer = set.column(name)?.type { true } else { false }
    case .cases(let cases):
      cases.allSatisfy { entry in
        entry.conditions.allSatisfy { condition in
          self.dimension(condition.dimension).map { isAvailable($0, in: set) } ?? false
        }
      }
    }
  }

  func codeSpace(of dimension: Dimension) -> CodeSpace { CodeSpace(codeList(of: dimension)) }

  /// For each number of the dimension’s code space, whether the condition holds for it.
  func mask(of condition: Condition) -> [Bool] {
    guard let dimension = dimension(condition.dimension) else { return [] }
    let list = codeList(of: dimension)
    let space = CodeSpace(list)
    var mask = [Bool](repeating: false, count: space.size)
    for (index, code) in list.codes.enumerated() {
      if let attribute = condition.attribute {
        mask[index] = code.attributes[attribute].map(condition.values.contains) ?? false
      } else {
        mask[index] = condition.values.contains(code.code)
      }
    }
    if condition.attribute == nil, condition.values.contains("_U") {
      mask[space.empty] = true
      mask[space.unrecognised] = true
    }
    return mask
  }

  /// The dimensions of one set of records, each as a column of numbers of its code space.
  func codedDimensions(of records: Records, in set: RecordSet) -> [String: [UInt16]] {
    var coded: [String: [UInt16]] = [:]
    for dimension in dimensionsInOrder where isAvailable(dimension, in: set) {
      let space = codeSpace(of: dimension)
      var column: [UInt16]
      switch dimension.origin {
      case .column(let name):
        column = records.codes[name] ?? []
      case .bands(let name):
        column = bands(of: records.integers[name] ?? [], in: codeList(of: dimension))
      case .cases(let cases):
        column = [UInt16](repeating: UInt16(space.empty), count: records.count)
        let list = codeList(of: dimension)
        for (code, conditions) in cases.reversed() {
          guard let index = list.codes.firstIndex(where: { $0.code == code }) else { continue }
          let holds = rows(where: conditions, in: coded, count: records.count)
          for row in column.indices where holds[row] { column[row] = UInt16(index) }
        }
      }
      let conditions = dimension.appliesWhen.filter { coded[$0.dimension] != nil }
      if !conditions.isEmpty {
        let applies = rows(where: conditions, in: coded, count: records.count)
        for row in column.indices where !applies[row] { column[row] = UInt16(space.notApplicable) }
      }
      coded[dimension.id] = column
    }
    return coded
  }

  /// For each number of the first dimension's code space, those that the other one may have on the same row of
  /// their column; nil where they say different things of it.
  func codes(
    of dimension: Dimension, and other: Dimension, on column: RecordSet.Column?
  ) -> [CodeSet]? {
    let (space, otherSpace) = (codeSpace(of: dimension), codeSpace(of: other))
    var pairs = [CodeSet](repeating: CodeSet(size: otherSpace.size), count: space.size)
    func insert(_ number: Int, _ otherNumber: Int) { pairs[number].insert(otherNumber) }
    insert(space.empty, otherSpace.empty)
    switch (dimension.origin, other.origin, column?.type) {
    case (.column, .column, _) where dimension.codeList == other.codeList:
      for number in 0..<space.size where number != space.notApplicable { insert(number, number) }
    case (.bands, .bands, .integer(let possible)):
      let (list, otherList) = (codeList(of: dimension), codeList(of: other))
      // Where one of them goes on to another band.
      let ends = (list.codes + otherList.codes).flatMap { code in
        [
          code.attributes["min"].flatMap { Int($0) },
          code.attributes["max"].flatMap { Int($0) }.map { $0 + 1 },
        ].compactMap { $0 }
      }
      let values = ([possible.lowerBound] + ends).filter(possible.contains).compactMap {
        Int32(exactly: $0)
      }
      for (number, otherNumber) in zip(
        bands(of: values, in: list), bands(of: values, in: otherList))
      {
        insert(Int(number), Int(otherNumber))
      }
    default: return nil
    }
    if dimension.appliesWhen != other.appliesWhen {
      if !dimension.appliesWhen.isEmpty {
        for number in 0..<otherSpace.size { insert(space.notApplicable, number) }
      }
      if !other.appliesWhen.isEmpty {
        for number in 0..<space.size { insert(number, otherSpace.notApplicable) }
      }
    } else if !dimension.appliesWhen.isEmpty {
      insert(space.notApplicable, otherSpace.notApplicable)
    }
    return pairs
  }

  private func bands(of values: [Int32], in list: CodeList) -> [UInt16] {
    let bounds = list.codes.map { code in
      (
        low: code.attributes["min"].flatMap { Int32($0) },
        high: code.attributes["max"].flatMap { Int32($0) }
      )
    }
    let space = CodeSpace(list)
    return values.map { value in
      guard value != Records.emptyInteger else { return UInt16(space.empty) }
      let index = bounds.firstIndex { low, high in
        (low != nil || high != nil) && (low ?? .min) <= value && value <= (high ?? .max)
      }
      return UInt16(index ?? space.unrecognised)
    }
  }

  /// For each row, whether every condition holds.
  func rows(where conditions: [Condition], in coded: [String: [UInt16]], count: Int) -> [Bool] {
    var holds = [Bool](repeating: true, count: count)
    for condition in conditions {
      guard let column = coded[condition.dimension] else { continue }
      let mask = mask(of: condition)
      for row in holds.indices where holds[row] { holds[row] = mask[Int(column[row])] }
    }
    return holds
  }
}
