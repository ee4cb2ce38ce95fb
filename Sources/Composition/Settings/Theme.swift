import Diagnostics
import Palette
import YAMLReading

/// How the publication looks: `theme` in `publication.yaml`; what is not said keeps its default.
package struct Theme: Sendable {
  /// A font that pages carry with them.
  package struct FontFile: Sendable, Hashable {
    package let family: String
    package let weight: Int
    package let isItalic: Bool
    /// From the folder of `publication.yaml`.
    package let path: String
    package let location: SourceLocation
  }

  /// What a family of fonts is for.
  package enum Use: String, Sendable, Hashable, CaseIterable {
    case text
    case headings
    case figures
  }

  package private(set) var light = Palette.light
  package private(set) var dark = Palette.dark
  /// The family of each use that has one of its own.
  package private(set) var families: [Use: String] = [:]
  package private(set) var fonts: [FontFile] = []

  init() {}

  init(_ value: YAMLValue, _ findings: inout [Diagnostic]) {
    guard let mapping = value.mapping(of: ["colours", "fonts"], &findings) else { return }
    if let colours = mapping["colours"]?.mapping(of: ["light", "dark"], &findings) {
      light = Theme.palette(colours["light"], over: .light, &findings)
      dark = Theme.palette(colours["dark"], over: .dark, &findings)
    }
    guard let fonts = mapping["fonts"] else { return }
    let keys = Use.allCases.map(\.rawValue) + ["files"]
    guard let mapping = fonts.mapping(of: keys, &findings) else { return }
    for use in Use.allCases {
      families[use] = mapping[use.rawValue].flatMap { Theme.family($0, &findings) }
    }
    self.fonts = (mapping["files"]?.list(&findings) ?? []).compactMap {
      Theme.fontFile($0, &findings)
    }
  }

  private static func palette(
    _ value: YAMLValue?, over base: Palette, _ findings: inout [Diagnostic]
  ) -> Palette {
    guard let value,
      let mapping = value.mapping(of: ColourRole.allCases.map(\.rawValue), &findings)
    else { return base }
    var colours: [ColourRole: Colour] = [:]
    for entry in mapping.entries {
      guard let role = ColourRole(rawValue: entry.key), let text = entry.value.text(&findings)
      else { continue }
      guard let colour = Colour(hex: text) else {
        findings.append(.noColour(at: entry.value.location))
        continue
      }
      colours[role] = colour
    }
    let palette = Palette(colours, over: base)
    for fault in palette.faults {
      let location = mapping[fault.role.rawValue]?.location ?? value.location
      findings.append(.palette(fault, at: location))
    }
    return palette
  }

  private static func family(_ value: YAMLValue, _ findings: inout [Diagnostic]) -> String? {
    guard let name = value.text(&findings) else { return nil }
    let isName = name.utf8.allSatisfy { byte in
      byte == 0x20 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || byte == 0x2D
    }
    guard isName, !name.isEmpty else {
      findings.append(.noFamily(at: value.location))
      return nil
    }
    return name
  }

  private static func fontFile(
    _ value: YAMLValue, _ findings: inout [Diagnostic]
  ) -> FontFile? {
    guard let mapping = value.mapping(of: ["family", "weight", "style", "file"], &findings) else {
      return nil
    }
    let family = mapping.required("family", &findings).flatMap { Theme.family($0, &findings) }
    let weight = mapping["weight"].map { $0.integer(&findings) ?? 0 } ?? 400
    let style = mapping["style"]?.text(&findings) ?? "normal"
    guard let file = mapping.required("file", &findings), let path = file.text(&findings),
      let family
    else { return nil }
    guard (1...1000).contains(weight), ["normal", "italic"].contains(style) else {
      findings.append(.noFontStyle(at: mapping.location))
      return nil
    }
    return FontFile(
      family: family, weight: weight, isItalic: style == "italic", path: path,
      location: file.location)
  }
}

extension Diagnostic {
  fileprivate static func noColour(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .yamlValue, at: location, "A colour is written as six hexadecimal digits",
      help: "write it as “#14365c”, in quotes")
  }

  fileprivate static func noFamily(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .yamlValue, at: location, "The name of a font has letters, digits, spaces and hyphens",
      help: "write it as the font file names itself")
  }

  fileprivate static func noFontStyle(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .yamlValue, at: location, "A font has a weight from 1 to 1000 and the style normal or italic",
      help: "write “weight: 400” and “style: normal”, or leave both out")
  }

  fileprivate static func palette(
    _ fault: PaletteFault, at location: SourceLocation
  ) -> Diagnostic {
    let role = fault.role.rawValue
    let help: Message =
      fault.nearest.map { "write “\($0.hex)”, the nearest colour that does" }
      ?? "choose another colour, or change the one it stands beside first"
    switch fault.kind {
    case .contrast(let ground, let tenths, let needed):
      return Diagnostic(
        .themeColour, at: location,
        "The colour “\(role)” has a contrast of \(ratio(tenths)) with “\(ground.rawValue)” and needs \(ratio(needed))",
        help: help)
    case .alike(let other, .common):
      return Diagnostic(
        .themeColour, at: location,
        "The colours “\(role)” and “\(other.rawValue)” look alike", help: help)
    case .alike(let other, let vision):
      return Diagnostic(
        .themeColour, at: location,
        "The colours “\(role)” and “\(other.rawValue)” look alike to readers with \(vision.rawValue)",
        help: help)
    }
  }

  /// *4.5:1*.
  private static func ratio(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10):1" }
}
