/// Regions in the words of `published.csv`, and back.
struct RegionText {
  let declaration: StatisticsDeclaration

  func text(of region: Region, _ measure: Measure) -> String {
    let base = declaration.region(of: measure)
    return region.codes.keys.sorted().compactMap { name -> String? in
      guard let codes = region.codes[name], codes != base.codes[name] else { return nil }
      let words = words(of: name)
      let inside = words.filter { codes.contains($0.number) }.map(\.word)
      let outside = words.filter { !codes.contains($0.number) }.map(\.word)
      return inside.count <= outside.count
        ? "\(name)=\(inside.joined(separator: "+"))"
        : "\(name)=~\(outside.joined(separator: "+"))"
    }.joined(separator: " ")
  }

  /// Nil where a dimension or a code is declared no more.
  func region(_ text: String, _ measure: Measure) -> Region? {
    var region = declaration.region(of: measure)
    for part in PublishedFact.parts(of: text) {
      guard let named = part.codes, let dimension = declaration.dimension(part.dimension) else {
        return nil
      }
      let words = words(of: dimension.id)
      guard Set(named).isSubset(of: words.map(\.word)) else { return nil }
      var codes = CodeSet(size: declaration.codeSpace(of: dimension).size)
      for word in words where named.contains(word.word) != part.isComplement {
        codes.insert(word.number)
        // Empty and unrecognised cells share a word.
        if word.word == "_U" { codes.insert(word.number + 1) }
      }
      region.codes[dimension.id] =
        region.codes[dimension.id].map { $0.intersection(codes) } ?? codes
    }
    return region
  }

  /// The first dimension, or code of one, of a cell that is declared no more.
  func unknownName(in text: String) -> String? {
    for part in PublishedFact.parts(of: text) {
      guard declaration.dimension(part.dimension) != nil else { return part.dimension }
      let known = Set(words(of: part.dimension).map(\.word))
      if let code = part.codes?.first(where: { !known.contains($0) }) {
        return "\(part.dimension)=\(code)"
      }
    }
    return nil
  }

  func word(of code: Int, in dimension: Dimension) -> String {
    words(of: dimension.id).first { $0.number == code }?.word ?? ""
  }

  /// The codes of a word; nil where it is none today.
  func codes(of word: String, in dimension: Dimension) -> CodeSet? {
    words(of: dimension.id).first { $0.word == word }.map { known in
      var codes = CodeSet(size: declaration.codeSpace(of: dimension).size, known.number)
      if word == "_U" { codes.insert(known.number + 1) }
      return codes
    }
  }

  private func words(of name: String) -> [(number: Int, word: String)] {
    guard let dimension = declaration.dimension(name) else { return [] }
    let list = declaration.codeList(of: dimension)
    let space = declaration.codeSpace(of: dimension)
    return list.codes.enumerated().map { ($0.offset, $0.element.code) }
      + [(space.empty, "_U"), (space.notApplicable, "_Z")]
  }
}
