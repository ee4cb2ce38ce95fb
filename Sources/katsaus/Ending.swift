import ArgumentParser
import Diagnostics
import Foundation
import Localization
import MessageCatalogue
import Publishing

/// How a command ends: 0, 1 when errors were found, 64 for wrong usage, 74 for a failing disk.
enum Ending {
  static let errorsFound = ExitCode(1)
  static let inputOutput = ExitCode(74)

  /// Says everything that was found, in stable order, and a last line that counts.
  static func report(_ findings: [Diagnostic], in language: Language) {
    let ordered = findings.inStableOrder()
    guard !ordered.isEmpty else { return }
    let errors = ordered.filter { $0.severity == .error }.count
    let warnings = ordered.filter { $0.severity == .warning }.count
    let catalogue = MessageCatalogue(language: language.tag)
    var text = ordered.map { catalogue.rendered($0) + "\n" }.joined()
    text += catalogue.counted(errors: errors, warnings: warnings) + "\n"
    say(text)
  }

  /// Runs a command’s work; a failing disk becomes a message and status 74.
  static func reporting(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch let failure as FileFailure {
      say("\(failure)\n")
      throw inputOutput
    }
  }

  /// To standard error.
  static func say(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}

/// What is being done, shown while it lasts on a terminal and nowhere else.
struct Progress {
  private let isTerminal = isatty(STDERR_FILENO) == 1

  func show(_ step: String) {
    if isTerminal { Ending.say("\r\u{1B}[K\(step)…") }
  }

  func clear() {
    if isTerminal { Ending.say("\r\u{1B}[K") }
  }
}
