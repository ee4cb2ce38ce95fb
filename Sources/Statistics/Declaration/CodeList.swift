import Diagnostics
import YAMLReading

/// The codes of a dimension, in their order.
package struct CodeList: Sendable, Hashable {
  package struct Code: Sendable, Hashable {
    package let code: String
    package let labels: LocalizedText
    /// Labels in a case of a language, by `fi_ela` of a column `label_fi_ela`.
    package let bentLabels: [String: String]
    /// `organisation=1`, `min=18`.
    package let attributes: [String: String]

    /// The code stands for *not known*.
    package var isMissing: Bool { attributes["missing"] == "1" }

    /// Counted as a kind of its own by `distinct`.
    package var isCounted: Bool { !isMissing && attributes["not_a_nationality"] != "1" }

    /// The list’s own *other*: small categories that join it take its name.
    package var isResidual: Bool { attributes["residual"] == "1" }
  }

  package let id: String
  package let codes: [Code]

  package func code(_ name: String) -> Code? { codes.first { $0.code == name } }

  /// Codes the program uses itself (SDMX), which no list may define.
  static let reserved = ["_T", "_O", "_U", "_Z"]

  /// Reads `codelists/<id>.csv`: code, sort, label_en, label_fi, label_sv, attrs.
  package static func read(
    _ file: SourceFile, id: String, languages: [String]
  ) -> Diagnosed<CodeList?> {
    var findings: [Diagnostic] = []
    let columns = ["code", "sort"] + languages.map { "label_\($0)" }
    guard let table = SmallTable.read(file, required: columns).reporting(to: &findings) else {
      return Diagnosed(nil, findings: findings)
    }
    var entries: [(sort: Int, code: Code)] = []
    var seen: Set<String> = []
    for row in table.rows {
      let location = SourceLocation(path: file.path, line: row.line)
      let code = row["code"]
      if !isUsable(code) {
        findings.append(.unusableCode(at: location))
      }
      if !seen.insert(code).inserted { findings.append(.codeTwice(code, at: location)) }
      guard let sort = Int(row["sort"]) else {
        findings.append(.sortIsNoNumber(at: location))
        continue
      }
      var labels: [String: String] = [:]
      for language in ["en", "fi", "sv"] where !row["label_\(language)"].isEmpty {
        labels[language] = row["label_\(language)"]
      }
      for language in languages where labels[language] == nil {
        findings.append(.labelMissing(of: code, language: language, at: location))
      }
      let attributes = attributes(in: row["attrs"])
      var bent: [String: String] = [:]
      for column in row.columns where column.hasPrefix("label_") && column.count > "label_fi".count
      {
        if !row[column].isEmpty { bent[String(column.dropFirst("label_".count))] = row[column] }
      }
      let entry = Code(
        code: code, labels: LocalizedText(labels, at: labels.mapValues { _ in location }),
        bentLabels: bent, attributes: attributes)
      entries.append((sort, entry))
    }
    entries.sort { ($0.sort, $0.code.code) < ($1.sort, $1.code.code) }
    if entries.count > 60_000 {
      findings.append(.tooManyCodes(at: SourceLocation(path: file.path)))
    }
    guard !findings.hasErrors else { return Diagnosed(nil, findings: findings) }
    return Diagnosed(CodeList(id: id, codes: entries.map(\.code)), findings: findings)
  }

  /// Letters, digits, `_`, `.` and `-`, so that a code can stand in a citation and a data file as it is.
  private static func isUsable(_ code: String) -> Bool {
    let allowed = code.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == 0x5F || byte == 0x2E || byte == 0x2D
    }
    return allowed && !code.isEmpty && !code.hasPrefix("-") && !reserved.contains(code)
  }

  private static func attributes(in text: String) -> [String: String] {
    var attributes: [String: String] = [:]
    for pair in text.split(separator: ";") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      attributes[String(parts[0])] = parts.count == 2 ? String(parts[1]) : "1"
    }
    return attributes
  }
}

extension Diagnostic {
  fileprivate static func unusableCode(at location: SourceLocation) -> Diagnostic {
    let reserved = CodeList.reserved.joined(separator: ", ")
    return Diagnostic(
      .codelistValue, at: location,
      "A code is made of letters, digits, “_”, “.” and “-”, and \(reserved) are taken",
      help: "write another code")
  }

  fileprivate static func codeTwice(_ code: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .codelistValue, at: location, "The code “\(code)” stands twice in this list",
      help: "keep one of the two rows")
  }

  fileprivate static func sortIsNoNumber(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .codelistValue, at: location, "The column “sort” has to hold a whole number",
      help: "number the codes in the order readers should meet them")
  }

  fileprivate static func labelMissing(
    of code: String, language: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .wordMissing, at: location, "The code “\(code)” has no label in the language “\(language)”",
      help: "fill in the column “label_\(language)”")
  }

  fileprivate static func tooManyCodes(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .codelistValue, at: location, "A code list holds at most 60,000 codes",
      help: "shorten the list")
  }
}
