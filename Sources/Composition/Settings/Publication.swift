import Diagnostics
import Localization
import Statistics
import YAMLReading

/// What is the same in every edition: `publication.yaml`.
package struct Publication: Sendable {
  package struct Helpline: Sendable {
    package let title: LocalizedText
    package let phone: String
    package let hours: LocalizedText
    package let text: LocalizedText
    /// An address that tells nothing about what was read.
    package let exit: String?
  }

  package struct Sender: Sendable {
    /// One line of the name a line.
    package let name: LocalizedText
    package let email: String
    package let web: LocalizedText
    package let webAddress: LocalizedText
    package let social: String
  }

  package let title: LocalizedText
  package let publisher: LocalizedText
  /// In the order readers choose from.
  package let languages: [Language]
  /// Where the publication is put, with a slash at its end.
  package let site: String
  /// As it is written; the declaration tells what its names mean.
  package let policy: DisclosureSettings
  package let helpline: Helpline
  package let sender: Sender
  package let theme: Theme

  package static func read(_ file: SourceFile) -> Diagnosed<Publication?> {
    var findings: [Diagnostic] = []
    guard let text = file.text().reporting(to: &findings),
      let document = readYAML(text, path: file.path).reporting(to: &findings)
    else { return Diagnosed(nil, findings: findings) }
    let publication = Publication(document, &findings)
    return Diagnosed(findings.hasErrors ? nil : publication, findings: findings)
  }
}

extension Publication {
  fileprivate init?(_ document: YAMLValue, _ findings: inout [Diagnostic]) {
    let keys = [
      "title", "publisher", "languages", "site", "disclosure", "helpline", "sender", "theme",
    ]
    guard let root = document.mapping(of: keys, &findings) else { return nil }
    languages = Publication.languages(root.required("languages", &findings), &findings)
    let tags = languages.map(\.tag)
    // Every part is read before anything is missed, so that all findings come at once.
    let title = root.required("title", &findings)?.localizedText(languages: tags, &findings)
    let publisher = root.required("publisher", &findings)?.localizedText(languages: tags, &findings)
    let site = root.required("site", &findings).flatMap { Publication.site($0, &findings) }
    let policy = root.required("disclosure", &findings).flatMap {
      DisclosureSettings($0, &findings)
    }
    let helpline = root.required("helpline", &findings).flatMap { Helpline($0, tags, &findings) }
    let sender = root.required("sender", &findings).flatMap { Sender($0, tags, &findings) }
    theme = root["theme"].map { Theme($0, &findings) } ?? Theme()
    guard let title, let publisher, let site, let policy, let helpline, let sender else {
      return nil
    }
    self.title = title
    self.publisher = publisher
    self.site = site
    self.policy = policy
    self.helpline = helpline
    self.sender = sender
  }

  private static func languages(
    _ value: YAMLValue?, _ findings: inout [Diagnostic]
  ) -> [Language] {
    guard let value else { return [] }
    let values = value.list(&findings)
    if values.isEmpty { findings.append(.noLanguage(at: value.location)) }
    var languages: [Language] = []
    for value in values {
      guard let language = value.choice(Language.self, &findings) else { continue }
      if languages.contains(language) { findings.append(.languageTwice(at: value.location)) }
      languages.append(language)
    }
    return languages
  }

  fileprivate static func site(_ value: YAMLValue, _ findings: inout [Diagnostic]) -> String? {
    guard let text = value.text(&findings) else { return nil }
    guard text.hasPrefix("https://") || text.hasPrefix("http://"), !text.contains(" ") else {
      findings.append(.siteIsNoAddress(at: value.location))
      return nil
    }
    return text.hasSuffix("/") ? text : text + "/"
  }
}

extension Publication.Helpline {
  fileprivate init?(_ value: YAMLValue, _ languages: [String], _ findings: inout [Diagnostic]) {
    guard let mapping = value.mapping(of: ["title", "phone", "hours", "text", "exit"], &findings)
    else {
      return nil
    }
    let title = mapping.required("title", &findings)?
      .localizedText(languages: languages, &findings)
    let phone = mapping.required("phone", &findings)?.text(&findings)
    let hours = mapping.required("hours", &findings)?
      .localizedText(languages: languages, &findings)
    let text = mapping.required("text", &findings)?.localizedText(languages: languages, &findings)
    let exit = mapping["exit"].flatMap { Publication.site($0, &findings) }
    guard let title, let phone, let hours, let text else { return nil }
    self.init(title: title, phone: phone, hours: hours, text: text, exit: exit)
  }
}

extension Publication.Sender {
  fileprivate init?(_ value: YAMLValue, _ languages: [String], _ findings: inout [Diagnostic]) {
    let keys = ["name", "email", "web", "web_address", "social"]
    guard let mapping = value.mapping(of: keys, &findings) else { return nil }
    let name = mapping.required("name", &findings)?.localizedText(languages: languages, &findings)
    let email = mapping.required("email", &findings)?.text(&findings)
    let web = mapping.required("web", &findings)?.localizedText(languages: languages, &findings)
    let address = mapping.required("web_address", &findings)?
      .localizedText(languages: languages, &findings)
    let social = mapping.required("social", &findings)?.text(&findings)
    guard let name, let email, let web, let address, let social else { return nil }
    self.init(name: name, email: email, web: web, webAddress: address, social: social)
  }
}

extension Diagnostic {
  fileprivate static func languageTwice(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .yamlValue, at: location, "The language stands in the list twice", help: "remove one")
  }

  fileprivate static func noLanguage(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .yamlValue, at: location, "A publication has at least one language",
      help: "write “languages: [fi, sv, en]”, or those that there are")
  }

  fileprivate static func siteIsNoAddress(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .yamlValue, at: location, "Here has to stand an address",
      help: "write it whole, beginning with https://")
  }
}
