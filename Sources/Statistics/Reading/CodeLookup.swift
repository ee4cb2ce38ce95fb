/// Finds the index of a code by its bytes.
///
/// An open hash table with linear probing, since the columns of a large file ask millions of times.
struct CodeLookup: Sendable {
  private let mask: Int
  /// One more than the index of a code; 0 where a slot is free.
  private var slots: [Int32]
  private var starts: [Int] = []
  private var bytes: [UInt8] = []

  init(_ codes: [String]) {
    var size = 16
    while size < codes.count * 4 { size *= 2 }
    mask = size - 1
    slots = [Int32](repeating: 0, count: size)
    for (index, code) in codes.enumerated() {
      var slot = Array(code.utf8).withUnsafeBufferPointer { hash(of: $0) } & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index + 1)
      starts.append(bytes.count)
      bytes += code.utf8
    }
    starts.append(bytes.count)
  }

  /// How many codes the list has.
  var count: Int { starts.count - 1 }

  /// Nil for a text that is no code of the list.
  func index(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    var slot = hash(of: text) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if isCode(index, text) { return index }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func isCode(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[index]
    guard starts[index + 1] - start == text.count else { return false }
    for offset in text.indices where bytes[start + offset] != text[offset] { return false }
    return true
  }
}

/// FNV-1a, folded to a non-negative number.
///
/// Source: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, The FNV Non-Cryptographic Hash Algorithm,
/// IETF draft-eastlake-fnv.
func hash(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
  var value: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return Int(truncatingIfNeeded: (value ^ (value >> 32)) & 0x7FFF_FFFF_FFFF_FFFF)
}
