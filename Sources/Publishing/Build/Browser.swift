import Foundation

/// A browser of this machine that prints pages.
package struct Browser: Sendable {
  /// Where the program lies.
  package let path: String

  /// Names under which Chromium is installed, the smallest first.
  static let names = [
    "chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser",
    "google-chrome",
  ]

  /// The program at a path, or the first that is found by name; nil when there is none.
  package static func find(_ path: String?, searching folders: [String]) -> Browser? {
    let candidates =
      path.map { [$0] } ?? names.flatMap { name in folders.map { "\($0)/\(name)" } }
    return candidates.first { access($0, X_OK) == 0 && !isFolder($0) }.map { Browser(path: $0) }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Prints a page that holds everything it needs.
  ///
  /// Throws `FileFailure` when the browser cannot be run or prints nothing.
  func print(_ html: String) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "katsaus-print-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appending(path: "print.html")
    let output = folder.appending(path: "review.pdf")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(html.utf8).write(to: page)
    } catch {
      throw FileFailure(path: folder.path, reason: "A folder for printing cannot be made")
    }
    try run(arguments(folder: folder.path, page: page, output: output.path), home: folder.path)
    return try bytes(at: output.path, shown: output.path)
  }

  private func arguments(folder: String, page: URL, output: String) -> [String] {
    var arguments = [
      "--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer",
      "--generate-pdf-document-outline", "--export-tagged-pdf",
      // Letters stand where the font wants them, not on whole pixels.
      "--font-render-hinting=none",
      // The page needs nothing from elsewhere, and shall get nothing.
      "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking",
      "--user-data-dir=\(folder)/profile", "--print-to-pdf=\(output)", page.absoluteString,
    ]
    // Chromium’s sandbox refuses to run for the superuser.
    if geteuid() == 0 { arguments.insert("--no-sandbox", at: 0) }
    return arguments
  }

  private func run(_ arguments: [String], home: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = [
      "HOME": home, "PATH": "/usr/bin:/bin", "TZ": "UTC", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw FileFailure(path: path, reason: "The browser cannot be started")
    }
    var tenths = 0
    while process.isRunning, tenths < 1800 {
      usleep(100_000)
      tenths += 1
    }
    if process.isRunning {
      process.terminate()
      throw FileFailure(path: path, reason: "The browser did not end within three minutes")
    }
    guard process.terminationStatus == 0 else {
      throw FileFailure(
        path: path, reason: "The browser ended with status \(process.terminationStatus)")
    }
  }
}
