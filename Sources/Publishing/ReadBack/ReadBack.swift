import Diagnostics

extension [Rendition] {
  /// What these files say otherwise than expected, in a stable order.
  ///
  /// - `expected`: by path. A file without an expectation was made by nobody.
  /// - `site`: the folder, as messages say it.
  func findings(expected: [String: StatedContent], site: String) -> [Diagnostic] {
    // The largest first, so that no processor waits long for the last.
    let work = sorted { ($1.bytes.count, $0.path) < ($0.bytes.count, $1.path) }
    let findings = work.concurrentMap { rendition -> [Diagnostic] in
      guard let expectation = expected[rendition.path] else {
        return [.notMade(at: SourceLocation(path: rendition.path))]
      }
      return expectation.findings(on: rendition.path, bytes: rendition.bytes)
    }
    return findings.joined().map { finding in
      var finding = finding
      finding.location.path = "\(site)/\(finding.location.path)"
      return finding
    }
    .inStableOrder()
  }
}

/// A build stops before anything is written: what was made says something else than the edition.
struct ReadBackFailure: Error {
  let findings: [Diagnostic]
}
