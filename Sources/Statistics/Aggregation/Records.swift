/// The records of one file, by column.
///
/// Nothing outside this target can name it: counts of records pass disclosure control first.
struct Records: Sendable {
  var count = 0
  /// `Day.ordinal`; 0 where the cell is empty.
  var days: [String: [Int32]] = [:]
  /// `emptyInteger` where the cell is empty.
  var integers: [String: [Int32]] = [:]
  /// Indices in a `CodeSpace`.
  var codes: [String: [UInt16]] = [:]
  /// Only of columns by which records are compared.
  var words: [String: [String]] = [:]
  /// The line of the file on which each record begins.
  var lines: [Int32] = []

  static let emptyInteger = Int32.min
}

/// The numbers that stand for the codes of a list in a column: the list’s own order, then three more.
struct CodeSpace: Sendable, Hashable {
  /// How many codes the list has.
  let listed: Int

  init(_ list: CodeList) {
    listed = list.codes.count
  }

  /// - `size`: of the list's codes and the others.
  init(size: Int) {
    listed = size - CodeSpace.others
  }

  /// How many numbers stand for no code of the list.
  private static let others = 3

  /// The cell was empty.
  var empty: Int { listed }
  /// The cell held a code that the list does not have.
  var unrecognised: Int { listed + 1 }
  /// The dimension does not apply to the record.
  var notApplicable: Int { listed + 2 }
  var size: Int { listed + CodeSpace.others }
}
