/// A file's name and content, read by someone else.
package struct SourceFile: Sendable, Hashable {
  /// The path as messages show it.
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The content as UTF-8 without a byte order mark, or a finding that says where it is not UTF-8.
  package func text() -> Diagnosed<String?> {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else {
      let line = 1 + lineOfFirstInvalidByte(in: content)
      return Diagnosed(
        nil, findings: [.notUTF8(at: SourceLocation(path: path, line: line))])
    }
    return Diagnosed(text)
  }

  private func lineOfFirstInvalidByte(in content: ArraySlice<UInt8>) -> Int {
    let lines = content.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
  }
}

extension Diagnostic {
  fileprivate static func notUTF8(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .fileEncoding, at: location, "The file is not written in UTF-8",
      help: "save it as UTF-8 in the editor")
  }
}
