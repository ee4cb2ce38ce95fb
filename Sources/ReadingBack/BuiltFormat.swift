import Localization

/// The formats of built files, each with its reader; a format that is not here cannot be published.
package enum BuiltFormat: String, Sendable, Hashable, CaseIterable {
  case page
  case plainText
  case pdf
  case csv
  case json
  case drawing
  /// Made of points: no text stands in it that could be read.
  case points
  /// Letters for pages: what it draws is what they say.
  case font

  /// Nil for a file that nothing here can read.
  package init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...] {
    case "html": self = .page
    case "txt": self = .plainText
    case "pdf": self = .pdf
    case "csv": self = .csv
    case "json": self = .json
    case "svg": self = .drawing
    case "png", "jpg", "jpeg": self = .points
    case "woff2": self = .font
    default: return nil
    }
  }
}

/// Every number of a built file, with where and how it stands there; nil where no reader knows the
/// format.
///
/// - `path`: from the folder of the site; a folder named like a language says in which it is written.
package func readBack(_ path: String, bytes: [UInt8]) -> ReadFile? {
  guard let format = BuiltFormat(path: path) else { return nil }
  let folders = path.split(separator: "/").dropLast().map(String.init)
  let language = folders.compactMap { Language(rawValue: $0) }.first ?? .en
  var file = ReadFile(path: path, bytes: bytes)
  switch format {
  case .page, .drawing:
    var reading = HTMLReading(file, language: language)
    reading.run()
    file = reading.file
  case .plainText: file.readPlainText(in: language)
  case .pdf:
    guard let pdf = ReadFile(path: path, pdf: bytes, in: language) else { return nil }
    file = pdf
  case .csv: file.readCSV(in: language)
  case .json: file.readJSON(in: language)
  case .points, .font: break
  }
  return file
}
