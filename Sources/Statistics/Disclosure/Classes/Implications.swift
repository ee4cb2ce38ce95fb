/// What the declaration says of all records, so that every reader knows it: where one dimension has
/// some codes, another one has none but certain codes.
struct Implications {
  struct Implication {
    let dimension: String
    let codes: CodeSet
    let implied: String
    let impliedCodes: CodeSet
    /// It says no more than that a dimension applies.
    var isApplication = false
  }

  private(set) var all: [Implication] = []
  /// Dimensions whose codes follow from those of one other.
  private var derived: [Derived] = []
  /// Dimensions that do not apply to everyone, with all conditions under which they do.
  private var applying: [(dimension: String, isApplicable: CodeSet, when: [String: CodeSet])] = []

  private struct Derived {
    let dimension: String
    let base: String
    /// By number of the derived dimension, the codes of the other one that lead to it.
    let origins: [CodeSet]
  }

  init(_ dataset: Dataset, recordSet: String) {
    let declaration = dataset.declaration
    guard let set = declaration.recordSets.first(where: { $0.id == recordSet }) else { return }
    let available = declaration.dimensions.filter { declaration.isAvailable($0, in: set) }
    let names = Set(available.map(\.id))
    for dimension in available {
      addApplication(of: dimension, names, declaration)
      addCases(of: dimension, names, declaration)
    }
    for rule in set.implied where dataset.breaks(of: rule, in: set).isEmpty {
      guard rule.when.count == 1, let first = rule.when.first, names.contains(first.dimension)
      else { continue }
      for condition in rule.then where names.contains(condition.dimension) {
        all.append(
          Implication(
            dimension: first.dimension, codes: CodeSet(declaration.mask(of: first)),
            implied: condition.dimension, impliedCodes: CodeSet(declaration.mask(of: condition))))
      }
    }
  }

  private mutating func addApplication(
    of dimension: Dimension, _ names: Set<String>, _ declaration: StatisticsDeclaration
  ) {
    let conditions = dimension.appliesWhen.filter { names.contains($0.dimension) }
    guard !conditions.isEmpty else { return }
    let space = declaration.codeSpace(of: dimension)
    let applicable = CodeSet((0..<space.size).map { $0 != space.notApplicable })
    var when: [String: CodeSet] = [:]
    for condition in conditions {
      let codes = CodeSet(declaration.mask(of: condition))
      when[condition.dimension] = when[condition.dimension].map { $0.intersection(codes) } ?? codes
    }
    applying.append((dimension.id, applicable, when))
    for (name, codes) in when.sorted(by: { $0.key < $1.key }) {
      all.append(
        Implication(
          dimension: dimension.id, codes: applicable, implied: name, impliedCodes: codes))
    }
    if when.count == 1, let (name, codes) = when.first {
      all.append(
        Implication(
          dimension: name, codes: codes, implied: dimension.id, impliedCodes: applicable,
          isApplication: true))
    }
  }

  /// A code of cases tells that its conditions hold, and those of the cases before it do not.
  private mutating func addCases(
    of dimension: Dimension, _ names: Set<String>, _ declaration: StatisticsDeclaration
  ) {
    guard case .cases(let cases) = dimension.origin else { return }
    let list = declaration.codeList(of: dimension)
    let size = declaration.codeSpace(of: dimension).size
    addDerived(dimension, from: cases, names, declaration)
    for (place, entry) in cases.enumerated() {
      guard let number = list.codes.firstIndex(where: { $0.code == entry.code }) else { continue }
      var codes = CodeSet(size: size)
      codes.insert(number)
      for condition in entry.conditions where names.contains(condition.dimension) {
        all.append(
          Implication(
            dimension: dimension.id, codes: codes, implied: condition.dimension,
            impliedCodes: CodeSet(declaration.mask(of: condition))))
      }
      for before in cases[..<place] {
        guard before.conditions.count == 1, let condition = before.conditions.first,
          names.contains(condition.dimension)
        else { continue }
        all.append(
          Implication(
            dimension: dimension.id, codes: codes, implied: condition.dimension,
            impliedCodes: CodeSet(declaration.mask(of: condition).map { !$0 })))
      }
      guard place == 0, entry.conditions.count == 1, let condition = entry.conditions.first,
        names.contains(condition.dimension)
      else { continue }
      all.append(
        Implication(
          dimension: condition.dimension, codes: CodeSet(declaration.mask(of: condition)),
          implied: dimension.id, impliedCodes: codes))
    }
  }

  /// Where every case asks for codes of the same dimension, those tell all.
  private mutating func addDerived(
    _ dimension: Dimension, from cases: [(code: String, conditions: [Condition])],
    _ names: Set<String>,
    _ declaration: StatisticsDeclaration
  ) {
    guard dimension.appliesWhen.isEmpty,
      let base = cases.first?.conditions.first?.dimension, names.contains(base),
      let declared = declaration.dimension(base),
      cases.allSatisfy({ $0.conditions.count == 1 && $0.conditions[0].dimension == base })
    else { return }
    let list = declaration.codeList(of: dimension)
    let size = declaration.codeSpace(of: declared).size
    var origins = (0..<declaration.codeSpace(of: dimension).size).map { _ in CodeSet(size: size) }
    var isTaken = [Bool](repeating: false, count: size)
    for entry in cases {
      guard let number = list.codes.firstIndex(where: { $0.code == entry.code }) else { continue }
      let mask = declaration.mask(of: entry.conditions[0])
      for origin in mask.indices where mask[origin] && !isTaken[origin] {
        origins[number].insert(origin)
        isTaken[origin] = true
      }
    }
    for origin in isTaken.indices where !isTaken[origin] {
      origins[CodeSpace(list).empty].insert(origin)
    }
    derived.append(Derived(dimension: dimension.id, base: base, origins: origins))
  }

  /// The dimension applies to every record.
  func applies(_ dimension: String) -> Bool {
    !applying.contains { $0.dimension == dimension }
  }

  /// The same records by a definition that leaves out what goes without saying, and says what can be
  /// told from the rest.
  func canonical(_ region: Region) -> Region {
    var region = region
    var isChanging = true
    while isChanging {
      isChanging = false
      for rule in all where region.isRestricted(rule.dimension, to: rule.codes) {
        // That a dimension applies is no news where its condition holds.
        if rule.isApplication, region.codes[rule.implied] == nil { continue }
        let narrowed =
          region.codes[rule.implied]?.intersection(rule.impliedCodes) ?? rule.impliedCodes
        guard narrowed != region.codes[rule.implied] else { continue }
        region.codes[rule.implied] = narrowed
        isChanging = true
      }
    }
    for (dimension, applicable, when) in applying {
      guard let codes = region.codes[dimension], applicable.isSubset(of: codes),
        when.allSatisfy({ region.isRestricted($0.key, to: $0.value) })
      else { continue }
      region.codes[dimension] = nil
    }
    for rule in derived {
      guard let codes = region.codes[rule.dimension] else { continue }
      let origins = rule.origins.indices.filter { codes.contains($0) }.map { rule.origins[$0] }
      guard let first = origins.first else { continue }
      let origin = origins.dropFirst().reduce(first) { $0.union($1) }
      region.codes[rule.base] = region.codes[rule.base]?.intersection(origin) ?? origin
      region.codes[rule.dimension] = nil
    }
    return region
  }
}

extension Region {
  fileprivate func isRestricted(_ dimension: String, to wider: CodeSet) -> Bool {
    codes[dimension].map { $0.isSubset(of: wider) } ?? false
  }
}

extension Dataset {
  var implicationsByRecordSet: [String: Implications] {
    Dictionary(
      uniqueKeysWithValues: declaration.recordSets.map {
        ($0.id, Implications(self, recordSet: $0.id))
      })
  }
}
