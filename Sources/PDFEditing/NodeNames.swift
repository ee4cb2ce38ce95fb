/// The names by which a browser tells elements of the structure tree apart, `(node00000165)`, counted
/// anew from 1: they depend on what the browser did before it printed.
///
/// Their order stays, since the tree of names is sorted by it.
struct NodeNames {
  private let names: [Int: [UInt8]]

  init(in objects: [PDFObject?]) {
    var numbers: Set<Int> = []
    for object in objects { object?.forEachVerbatim { numbers.formUnion(NodeNames.number($0)) } }
    var names: [Int: [UInt8]] = [:]
    for (index, number) in numbers.sorted().enumerated() {
      let digits = String(index + 1)
      let zeros = String(repeating: "0", count: max(0, 8 - digits.count))
      names[number] = Array("(node\(zeros)\(digits))".utf8)
    }
    self.names = names
  }

  func renamed(_ object: PDFObject) -> PDFObject {
    object.mappingVerbatim { bytes in
      NodeNames.number(bytes).first.flatMap { names[$0] } ?? bytes
    }
  }

  /// At most one.
  private static func number(_ bytes: [UInt8]) -> [Int] {
    guard bytes.count == 14, bytes.starts(with: "(node".utf8) else { return [] }
    return Int(String(decoding: bytes[5..<13], as: UTF8.self)).map { [$0] } ?? []
  }
}

extension PDFObject {
  fileprivate func forEachVerbatim(_ body: ([UInt8]) -> Void) {
    switch self {
    case .verbatim(let bytes): body(bytes)
    case .array(let values): for value in values { value.forEachVerbatim(body) }
    case .dictionary(let dictionary), .stream(let dictionary, _):
      for entry in dictionary.entries { entry.value.forEachVerbatim(body) }
    case .name, .reference: break
    }
  }

  fileprivate func mappingVerbatim(_ change: ([UInt8]) -> [UInt8]) -> PDFObject {
    func mapped(_ dictionary: PDFDictionary) -> PDFDictionary {
      PDFDictionary(dictionary.entries.map { ($0.key, $0.value.mappingVerbatim(change)) })
    }
    switch self {
    case .verbatim(let bytes): return .verbatim(change(bytes))
    case .array(let values): return .array(values.map { $0.mappingVerbatim(change) })
    case .dictionary(let dictionary): return .dictionary(mapped(dictionary))
    case .stream(let dictionary, let bytes): return .stream(mapped(dictionary), bytes)
    case .name, .reference: return self
    }
  }
}
