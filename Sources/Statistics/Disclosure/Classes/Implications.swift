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
  /// Dimensions that do not apply to everyone, with all conditions under which they do.
  private var applying: [(dimension: String, isApplicable: CodeSet, when: [String: CodeSet])] = []

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
    return region
  }
}

extension Region {
  fileprivate func isRestricted(_ dimension: String, to wider: CodeSet) -> Bool {
    codes[dimension].map { $0.isSubset(of: wider) } ?? false
  }
}
