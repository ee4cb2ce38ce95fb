/// A PDF as a browser printed it.
package struct PrintedPDF: Sendable {
  let file: PDFFile

  /// Nil where the bytes are no PDF of the kind that browsers print.
  package init?(_ bytes: [UInt8]) {
    guard let file = PDFFile(bytes), file.catalog != nil, !file.pages.isEmpty else { return nil }
    self.file = file
  }

  package var pageCount: Int { file.pages.count }

  /// The page, counted from 1, of each anchor that some link leads to.
  package var destinations: [String: Int] {
    let numbers = file.pages
    guard let names = file.resolved(file.catalog?.dictionary["Dests"])?.dictionary else {
      return [:]
    }
    var destinations: [String: Int] = [:]
    for (name, value) in names.entries {
      guard let place = file.resolved(value)?.array, case .reference(let page) = place.first,
        let index = numbers.firstIndex(of: page)
      else { continue }
      destinations[name] = index + 1
    }
    return destinations
  }

  /// The same document without the time at which it was printed and with what readers’ programs need:
  /// its outline shown and mended, everything outside the tags marked as an artefact, words without the soft
  /// hyphens that are not seen.
  ///
  /// `day` is the day of release, `2021-07-21`.
  package func finished(day: String, creator: String) -> [UInt8] {
    var file = file
    let date = "D:" + day.filter { $0 != "-" } + "000000Z"
    if case .reference(let number) = file.trailer["Info"], var info = file[number]?.dictionary {
      info["CreationDate"] = .string(date)
      info["ModDate"] = .string(date)
      info["Creator"] = .string(creator)
      file[number] = .dictionary(info)
    }
    if let (number, dictionary) = file.catalog {
      var catalog = dictionary
      if catalog["Outlines"] != nil { catalog["PageMode"] = .name("UseOutlines") }
      file[number] = .dictionary(catalog)
    }
    file.nameNodesAnew()
    if let blocks = text?.blocks { file.mendOutline(from: blocks) }
    for page in file.pages { file.cleanContent(ofPage: page) }
    return file.bytes
  }
}

extension PDFFile {
  fileprivate mutating func cleanContent(ofPage page: Int) {
    guard case .reference(let number) = self[page]?.dictionary?["Contents"],
      case .stream(let dictionary, let bytes) = self[number],
      dictionary["Filter"] == .name("FlateDecode"), let content = inflated(bytes)
    else { return }
    let clean = removingSoftHyphens(content)
    guard let packed = deflated(markingArtifacts(clean) ?? clean) else { return }
    self[number] = .stream(dictionary, packed)
  }
}
