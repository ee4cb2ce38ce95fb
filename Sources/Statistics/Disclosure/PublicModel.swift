extension Concealment {
  /// What is public of the edition, for an attacker: no true count of a hidden cell is in it.
  var auditModel: AuditModel {
    var model = statedModel
    _ = model.read(
      mergedRests, candidates: policy.candidates, isExact: !others.outer.rests.isEmpty)
    return model
  }

  /// The same without what is told by how rests are made of what is known of others.
  var statedModel: AuditModel {
    var model = AuditModel()
    for (index, count) in network.counts.enumerated() {
      var value = count.isPrinted && !isHidden[index] ? count.tally.count : nil
      if case .published(let before) = count.earlier { value = before }
      model.cells.append(
        .init(
          id: count.name, value: value, lower: count.known, upper: count.most,
          role: role(of: index),
          isExcepted: value != nil && isDecided[index],
          wasPublished: count.isSmallBefore(policy)))
      model.cells[index].location = locations[index]
      model.cells[index].moment = count.region.map { Moment(basis: $0.basis, days: count.days) }
    }
    model.sums = network.sums.map { .init(total: $0.total, parts: $0.parts, note: $0.note) }
    others.add(to: &model)
    return model
  }

  /// It is hidden for the sake of others alone.
  func hidesNobody(_ index: Int) -> Bool {
    network.counts.indices.contains(index) && role(of: index) == .secondary && !isProtected(index)
      && [nil, .merged].contains(network.counts[index].earlier)
  }

  private func role(of index: Int) -> AuditModel.Role {
    let count = network.counts[index]
    if count.isJoint { return .joint }
    if isProtected(index) { return isNarrowed[index] ? .secondary : .protected }
    if isIdle[index] || count.isToldEmpty { return .derived }
    return count.isPrinted || count.earlier == .hidden ? .secondary : .derived
  }

  /// What is public to those who do not know that earlier numbers were corrected; nil where none was, or all are
  /// shown anew.
  func believed(_ model: AuditModel) -> AuditModel? {
    var believed = model
    for (index, count) in network.counts.enumerated() where model.cells[index].value == nil {
      if case .corrected(let before) = count.earlier { believed.cells[index].value = before }
    }
    // What is not small today may have been so before.
    for (index, count) in network.counts.enumerated()
    where count.earlier == nil && !policy.isSmall(count.tally.count) {
      if model.cells[index].role == .derived, count.region.map(policy.protects) ?? false {
        believed.cells[index].role = .joint
      }
    }
    var isChanged = true
    while isChanged {
      isChanged = false
      for sum in believed.sums where !believed.canHold(sum) {
        for cell in [sum.total] + sum.parts
        where believed.cells[cell].value != model.cells[cell].value {
          believed.cells[cell].value = model.cells[cell].value
          isChanged = true
        }
      }
    }
    return believed.cells.map(\.value) == model.cells.map(\.value) ? nil : believed
  }
}

extension AuditModel {
  /// What is known of a total leaves no more and no less than its parts may have.
  func canHold(_ sum: Sum) -> Bool {
    guard let value = cells[sum.total].value else { return true }
    let open = sum.parts.filter { cells[$0].value == nil }
    let left = value - sum.parts.reduce(0) { $0 + (cells[$1].value ?? 0) }
    return open.isEmpty ? left == 0 : left >= open.reduce(0) { $0 + cells[$1].lower }
  }
}

extension FactNetwork.Count {
  /// An earlier edition printed it though it is small.
  func isSmallBefore(_ policy: DisclosurePolicy) -> Bool {
    guard case .published(let before) = earlier else { return false }
    return before > 0 && policy.isSmall(before)
  }
}
