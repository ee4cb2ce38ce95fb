import Diagnostics
import Foundation

/// A folder that a project reads from; nothing outside it is read, not even through a symbolic link.
struct SourceFolder: Sendable {
  /// As the person who runs it says it; messages begin with it.
  let path: String
  private let root: String

  init(_ path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    root = resolved(path) ?? path
  }

  /// The path as messages show it.
  func shown(_ relative: String) -> String { "\(path)/\(relative)" }

  func has(_ relative: String) throws -> Bool {
    try location(of: relative) != nil
  }

  /// The file, or a finding when it is not there or lies outside the folder.
  func file(_ relative: String) throws -> Diagnosed<SourceFile?> {
    let place = SourceLocation(path: shown(relative))
    guard isInside(relative) else {
      return Diagnosed(nil, findings: [.outside(at: place)])
    }
    guard let found = try location(of: relative) else {
      return Diagnosed(nil, findings: [.missing(at: place)])
    }
    guard let real = resolved(found), real.hasPrefix(root + "/") else {
      return Diagnosed(nil, findings: [.outside(at: place)])
    }
    return Diagnosed(
      SourceFile(path: shown(relative), bytes: try bytes(at: real, shown: place.path)))
  }

  /// The names of the files in a folder, in the order of their bytes; none when it is not there.
  func files(in relative: String) throws -> [String] {
    try entries(in: relative).filter { !$0.isFolder }.map(\.name)
  }

  /// The names of the folders in the root.
  func folders() throws -> [String] {
    try entries(in: "").filter(\.isFolder).map(\.name)
  }

  /// The paths of all files below the root, in the order of their bytes.
  func filesBelow(_ relative: String = "", depth: Int = 0) throws -> [String] {
    guard depth < 16 else { return [] }
    return try entries(in: relative).flatMap { entry in
      let path = relative.isEmpty ? entry.name : "\(relative)/\(entry.name)"
      return entry.isFolder ? try filesBelow(path, depth: depth + 1) : [path]
    }
  }

  private func isInside(_ relative: String) -> Bool {
    let parts = relative.split(separator: "/", omittingEmptySubsequences: false)
    return !parts.contains { $0.isEmpty || $0 == "." || $0 == ".." } && !relative.contains("\0")
  }

  /// Names written with combining accents, as macOS does, are met by names without and the other way.
  private func location(of relative: String) throws -> String? {
    guard isInside(relative) else { return nil }
    let plain = "\(root)/\(relative)"
    for candidate in [
      plain, "\(root)/\(relative.precomposedStringWithCanonicalMapping)",
      "\(root)/\(relative.decomposedStringWithCanonicalMapping)",
    ] {
      var status = stat()
      if lstat(candidate, &status) == 0 { return candidate }
      guard errno == ENOENT || errno == ENOTDIR else {
        throw FileFailure(path: shown(relative), systemError: errno)
      }
    }
    return nil
  }

  private func entries(in relative: String) throws -> [(name: String, isFolder: Bool)] {
    let folder = relative.isEmpty ? root : "\(root)/\(relative)"
    guard let stream = opendir(folder) else {
      if errno == ENOENT || errno == ENOTDIR { return [] }
      throw FileFailure(path: relative.isEmpty ? path : shown(relative), systemError: errno)
    }
    defer { closedir(stream) }
    var entries: [(name: String, isFolder: Bool)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      // Hidden files, locks of word processors and editors’ backups are nobody’s content.
      if name.hasPrefix(".") || name.hasPrefix("~") || name.hasSuffix("~") { continue }
      var status = stat()
      guard stat("\(folder)/\(name)", &status) == 0 else { continue }
      entries.append((name, status.st_mode & S_IFMT == S_IFDIR))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}

/// The path with every symbolic link followed; nil where there is nothing.
func resolved(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}

func bytes(at path: String, shown: String) throws -> [UInt8] {
  // A pipe would be waited for; on a file it changes nothing.
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { throw FileFailure(path: shown, systemError: errno) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw FileFailure(path: shown, systemError: errno) }
  guard status.st_mode & S_IFMT == S_IFREG else {
    throw FileFailure(path: shown, reason: "This is not a file")
  }
  var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
  var filled = 0
  while filled < bytes.count {
    let count = bytes.withUnsafeMutableBytes { buffer in
      read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
    }
    guard count >= 0 else { throw FileFailure(path: shown, systemError: errno) }
    if count == 0 { break }
    filled += count
  }
  bytes.removeLast(bytes.count - filled)
  return bytes
}

extension Diagnostic {
  fileprivate static func missing(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .fileMissing, at: location, "The file is not there",
      help: "put it there, or check the folder that the command was given")
  }

  fileprivate static func outside(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .pathOutside, at: location, "The path leads out of the project’s folder",
      help: "copy the file into the folder and name it from there")
  }
}
