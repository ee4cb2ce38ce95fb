extension PublishedFact {
  /// The detail of a rest: how it was made, so that a later edition reads it as its readers do.
  ///
  /// `nationality of 3 from 1: AFG, BGD declared, next IRQ 20, SOM alone from 0` names, in the order in which equal
  /// ones join: the categories that are counted together, those that were by declaration, those that do not join as
  /// the smallest in a row of their own, and that row which could join next, with its number. Three numbers of each
  /// had to stay possible, and each has 1 at least where nothing else is said.
  struct Rest: Sendable, Hashable {
    enum Entry: Sendable, Hashable {
      case member(code: String, isDeclared: Bool, isAlone: Bool, least: Int?)
      case next(code: String, count: Int)
    }

    let dimension: String
    let candidates: Int
    let least: Int
    /// A rest of few persons may be shown.
    let mayBeSmall: Bool
    let entries: [Entry]
  }
}

extension PublishedFact.Rest {
  /// - `word`: how a code is called.
  init(
    _ rest: RestReading.Rest, of dimension: String, by reading: RestReading, word: (Int) -> String
  ) {
    self.dimension = dimension
    candidates = reading.candidates
    least = reading.least
    mayBeSmall = reading.mayBeSmall([])
    let members = rest.members.map { code -> (code: Int, entry: Entry) in
      let isDeclared = reading.declared.contains(code)
      return (
        code,
        .member(
          code: word(code), isDeclared: isDeclared,
          isAlone: !isDeclared && !reading.joinable.contains(code),
          least: reading.leastOfMember[code])
      )
    }
    let next = rest.next.map { [($0.code, Entry.next(code: word($0.code), count: $0.count))] } ?? []
    entries = (members + next).sorted { $0.code < $1.code }.map(\.entry)
  }

  /// Of the members, in order.
  var codes: [String] {
    entries.compactMap { entry in
      if case .member(let code, _, _, _) = entry { code } else { nil }
    }
  }

  /// How the rest is read; a member is numbered by its place among the entries.
  ///
  /// - `sum`: how many the rest is.
  func reading(
    of sum: Int, threshold: Int
  ) -> (rest: RestReading.Rest, reading: RestReading) {
    var members: [Int] = []
    var next: RestReading.Category?
    var declared: Set<Int> = []
    var joinable: Set<Int> = []
    var told: [Int: Int] = [:]
    for (place, entry) in entries.enumerated() {
      switch entry {
      case .member(_, let isDeclared, let isAlone, let least):
        members.append(place)
        if isDeclared { declared.insert(place) } else if !isAlone { joinable.insert(place) }
        told[place] = least
      case .next(_, let count): next = .init(count: count, code: place)
      }
    }
    return (
      .init(members: members, sum: sum, next: next),
      RestReading(
        candidates: candidates, threshold: threshold, least: least, leastOfMember: told,
        declared: declared, joinable: joinable, mayBeSmall: { [mayBeSmall] _ in mayBeSmall })
    )
  }

  var text: String {
    let words = entries.map { entry -> String in
      switch entry {
      case .member(let code, let isDeclared, let isAlone, let least):
        code + (isDeclared ? " declared" : "") + (isAlone ? " alone" : "")
          + (least.map { " from \($0)" } ?? "")
      case .next(let code, let count): "next \(code) \(count)"
      }
    }
    return "\(dimension) of \(candidates) from \(least)\(mayBeSmall ? " or few" : ""): "
      + words.joined(separator: ", ")
  }

  /// Nil for what is written otherwise.
  init?(_ detail: String) {
    guard let colon = detail.firstIndex(of: ":") else { return nil }
    let words = detail[..<colon].split(separator: " ").map(String.init)
    guard words.count >= 5, words[1] == "of", words[3] == "from", let candidates = Int(words[2]),
      let least = Int(words[4])
    else { return nil }
    dimension = words[0]
    self.candidates = candidates
    self.least = least
    mayBeSmall = words.count > 5
    var entries: [Entry] = []
    for part in detail[detail.index(after: colon)...].split(separator: ",") {
      guard let entry = Entry(part.split(separator: " ").map(String.init)) else { return nil }
      entries.append(entry)
    }
    self.entries = entries
  }
}

extension PublishedFact.Rest.Entry {
  fileprivate init?(_ words: [String]) {
    guard let first = words.first else { return nil }
    if first == "next", words.count == 3, let count = Int(words[2]) {
      self = .next(code: words[1], count: count)
      return
    }
    let from = words.firstIndex(of: "from").map { $0 + 1 }
    self = .member(
      code: first, isDeclared: words.contains("declared"), isAlone: words.contains("alone"),
      least: from.flatMap { words.indices.contains($0) ? Int(words[$0]) : nil })
  }
}
