import Foundation

/// The disk, not the author, is at fault: a file that cannot be read or written.
package struct FileFailure: Error, Sendable, Hashable, CustomStringConvertible {
  package let path: String
  package let reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// With what the system says of its last failed call.
  init(path: String, systemError: Int32) {
    let reason = String(cString: strerror(systemError))
    self.init(
      path: path,
      reason: FileFailure.remedy(for: systemError).map { "\(reason); \($0)" } ?? reason)
  }

  private static func remedy(for systemError: Int32) -> String? {
    switch systemError {
    case EACCES, EPERM: "allow this account to read and write it, or name another folder"
    case EROFS: "name a folder that can be written to"
    case ENOSPC, EDQUOT: "make room on the disk, then run the command again"
    case EMFILE, ENFILE: "close other programs, then run the command again"
    default: nil
    }
  }

  package var description: String { "\(path): \(reason)" }
}
