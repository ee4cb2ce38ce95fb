import Diagnostics

/// The bytes of a file as UTF-8 without a byte order mark.
///
/// A file that is not UTF-8 is read as Windows-1252, as Excel saves it, with a warning; a workbook or a
/// file in UTF-16 is refused with a word on how to export it.
func decodedAsUTF8(_ file: SourceFile) -> Diagnosed<[UInt8]?> {
  let bytes = file.bytes
  let start = SourceLocation(path: file.path)
  if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
    return Diagnosed(nil, findings: [.workbook(at: start)])
  }
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    return Diagnosed(nil, findings: [.utf16(at: start)])
  }
  let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  if isUTF8(content) { return Diagnosed(content) }
  var decoded: [UInt8] = []
  decoded.reserveCapacity(content.count + content.count / 8)
  for byte in content { decoded += utf8OfWindows1252(byte) }
  return Diagnosed(decoded, findings: [.windows1252(at: start)])
}

private func isUTF8(_ bytes: [UInt8]) -> Bool {
  bytes.withUnsafeBufferPointer { buffer in
    var index = 0
    while index < buffer.count {
      if buffer[index] < 0x80 {
        index += 1
        continue
      }
      let end = min(buffer.count, index + 4)
      let length = buffer[index] < 0xE0 ? 2 : buffer[index] < 0xF0 ? 3 : 4
      guard index + length <= end,
        String(validating: buffer[index..<index + length], as: UTF8.self) != nil
      else { return false }
      index += length
    }
    return true
  }
}

/// Source: WHATWG Encoding Standard, index windows-1252.
private func utf8OfWindows1252(_ byte: UInt8) -> [UInt8] {
  let upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
  let value = (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : UInt32(byte)
  guard let scalar = Unicode.Scalar(value) else { return [] }
  return Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
}

extension Diagnostic {
  fileprivate static func workbook(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .recordFormat, at: location, "This is an Excel workbook, not a CSV file",
      help:
        "open it in Excel, choose File > Save As > CSV UTF-8 (comma delimited), and put that here")
  }

  fileprivate static func utf16(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .recordFormat, at: location, "The file is written in UTF-16 (Excel’s “Unicode text”)",
      help: "save it again as CSV UTF-8")
  }

  fileprivate static func windows1252(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .recordEncoding, at: location, "The file is not UTF-8 and was read as Windows-1252",
      help: "check that å, ä and ö came out right, and save it as CSV UTF-8")
  }
}
