/// Classes of one kind in which nobody can be, as every reader knows: each combination of their codes
/// is impossible.
struct ImpossibleClasses {
  private enum Relation {
    case apart
    case partly
    case inside
  }

  /// By box, for some of the kind's dimensions, how each class of the dimension lies to it.
  private let boxes: [[(place: Int, relations: [Relation])]]
  private let impossible: [CaseDefinitions.Box]
  private let axes: [ClassAxis]

  init(_ kind: ClassKind, among all: [ClassAxis], _ codes: ImpossibleCodes) {
    axes = kind.axes.map { all[$0] }
    impossible = codes.known(of: Set(axes.map(\.name))).boxes
    boxes = impossible.map { [axes] box in
      axes.indices.compactMap { place in
        box[axes[place].name].map { codes in
          (
            place,
            axes[place].classes.map { part in
              part.isSubset(of: codes) ? .inside : part.isDisjoint(with: codes) ? .apart : .partly
            }
          )
        }
      }
    }
  }

  /// - `digits`: the number of a class on each axis.
  func contains(_ digits: [Int]) -> Bool {
    var meeting: [Int] = []
    for (index, box) in boxes.enumerated() {
      var isInside = true
      let isMeeting = box.allSatisfy { part in
        let relation = part.relations[digits[part.place]]
        if relation == .partly { isInside = false }
        return relation != .apart
      }
      guard isMeeting else { continue }
      if isInside { return true }
      meeting.append(index)
    }
    guard meeting.count > 1 else { return false }
    var box: CaseDefinitions.Box = [:]
    for (axis, digit) in zip(axes, digits) { box[axis.name] = axis.classes[digit] }
    return isCovered(box, by: meeting.map { impossible[$0] }[...])
  }

  /// Takes one box after the other away from what is left.
  private func isCovered(
    _ rest: CaseDefinitions.Box, by boxes: ArraySlice<CaseDefinitions.Box>
  ) -> Bool {
    guard let box = boxes.first else { return false }
    var inside = rest
    for name in box.keys.sorted() {
      guard let codes = box[name], let own = inside[name] else { continue }
      let outside = own.subtracting(codes)
      if !outside.isEmpty {
        var part = inside
        part[name] = outside
        guard isCovered(part, by: boxes.dropFirst()) else { return false }
      }
      inside[name] = own.intersection(codes)
      if inside[name]?.isEmpty != false { return true }
    }
    return true
  }
}
