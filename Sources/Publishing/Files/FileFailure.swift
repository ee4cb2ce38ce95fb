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
    self.init(path: path, reason: String(cString: strerror(systemError)))
  }

  package var description: String { "\(path): \(reason)" }
}
