/// Whoever prints a dataset, or looks into it while the program runs, finds nothing.
extension Dataset: CustomStringConvertible, CustomReflectable {
  package var description: String { "records" }

  package var customMirror: Mirror { Mirror(self, children: []) }
}
