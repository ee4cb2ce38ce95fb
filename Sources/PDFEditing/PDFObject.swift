/// A value in a PDF file (ISO 32000-1, 7.3).
///
/// Numbers, strings and names keep the bytes in which they were written, so that what is not changed
/// comes out as it was.
indirect enum PDFObject: Sendable, Hashable {
  /// A number, a string with its delimiters, `true`, `false` or `null`.
  case verbatim([UInt8])
  /// Without its slash.
  case name(String)
  case array([PDFObject])
  case dictionary(PDFDictionary)
  /// The number of another object; generations are always 0 here.
  case reference(Int)
  case stream(PDFDictionary, [UInt8])

  static func integer(_ value: Int) -> PDFObject { .verbatim(Array(String(value).utf8)) }

  /// Text in a string of ASCII characters without parentheses and backslashes.
  static func string(_ text: String) -> PDFObject { .verbatim(Array("(\(text))".utf8)) }

  var integer: Int? {
    if case .verbatim(let bytes) = self { Int(String(decoding: bytes, as: UTF8.self)) } else { nil }
  }

  var dictionary: PDFDictionary? {
    switch self {
    case .dictionary(let dictionary), .stream(let dictionary, _): dictionary
    case .verbatim, .name, .array, .reference: nil
    }
  }

  var array: [PDFObject]? {
    if case .array(let values) = self { values } else { nil }
  }
}

/// Entries in the order in which they were written.
struct PDFDictionary: Sendable, Hashable {
  private(set) var entries: [(key: String, value: PDFObject)]

  init(_ entries: [(key: String, value: PDFObject)] = []) {
    self.entries = entries
  }

  subscript(key: String) -> PDFObject? {
    get { entries.first { $0.key == key }?.value }
    set {
      if let index = entries.firstIndex(where: { $0.key == key }) {
        if let newValue { entries[index].value = newValue } else { entries.remove(at: index) }
      } else if let newValue {
        entries.append((key, newValue))
      }
    }
  }

  static func == (left: PDFDictionary, right: PDFDictionary) -> Bool {
    left.entries.elementsEqual(right.entries) { $0.key == $1.key && $0.value == $1.value }
  }

  func hash(into hasher: inout Hasher) {
    for entry in entries {
      hasher.combine(entry.key)
      hasher.combine(entry.value)
    }
  }
}
