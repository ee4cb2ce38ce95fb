import ArgumentParser
import Localization
import Publishing

/// Where the project lies; every command takes these.
struct FolderOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The folder of articles and records.", valueName: "dir"))
  var content = "Content"

  @Option(name: .long, help: ArgumentHelp("The folder of templates and words.", valueName: "dir"))
  var templates = "Templates"

  @Option(
    name: .long, help: ArgumentHelp("The folder that is written: site/ in it.", valueName: "dir"))
  var output = "Output"

  @Option(name: .long, help: "The language of messages: fi, sv or en.")
  var messages = Language.en

  var folders: ProjectFolders {
    ProjectFolders(content: content, templates: templates, output: output)
  }
}

extension Language: ExpressibleByArgument {}

extension Project {
  /// The language asked for, which has to be one of the publication’s.
  func checked(_ language: Language?) throws -> Language? {
    guard let language else { return nil }
    guard publication.languages.contains(language) else {
      let known = publication.languages.map(\.tag).joined(separator: ", ")
      throw ValidationError(
        "The publication has no language “\(language.tag)”; publication.yaml lists: \(known)")
    }
    return language
  }

  /// The editions asked for, or all there are, oldest first; there has to be one.
  func checked(editions named: [String]) throws -> [String] {
    guard named.isEmpty else { return try named.map { try checked(edition: $0) } }
    _ = try checked(edition: editions.last ?? "")
    return editions
  }

  /// The edition asked for, which has to have a folder.
  func checked(edition id: String) throws -> String {
    guard editions.contains(id) else {
      throw ValidationError(
        editions.isEmpty
          ? "There is no edition yet; make a folder such as Content/2021-H1"
          : "There is no edition “\(id)”; there are: \(editions.joined(separator: ", "))")
    }
    return id
  }
}
