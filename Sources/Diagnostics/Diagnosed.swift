/// A value together with what was found while making it.
package struct Diagnosed<Value> {
  package var value: Value
  package var findings: [Diagnostic]

  package init(_ value: Value, findings: [Diagnostic] = []) {
    self.value = value
    self.findings = findings
  }

  package func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Diagnosed<Other> {
    Diagnosed<Other>(try transform(value), findings: findings)
  }

  /// Hands the findings over to `collected` and gives the bare value.
  package func reporting(to collected: inout [Diagnostic]) -> Value {
    collected += findings
    return value
  }
}

extension Diagnosed: Sendable where Value: Sendable {}
