/// Unknowns that are the same whatever the numbers are, as who was there is who is there where nobody
/// came or left.
///
/// Any of them stands for the others, so that a group that can be put together from several of them is
/// named once.
struct AlikeUnknowns {
  /// By number, the places of all that are the same and count at one time; preferred ones come first.
  private var members: [[Int]]
  private var number: [Int]

  /// - `values`: a whole solution.
  init(
    _ movements: Movements, values: [Int], isPreferred: (Int) -> Bool, moment: (Int) -> Moment?
  ) {
    members = []
    number = Array(repeating: -1, count: values.count)
    var met: [Key: [Int]] = [:]
    let places = values.indices.filter { !movements.isFixed($0) }
    for place in places.filter(isPreferred) + places.filter({ !isPreferred($0) }) {
      let key = Key(
        print: movements.print(of: place), value: values[place], moment: moment(place))
      let same = met[key]?.first { movements.cancel([place], minus: [members[$0][0]]) }
      if let same {
        members[same].append(place)
        number[place] = same
      } else {
        met[key, default: []].append(members.count)
        number[place] = members.count
        members.append([place])
      }
    }
  }

  private struct Key: Hashable {
    let print: UInt64
    let value: Int
    let moment: Moment?
  }

  /// The same group, put together from those that come first.
  func named(_ places: [Int]) -> [Int] {
    var taken: [Int: Int] = [:]
    return places.map { place in
      guard number[place] >= 0 else { return place }
      let same = members[number[place]]
      let next = taken[number[place], default: 0]
      taken[number[place]] = next + 1
      return next < same.count ? same[next] : place
    }.sorted()
  }

  /// Whether it is among the first so many, of which any group can be put together.
  func isAmongFirst(_ most: Int, _ place: Int) -> Bool {
    number[place] < 0 || members[number[place]].prefix(most).contains(place)
  }
}
