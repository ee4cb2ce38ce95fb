import Diagnostics

extension Concealment {
  /// What leaks, what could not be kept, and what does not fit together.
  ///
  /// - `location`: the edition's file, for what no table prints.
  func findings(at location: SourceLocation) -> [Diagnostic] {
    let model = attackedModel
    var findings = leaks.map { model.diagnostic(of: $0, at: location) }
    findings += contradictions.map { .contradiction(in: $0, at: location) }
    if isIncomplete { findings.append(.incomplete(at: location)) }
    for (index, count) in network.counts.enumerated()
    where isHidden[index] && count.weight >= FactNetwork.Weight.whole
      && !policy.isSmall(count.tally.count)
    {
      findings.append(
        .headline(
          count.name, merging: hiddenParts(of: index), at: model.cells[index].location ?? location))
    }
    if findings.contains(where: { $0.rule == .disclosureHeadline }) {
      for index in network.leavers where policy.isSmall(network.counts[index].tally.count) {
        findings.append(.leavers(network.counts[index].name, at: location))
      }
    }
    return findings
  }

  /// What would have to be merged for a total to stay.
  private func hiddenParts(of total: Int) -> [String] {
    var names: [String] = []
    for sum in network.sums where sum.total == total {
      for part in sum.parts where isHidden[part] && !names.contains(network.counts[part].name) {
        names.append(network.counts[part].name)
      }
    }
    return Array(names.prefix(6))
  }
}

extension AuditModel {
  /// A leak in words: the cells, without their counts, what is possible, and how to compute it.
  ///
  /// It is reported at the first table that prints one of them; at `location` where none does.
  package func diagnostic(
    of leak: AttackResult.Leak, at location: SourceLocation
  ) -> Diagnostic {
    let names = leak.cells.map { "“\(cells[$0].id)”" }.joined(separator: ", ")
    let derivation = derivation(of: leak)
    let way = derivation.text
    let table = leak.cells.lazy.compactMap { cells[$0].location }.first
    if derivation.isBoundAlone(of: leak.cells.map { cells[$0].id }) {
      return .ofRest(leak, names, at: table ?? location)
    }
    guard let location = table else { return untabled(leak, names, way, at: location) }
    switch leak.kind {
    case .exact: return .exact(names, way, at: location)
    case .narrow: return .narrow(names, leak.interval.text, way, at: location)
    case .implied: return .implied(names, way, at: location)
    }
  }
}

extension AuditModel {
  /// No category of a table can be merged to protect what none of them prints.
  private func untabled(
    _ leak: AttackResult.Leak, _ names: String, _ way: String, at location: SourceLocation
  ) -> Diagnostic {
    let help: Message =
      "leave one of these numbers out, or merge categories that it is divided by in statistics.yaml"
    switch leak.kind {
    case .exact:
      return Diagnostic(
        .disclosureExact, at: location, "\(names) is not shown, but can be computed: \(way)",
        help: help)
    case .narrow:
      return Diagnostic(
        .disclosureNarrow, at: location,
        "\(names) is not shown, but too few values are possible, \(leak.interval.text): \(way)",
        help: help)
    case .implied:
      return Diagnostic(
        .disclosureImplied, at: location,
        "\(names) are not shown, but together a small group that can be computed: \(way)",
        help: help)
    }
  }
}

extension AttackResult.Interval {
  fileprivate var text: String { "\(lower)–\(upper.map(String.init) ?? "…")" }
}

extension Diagnostic {
  fileprivate static func incomplete(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureIncomplete, at: location,
      "not every sum of hidden counts was looked at to the end: there are too many",
      help: "leave a table out, or divide people by fewer things at once")
  }

  fileprivate static func exact(
    _ names: String, _ way: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .disclosureExact, at: location, "\(names) is hidden and can be computed: \(way)",
      help: "merge it with another category in statistics.yaml, or leave one of these numbers out")
  }

  fileprivate static func narrow(
    _ names: String, _ interval: String, _ way: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .disclosureNarrow, at: location,
      "\(names) is hidden, but too few values are possible, \(interval): \(way)",
      help: "merge it with another category in statistics.yaml, or leave one of these numbers out")
  }

  /// No number tells it, but how small categories are counted together.
  fileprivate static func ofRest(
    _ leak: AttackResult.Leak, _ names: String, at location: SourceLocation
  ) -> Diagnostic {
    let interval = leak.interval.text
    return Diagnostic(
      leak.kind == .exact ? .disclosureExact : .disclosureNarrow, at: location,
      "\(names) is not shown, but too few values are possible, \(interval), for those who know how small categories are counted together",
      help:
        "leave out the table or sentence that divides these categories further, or merge them there too"
    )
  }

  fileprivate static func implied(
    _ names: String, _ way: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .disclosureImplied, at: location,
      "\(names) together are a small group that can be computed: \(way)",
      help: "merge them with another category in statistics.yaml, or leave one of these numbers out"
    )
  }

  /// Published numbers that no records can have.
  package static func contradiction(
    in note: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .disclosureInconsistent, at: location,
      "Published numbers do not fit together: \(note)",
      help: "correct the edition or the earlier one that says otherwise")
  }

  fileprivate static func headline(
    _ name: String, merging parts: [String], at location: SourceLocation
  ) -> Diagnostic {
    let listed = parts.map { "“\($0)”" }.joined(separator: ", ")
    return Diagnostic(
      .disclosureHeadline, at: location,
      "“\(name)” would have to be hidden, so that nobody can be found",
      help: parts.isEmpty
        ? "leave the number out, or speak of a larger group"
        : "merge \(listed) with larger categories by “merge” in statistics.yaml")
  }

  fileprivate static func leavers(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .disclosureHeadline, at: location,
      "“\(name)” are few, and follow from who was there, who came and who is there now",
      help: "leave one of these numbers out, in tables and texts, so that the others can stay")
  }
}
