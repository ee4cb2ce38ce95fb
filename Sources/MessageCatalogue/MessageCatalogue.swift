import Diagnostics
import YAMLReading

/// The messages of the program in one language, by their English form.
///
/// English needs no catalogue: its forms stand where the messages are made.
package struct MessageCatalogue: Sendable {
  package static let languages = ["en", "fi", "sv"]

  let forms: [String: String]
  private let severities: [Severity: String]
  private let isEnglish: Bool

  /// - `language`: one of `languages`; any other gives English.
  package init(language: String) {
    isEnglish = !["fi", "sv"].contains(language)
    switch language {
    case "fi":
      forms = MessageCatalogue.read(PackageResources.fi_yaml)
      severities = [.error: "virhe", .warning: "varoitus", .note: "huomautus"]
    case "sv":
      forms = MessageCatalogue.read(PackageResources.sv_yaml)
      severities = [.error: "fel", .warning: "varning", .note: "anmärkning"]
    default:
      forms = [:]
      severities = [:]
    }
  }

  private static func read(_ bytes: [UInt8]) -> [String: String] {
    var findings: [Diagnostic] = []
    let document = readYAML(String(decoding: bytes, as: UTF8.self), path: "messages")
    let entries = document.value?.mapping(&findings)?.entries ?? []
    return Dictionary(
      entries.compactMap { entry in entry.value.text(&findings).map { (entry.key, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The message in this language, or in English where it is not translated.
  package func text(of message: Message) -> String {
    message.filled(forms[message.form] ?? message.form) { text(of: $0) }
  }

  package func name(of severity: Severity) -> String { severities[severity] ?? severity.rawValue }

  /// The two lines a person reads.
  package func rendered(_ finding: Diagnostic) -> String {
    isEnglish
      ? finding.rendered : finding.rendered(severity: name(of: finding.severity)) { text(of: $0) }
  }

  /// *2 errors, 1 warning*.
  package func counted(errors: Int, warnings: Int) -> String {
    if isEnglish {
      return "\(errors) \(errors == 1 ? "error" : "errors"), "
        + "\(warnings) \(warnings == 1 ? "warning" : "warnings")"
    }
    if severities[.error] == "fel" {
      return "\(errors) fel, \(warnings) \(warnings == 1 ? "varning" : "varningar")"
    }
    return "\(errors) \(errors == 1 ? "virhe" : "virhettä"), "
      + "\(warnings) \(warnings == 1 ? "varoitus" : "varoitusta")"
  }
}
