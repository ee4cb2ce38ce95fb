/// How much a finding weighs: an error stops a build, a warning and a note do not.
package enum Severity: String, Sendable, Hashable, CaseIterable {
  case error
  case warning
  case note
}
