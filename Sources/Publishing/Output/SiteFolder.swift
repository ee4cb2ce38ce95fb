import CRename
import Foundation

/// The folder that a build writes, replaced whole or not at all.
///
/// A new site is made beside the old one and the two change places in one step, so that a reader, a
/// crash or a full disk never meets half of it.
struct SiteFolder {
  /// The folder of all output, as the person who runs it says it.
  let output: String

  /// The folder that readers see.
  var path: String { "\(output)/site" }

  private var site: String { path }
  private var staging: String { "\(output)/.site-being-built" }
  private var marker: String { "\(output)/.katsaus" }

  /// Names that say nothing about whose folder it is.
  private static let neutral: Set<String> = [
    ".katsaus", ".lock", ".gitignore", ".gitkeep", ".DS_Store", "README.md", ".site-being-built",
  ]

  /// Replaces what of the site a build owns.
  ///
  /// - `owned`: whether a path of the old site is replaced; everything else is kept.
  /// - `make`: gives the renditions, told what is kept, under the lock.
  func replace(
    waiting: () -> Void, owned: (String) -> Bool,
    make: (_ kept: [KeptFile]) throws -> [Rendition]
  ) throws {
    try makeFolder(output)
    try refuseForeignFolder()
    let lock = try takeLock(waiting: waiting)
    defer { close(lock) }
    try write(Rendition(path: ".katsaus", text: "Made by katsaus\n"), below: output)
    try removeTree(staging)
    let kept = try filesBelow(site).filter { !owned($0) }.map { KeptFile(path: $0, site: site) }
    do {
      try makeFolder(staging)
      let renditions = try make(kept)
      for file in kept { try keep(file.path) }
      for rendition in renditions { try write(rendition, below: staging) }
      try swap()
    } catch {
      try? removeTree(staging)
      throw error
    }
    try removeTree(staging)
  }

  /// The files of the site, in the order of their bytes; links, which no build makes, apart.
  func contents() throws -> (files: [KeptFile], links: [String]) {
    let all = try filesBelow(site, withLinks: true)
    let files = try filesBelow(site)
    let links = Set(all).subtracting(files).sorted()
    return (files.map { KeptFile(path: $0, site: site) }, links)
  }

  /// The languages of an edition that the site holds now.
  func folders(below path: String) throws -> [String] {
    let folder = "\(site)/\(path)"
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return []
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func refuseForeignFolder() throws {
    guard access(marker, F_OK) != 0 else { return }
    let names = try FileManager.default.contentsOfDirectory(atPath: output)
    if let name = names.sorted().first(where: { !SiteFolder.neutral.contains($0) }) {
      throw FileFailure(
        path: output,
        reason: "The folder holds “\(name)”, which Katsaus did not make; name an empty folder")
    }
  }

  /// The descriptor holds the lock until it is closed.
  private func takeLock(waiting: () -> Void) throws -> Int32 {
    let path = "\(output)/.lock"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileFailure(path: path, systemError: errno) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
    waiting()
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        let failure = errno
        close(descriptor)
        throw FileFailure(path: path, systemError: failure)
      }
    }
    return descriptor
  }

  private func swap() throws {
    guard access(site, F_OK) == 0 else { return try rename(staging, site) }
    if katsaus_exchange_paths(staging, site) == 0 { return }
    // A file system that cannot exchange: the old site steps aside for a moment.
    let aside = "\(output)/.site-before"
    try removeTree(aside)
    try rename(site, aside)
    do {
      try rename(staging, site)
    } catch {
      try rename(aside, site)
      throw error
    }
    try rename(aside, staging)
  }

  private func rename(_ old: String, _ new: String) throws {
    guard Foundation.rename(old, new) == 0 else { throw FileFailure(path: new, systemError: errno) }
  }

  private func keep(_ path: String) throws {
    let target = "\(staging)/\(path)"
    try makeFolder(parent(of: target))
    if link("\(site)/\(path)", target) == 0 { return }
    try write(
      Rendition(path: path, bytes: try bytes(at: "\(site)/\(path)", shown: "\(site)/\(path)")),
      below: staging)
  }

  private func write(_ rendition: Rendition, below folder: String) throws {
    let path = "\(folder)/\(rendition.path)"
    try makeFolder(parent(of: path))
    // A kept file may be a link to the old site’s: it is never written through.
    unlink(path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw FileFailure(path: path, systemError: errno) }
    defer { close(descriptor) }
    var written = 0
    while written < rendition.bytes.count {
      let count = rendition.bytes.withUnsafeBytes { buffer in
        Foundation.write(
          descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
      }
      guard count > 0 else { throw FileFailure(path: path, systemError: errno) }
      written += count
    }
    guard fsync(descriptor) == 0 else { throw FileFailure(path: path, systemError: errno) }
  }

  private func makeFolder(_ path: String) throws {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw FileFailure(path: path, reason: "This is not a folder")
      }
      return
    }
    let above = parent(of: path)
    if above != path, !above.isEmpty { try makeFolder(above) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw FileFailure(path: path, systemError: errno)
    }
  }

  private func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

/// A file of the old site that the new one takes over.
struct KeptFile {
  let path: String
  fileprivate let site: String

  fileprivate init(path: String, site: String) {
    self.path = path
    self.site = site
  }

  var content: [UInt8] {
    get throws { try bytes(at: "\(site)/\(path)", shown: "\(site)/\(path)") }
  }
}

/// The paths of the files below a folder, in the order of their bytes; links are not followed.
private func filesBelow(
  _ root: String, _ relative: String = "", withLinks: Bool = false
) throws -> [String] {
  let folder = relative.isEmpty ? root : "\(root)/\(relative)"
  guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [] }
  var paths: [String] = []
  for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
    let path = relative.isEmpty ? name : "\(relative)/\(name)"
    var status = stat()
    guard lstat("\(root)/\(path)", &status) == 0 else { continue }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: paths += try filesBelow(root, path, withLinks: withLinks)
    case S_IFREG: paths.append(path)
    default: if withLinks { paths.append(path) }
    }
  }
  return paths
}

/// Removes a folder and what is in it; links are removed, not followed.
private func removeTree(_ path: String) throws {
  var status = stat()
  guard lstat(path, &status) == 0 else { return }
  do {
    try FileManager.default.removeItem(atPath: path)
  } catch {
    throw FileFailure(path: path, reason: "The folder cannot be removed")
  }
}
