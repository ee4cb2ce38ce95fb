/// Who of a network has to be protected, and which counts may be hidden for their sake.
extension Concealment {
  func standing(of index: Int) -> LinkedCounts.Standing {
    let count = network.counts[index]
    if case .published = count.earlier { return .fixed }
    if count.isToldEmpty { return count.isPrinted ? .hidden : .fixed }
    guard count.isPrinted else {
      return isProtected(index) || staysHidden(index) ? .unprintedPrimary : .unprinted
    }
    if isExcepted[index] { return .fixed }
    if isProtected(index) { return .primary }
    switch count.earlier {
    case .hidden, .merged: return .hidden
    case .published, .corrected, nil: return .printed(weight: count.weight)
    }
  }

  /// An earlier edition hid it for the sake of others; nobody may compute it now either.
  func staysHidden(_ index: Int) -> Bool {
    let count = network.counts[index]
    return count.earlier == .hidden && !count.isPrinted && !isExcepted[index]
  }

  /// Nobody may find it out, unless it is shown by exception.
  func isProtected(_ index: Int) -> Bool {
    let count = network.counts[index]
    guard policy.isSmall(count.tally.count), policy.protects(count), !count.isJoint, !count.isTie,
      !count.isToldEmpty,
      !isGivenAway[index]
    else { return false }
    // A class that is printed nowhere is a group of persons only where there are some.
    return count.isPrinted || count.tally.count > 0 && !isExcepted[index]
  }
}

extension DisclosurePolicy {
  /// It tells a property of persons, or may do so.
  func protects(_ region: Region) -> Bool {
    personal.map { region.codes.keys.contains(where: $0.contains) } ?? true
  }

  func protects(_ count: FactNetwork.Count) -> Bool {
    count.region.map(protects) ?? true
  }
}
