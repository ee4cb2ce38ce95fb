/// The objects of a PDF file with a plain cross-reference table, as browsers print it.
struct PDFFile: Sendable {
  /// By number; a number that is free has none.
  private(set) var objects: [PDFObject?]
  let trailer: PDFDictionary

  /// Nil where the bytes are not such a file.
  init?(_ bytes: [UInt8]) {
    guard let start = PDFFile.startOfTable(bytes) else { return nil }
    var scanner = PDFScanner(bytes, at: start)
    guard scanner.hasWord("xref"), let first = scanner.integer(), first == 0,
      let count = scanner.integer(), (1...1_000_000).contains(count)
    else { return nil }
    var offsets: [Int?] = []
    for _ in 0..<count {
      guard let offset = scanner.integer(), scanner.integer() != nil else { return nil }
      scanner.skipSpace()
      offsets.append(scanner.word() == [UInt8(ascii: "n")] ? offset : nil)
    }
    guard scanner.hasWord("trailer"), case .dictionary(let trailer) = scanner.object() else {
      return nil
    }
    self.trailer = trailer
    objects = []
    for offset in offsets {
      guard let offset else {
        objects.append(nil)
        continue
      }
      guard let object = PDFFile.object(bytes, at: offset, offsets) else { return nil }
      objects.append(object)
    }
  }

  subscript(number: Int) -> PDFObject? {
    get { objects.indices.contains(number) ? objects[number] : nil }
    set { if objects.indices.contains(number) { objects[number] = newValue } }
  }

  /// A value itself, or the object that it refers to.
  func resolved(_ object: PDFObject?) -> PDFObject? {
    if case .reference(let number) = object { self[number] } else { object }
  }

  mutating func nameNodesAnew() {
    let names = NodeNames(in: objects)
    objects = objects.map { $0.map(names.renamed) }
  }

  var catalog: (number: Int, dictionary: PDFDictionary)? {
    guard case .reference(let number) = trailer["Root"], let root = self[number]?.dictionary else {
      return nil
    }
    return (number, root)
  }

  /// The numbers of the pages’ objects, in reading order.
  var pages: [Int] {
    guard case .reference(let root) = catalog?.dictionary["Pages"] else { return [] }
    return leaves(of: root, depth: 0)
  }

  private func leaves(of number: Int, depth: Int) -> [Int] {
    guard depth < 40, let node = self[number]?.dictionary else { return [] }
    guard let kids = resolved(node["Kids"])?.array else { return [number] }
    return kids.flatMap { kid -> [Int] in
      if case .reference(let number) = kid { leaves(of: number, depth: depth + 1) } else { [] }
    }
  }

  private static func startOfTable(_ bytes: [UInt8]) -> Int? {
    let key = Array("startxref".utf8)
    let tail = max(0, bytes.count - 1024)
    guard bytes.starts(with: "%PDF-".utf8), bytes.count > key.count else { return nil }
    let found = (tail...(bytes.count - key.count)).last { index in
      bytes[index..<index + key.count].elementsEqual(key)
    }
    guard let found else { return nil }
    var scanner = PDFScanner(bytes, at: found + key.count)
    return scanner.integer().flatMap { bytes.indices.contains($0) ? $0 : nil }
  }

  private static func object(_ bytes: [UInt8], at offset: Int, _ offsets: [Int?]) -> PDFObject? {
    guard bytes.indices.contains(offset) else { return nil }
    var scanner = PDFScanner(bytes, at: offset)
    guard scanner.integer() != nil, scanner.integer() != nil, scanner.hasWord("obj"),
      let value = scanner.object()
    else { return nil }
    guard case .dictionary(let dictionary) = value, scanner.hasWord("stream") else { return value }
    if scanner.index < bytes.count, bytes[scanner.index] == 13 { scanner.index += 1 }
    if scanner.index < bytes.count, bytes[scanner.index] == 10 { scanner.index += 1 }
    guard let length = length(dictionary["Length"], bytes, offsets), length >= 0,
      scanner.index + length <= bytes.count
    else { return nil }
    return .stream(dictionary, Array(bytes[scanner.index..<scanner.index + length]))
  }

  private static func length(_ object: PDFObject?, _ bytes: [UInt8], _ offsets: [Int?]) -> Int? {
    if case .reference(let number) = object {
      guard offsets.indices.contains(number), let offset = offsets[number] else { return nil }
      var scanner = PDFScanner(bytes, at: offset)
      guard scanner.integer() != nil, scanner.integer() != nil, scanner.hasWord("obj") else {
        return nil
      }
      return scanner.integer()
    }
    return object?.integer
  }
}

extension PDFFile {
  /// The file anew: objects in the order of their numbers, then their table.
  var bytes: [UInt8] {
    var bytes = Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 10]
    var table = ""
    for (number, object) in objects.enumerated() {
      guard let object else {
        table += "0000000000 65535 f \n"
        continue
      }
      table += PDFFile.padded(bytes.count) + " 00000 n \n"
      bytes += Array("\(number) 0 obj\n".utf8)
      object.write(to: &bytes)
      bytes += Array("\nendobj\n".utf8)
    }
    let start = bytes.count
    bytes += Array("xref\n0 \(objects.count)\n\(table)trailer\n".utf8)
    var trailer = trailer
    trailer["Size"] = .integer(objects.count)
    PDFObject.dictionary(trailer).write(to: &bytes)
    return bytes + Array("\nstartxref\n\(start)\n%%EOF\n".utf8)
  }

  private static func padded(_ offset: Int) -> String {
    let digits = String(offset)
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }
}

extension PDFObject {
  fileprivate func write(to bytes: inout [UInt8]) {
    switch self {
    case .verbatim(let written): bytes += written
    case .name(let name): bytes += Array("/\(name)".utf8)
    case .reference(let number): bytes += Array("\(number) 0 R".utf8)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(32) }
        value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .dictionary(let dictionary):
      bytes += Array("<<".utf8)
      for entry in dictionary.entries {
        bytes += Array("/\(entry.key) ".utf8)
        entry.value.write(to: &bytes)
        bytes.append(10)
      }
      bytes += Array(">>".utf8)
    case .stream(var dictionary, let content):
      dictionary["Length"] = .integer(content.count)
      PDFObject.dictionary(dictionary).write(to: &bytes)
      bytes += Array("\nstream\n".utf8) + content + Array("\nendstream".utf8)
    }
  }
}
