/// The identifiers met in a file, as places in its bytes: exact, and nothing is copied.
struct IdentifierSet {
  private var slots = [Int32](repeating: 0, count: 1024)
  private var starts: [Int] = []
  private var ends: [Int] = []

  /// False when the same identifier was there before.
  mutating func insert(
    _ field: DelimitedRows.Field, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if starts.count * 2 >= slots.count { grow(in: bytes) }
    let content = UnsafeBufferPointer(rebasing: bytes[field.start..<field.end])
    var slot = hash(of: content) & (slots.count - 1)
    while slots[slot] != 0 {
      let other = Int(slots[slot]) - 1
      if isSame(other, content, in: bytes) { return false }
      slot = (slot + 1) & (slots.count - 1)
    }
    starts.append(field.start)
    ends.append(field.end)
    slots[slot] = Int32(starts.count)
    return true
  }

  private func isSame(
    _ other: Int, _ content: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let start = starts[other]
    guard ends[other] - start == content.count else { return false }
    for offset in content.indices where bytes[start + offset] != content[offset] { return false }
    return true
  }

  private mutating func grow(in bytes: UnsafeBufferPointer<UInt8>) {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for index in starts.indices {
      var slot =
        hash(of: UnsafeBufferPointer(rebasing: bytes[starts[index]..<ends[index]]))
        & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index + 1)
    }
  }
}
