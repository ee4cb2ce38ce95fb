/// What the declaration says of all records, so that every reader knows it.
struct Implications: Sendable {
  typealias Box = CaseDefinitions.Box

  /// Where some dimensions have certain codes, another one has none but certain codes.
  private struct Implication {
    let when: Box
    let implied: String
    let impliedCodes: CodeSet
    /// It says no more than that a dimension applies.
    var isApplication = false
    /// It stands under `implied` in the declaration.
    var isRule = false
  }

  /// Codes that no record has together, of dimensions that are columns.
  private(set) var impossible: ImpossibleCodes
  private var all: [Implication] = []
  private let definitions: CaseDefinitions
  /// Dimensions that do not apply to everyone, with all conditions under which they do.
  private var applying: [(dimension: String, isApplicable: CodeSet, when: Box)] = []
  private let spaces: [String: CodeSpace]

  init(_ dataset: Dataset, recordSet: String) {
    let declaration = dataset.declaration
    let set = declaration.recordSets.first { $0.id == recordSet }
    let available = declaration.dimensions.filter { dimension in
      set.map { declaration.isAvailable(dimension, in: $0) } ?? false
    }
    let names = Set(available.map(\.id))
    let spaces = Dictionary(
      uniqueKeysWithValues: available.map { ($0.id, declaration.codeSpace(of: $0)) })
    self.spaces = spaces
    impossible = ImpossibleCodes(sizes: spaces.mapValues(\.size))
    definitions = CaseDefinitions(available, declaration)
    for dimension in available {
      addApplication(of: dimension, names, declaration)
      addCases(of: dimension, declaration)
      addBands(of: dimension, declaration)
      if let column = dimension.column, set?.column(column)?.isRequired == true {
        addRequired(dimension, dataset.coded[recordSet]?.columns[dimension.id] ?? [])
      }
    }
    for dimension in available {
      for other in available where other.id != dimension.id {
        addColumn(of: dimension, and: other, set, declaration)
      }
    }
    for rule in set?.implied ?? [] {
      guard let set, dataset.breaks(of: rule, in: set).isEmpty,
        (rule.when + rule.then).allSatisfy({ names.contains($0.dimension) })
      else { continue }
      add(rule, declaration)
    }
  }

  private mutating func add(_ rule: RecordSet.Implied, _ declaration: StatisticsDeclaration) {
    let when = declaration.box(of: rule.when)
    for condition in rule.then {
      let codes = CodeSet(declaration.mask(of: condition))
      forbid(when, [condition.dimension: complement(of: codes, condition.dimension)])
      all.append(
        Implication(when: when, implied: condition.dimension, impliedCodes: codes, isRule: true))
    }
  }

  private mutating func addApplication(
    of dimension: Dimension, _ names: Set<String>, _ declaration: StatisticsDeclaration
  ) {
    guard let space = spaces[dimension.id] else { return }
    let never = CodeSet(size: space.size, space.notApplicable)
    let applicable = complement(of: never, dimension.id)
    let when = declaration.box(of: dimension.appliesWhen.filter { names.contains($0.dimension) })
    guard !when.isEmpty else {
      forbid([dimension.id: never])
      return
    }
    applying.append((dimension.id, applicable, when))
    forbid(when, [dimension.id: never])
    for (name, codes) in when.sorted(by: { $0.key < $1.key }) {
      forbid([dimension.id: applicable], [name: complement(of: codes, name)])
      all.append(
        Implication(when: [dimension.id: applicable], implied: name, impliedCodes: codes))
      if when.count == 1 {
        all.append(
          Implication(
            when: when, implied: dimension.id, impliedCodes: applicable, isApplication: true))
      }
    }
  }

  /// Two dimensions of one column divide the same cells of it: what is under 18 is under 30.
  private mutating func addColumn(
    of dimension: Dimension, and other: Dimension, _ set: RecordSet?,
    _ declaration: StatisticsDeclaration
  ) {
    guard let column = dimension.column, column == other.column,
      let pairs = declaration.codes(of: dimension, and: other, on: set?.column(column)),
      let size = spaces[other.id]?.size
    else { return }
    // Codes that are told the same of are one rule.
    var told: [(when: CodeSet, then: CodeSet)] = []
    for number in pairs.indices {
      let codes = CodeSet(size: pairs.count, number)
      if let known = told.firstIndex(where: { $0.then == pairs[number] }) {
        told[known].when = told[known].when.union(codes)
      } else {
        told.append((codes, pairs[number]))
      }
    }
    for (when, then) in told where then.count < size {
      forbid([dimension.id: when], [other.id: complement(of: then, other.id)])
      guard !then.isEmpty else { continue }
      all.append(
        Implication(
          when: [dimension.id: when], implied: other.id, impliedCodes: then, isRule: true))
    }
  }

  /// A code of cases tells that its conditions hold, and those of the cases before it do not.
  private mutating func addCases(of dimension: Dimension, _ declaration: StatisticsDeclaration) {
    guard case .cases(let cases) = dimension.origin, let space = spaces[dimension.id] else {
      return
    }
    let list = declaration.codeList(of: dimension)
    for (place, entry) in cases.enumerated() {
      guard let number = list.codes.firstIndex(where: { $0.code == entry.code }) else { continue }
      let codes = CodeSet(size: space.size, number)
      func add(_ condition: Condition, holds: Bool) {
        let mask = CodeSet(declaration.mask(of: condition))
        all.append(
          Implication(
            when: [dimension.id: codes], implied: condition.dimension,
            impliedCodes: holds ? mask : complement(of: mask, condition.dimension)))
      }
      for condition in entry.conditions { add(condition, holds: true) }
      for before in cases[..<place] where before.conditions.count == 1 {
        add(before.conditions[0], holds: false)
      }
    }
  }

  /// A code without bounds is nobody's.
  private mutating func addBands(of dimension: Dimension, _ declaration: StatisticsDeclaration) {
    guard case .bands = dimension.origin, let space = spaces[dimension.id] else { return }
    for (number, code) in declaration.codeList(of: dimension).codes.enumerated()
    where code.attributes["min"] == nil && code.attributes["max"] == nil {
      forbid([dimension.id: CodeSet(size: space.size, number)])
    }
  }

  /// A row that leaves a required column empty is refused, and a code that the list does not have is
  /// shown where there is one.
  private mutating func addRequired(_ dimension: Dimension, _ codes: [UInt16]) {
    guard let space = spaces[dimension.id] else { return }
    var never = CodeSet(size: space.size, space.empty)
    if !codes.contains(UInt16(space.unrecognised)) { never.insert(space.unrecognised) }
    forbid([dimension.id: never])
  }

  private mutating func forbid(_ first: Box, _ second: Box = [:]) {
    guard let box = first.common(second) else { return }
    for part in definitions.boxes(of: box) { impossible.add(part) }
  }

  /// Codes of a dimension that some record may have.
  func possible(_ dimension: String) -> CodeSet {
    complement(of: impossible.codes(of: dimension) ?? CodeSet(size: 0), dimension)
  }

  private func complement(of codes: CodeSet, _ dimension: String) -> CodeSet {
    CodeSet((0..<(spaces[dimension]?.size ?? 0)).map { !codes.contains($0) })
  }

  /// The same records by a definition that leaves out what goes without saying, and says what can be
  /// told from the rest.
  func canonical(_ region: Region) -> Region {
    var region = region
    var isChanging = true
    while isChanging {
      isChanging = false
      for rule in all where region.isRestricted(to: rule.when) {
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
        region.isRestricted(to: when)
      else { continue }
      region.codes[dimension] = nil
    }
    for name in region.codes.keys.sorted() where definitions.isMade(name) {
      rewrite(name, in: &region)
    }
    return region
  }

  /// Says a dimension made by cases by the columns that it is made from, where one box of their codes
  /// says the same.
  private func rewrite(_ name: String, in region: inout Region) {
    guard let codes = region.codes[name] else { return }
    let rest = region.dropping(name)
    let inside = definitions.boxes(of: name, codes)
    guard let first = inside.first else { return }
    let hull = inside.dropFirst().reduce(first) { hull, box in
      hull.merging(box) { $0.union($1) }
    }
    guard let box = rest.codes.common(hull),
      definitions.boxes(of: name, complement(of: codes, name)).allSatisfy({
        box.common($0) == nil
      })
    else { return }
    region.codes = box.filter { $0.value.count < spaces[$0.key]?.size ?? 0 }
  }

  /// What rules speak of in one dimension and tell of another.
  struct Told {
    let asked: String
    let told: String
    let within: Region
    /// Of the first dimension, all that some rule asks for there.
    var codes: CodeSet
  }

  /// Where some of the regions divide the same records by what a rule asks for, and others by what it
  /// tells: by the rule, groups of the one lie within groups of the other.
  func told(by regions: [Region]) -> [Told] {
    var found: [Told] = []
    for rule in all where rule.isRule {
      for name in rule.when.keys.sorted() where name != rule.implied {
        guard let codes = rule.when[name] else { continue }
        let rest = rule.when.filter { $0.key != name }
        func within(_ dimension: String) -> [Region] {
          regions.filter { $0.isRestricted(to: rest) && $0.codes[dimension] != nil }
            .map { $0.dropping(name).dropping(rule.implied) }
        }
        let telling = Set(within(rule.implied))
        var met: Set<Region> = []
        for region in within(name) where telling.contains(region) && met.insert(region).inserted {
          let known = found.firstIndex {
            $0.asked == name && $0.told == rule.implied && $0.within == region
          }
          if let known {
            found[known].codes = found[known].codes.union(codes)
          } else {
            found.append(Told(asked: name, told: rule.implied, within: region, codes: codes))
          }
        }
      }
    }
    return found
  }

  /// The same records by columns alone, as regions without common records.
  func boxes(of region: Region) -> [Region] {
    let canonical = canonical(region)
    return definitions.boxes(of: canonical.codes).map {
      Region(basis: region.basis, codes: $0)
    }
  }
}

extension Region {
  fileprivate func isRestricted(to box: CaseDefinitions.Box) -> Bool {
    box.allSatisfy { name, wider in codes[name].map { $0.isSubset(of: wider) } ?? false }
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

extension [String: Implications] {
  /// A definition however it is put; the implications are by record set.
  func canonical(_ region: Region) -> Region {
    self[region.basis.recordSet]?.canonical(region) ?? region
  }

  /// Codes of a dimension that some record of a basis may have.
  func possible(_ dimension: String, of basis: Region.Basis) -> CodeSet {
    self[basis.recordSet]?.possible(dimension) ?? CodeSet(size: 0)
  }
}
