import Diagnostics
import ReadingBack

extension PageReconciliation {
  /// Addresses and anchors with digits have to be the edition’s own.
  func references(_ read: [ReadPassage], in anchor: String) -> [Diagnostic] {
    read.compactMap { passage in
      let text = String(decoding: passage.text, as: UTF8.self)
      let location = file.location(passage.origin)
      switch passage.kind {
      case .identifier:
        let names = text.split(whereSeparator: \.isWhitespace)
        return names.allSatisfy { isAnchor($0.hasPrefix("#") ? $0.dropFirst() : $0) }
          ? nil : .unknownAnchor(in: anchor, at: location)
      case .address:
        return isAddress(text) ? nil : .unknownAddress(in: anchor, at: location)
      default: return nil
      }
    }
  }

  /// An anchor, or one with words after it: `half-year-note-1-ref`.
  private func isAnchor(_ name: Substring) -> Bool {
    var stem = name
    while true {
      if ledger.anchors.contains(String(stem)) { return true }
      guard let dash = stem.lastIndex(of: "-"), !stem[dash...].contains(where: \.isNumber) else {
        return !name.contains(where: \.isNumber)
      }
      stem = stem[..<dash]
    }
  }

  private func isAddress(_ address: String) -> Bool {
    if ledger.addresses.contains(address) { return true }
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    var path = parts[0]
    if path.hasPrefix(base) { path = path.dropFirst(base.count) }
    while path.hasPrefix("../") || path.hasPrefix("./") {
      path = path.dropFirst(path.hasPrefix("./") ? 2 : 3)
    }
    let isPath = !path.contains(where: \.isNumber) || ledger.addresses.contains(String(path))
    return isPath && (parts.count < 2 || isAnchor(parts[1]))
  }
}
