import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// The sample as a build makes it, in memory, with a table in which some cells are suppressed.
struct BuiltSample: Sendable {
  let renditions: [Rendition]
  let expected: [String: StatedContent]

  static let shared = Result { try BuiltSample() }

  private init() throws {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.edit("Content/statistics.yaml") { text in
      text.replacing(
        "\ntables:\n",
        with: """

          tables:
            new-clients-by-gender-and-place:
              measure: new_clients
              by: [residence, gender]
              label: New clients by residence status and gender

          """)
    }
    for language in ["fi", "sv", "en"] {
      try workshop.edit("Content/2021-H1/\(language)/new-clients.md") {
        $0 + "\n```chart new-clients-by-gender-and-place\ntitle: Women and men\n```\n"
      }
    }
    let project = try #require(try Project.read(workshop.folders).value)
    let read = try project.readEdition("2021-H1", languages: project.publication.languages)
    let content = try #require(read.value)
    let composed = try project.compose(content)
    let edition = try #require(composed.value, "\(composed.findings.map(\.rendered))")
    (renditions, expected) = try project.makeSite(of: [edition], kept: [])
  }

  var findings: [Diagnostic] { renditions.findings(expected: expected, site: "site") }

  func text(_ path: String) throws -> String {
    let rendition = try #require(renditions.first { $0.path == path })
    return String(decoding: rendition.bytes, as: UTF8.self)
  }

  /// What is found when one file reads otherwise.
  func findings(_ path: String, reading text: String) -> [Diagnostic] {
    [Rendition(path: path, text: text)].findings(expected: expected, site: "site")
  }
}
