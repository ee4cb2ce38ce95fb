import Diagnostics
import Statistics
import TestSupport

/// How long a million records take to read, and to become every table of the edition.
///
/// `swift run -c release aggregation-benchmark [ROWS]`. The sample's clients are repeated with other
/// identifiers; each figure is the fastest of several runs, and the ratio to a bare walk over the same
/// bytes says more than seconds on another machine.
@main
struct AggregationBenchmark {
  static func main() throws {
    let rows = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000
    guard let declaration = try Sample.declaration().value else { return }
    var files = try Sample.records()
    let clients = try Sample.file("Content/2021-H1/records/clients.csv")
    files["clients"] = SourceFile(path: "clients.csv", bytes: repeated(clients.bytes, rows: rows))
    let bytes = files["clients"]?.bytes ?? []
    let history = try Sample.file("Content/2021-H1/history.csv")

    var sum = 0
    let walk = fastest { sum &+= separators(in: bytes) }
    var dataset: Dataset?
    let read = fastest {
      dataset = Dataset.read(declaration, records: files, history: history).value
    }
    guard let dataset else { return }
    var tables = 0
    let protect = fastest {
      tables =
        dataset.protect(
          period: Sample.period, policy: DisclosurePolicy(threshold: 5), exceptions: [],
          requests: []
        ).value.tables.count
    }
    print("\(rows) rows, \(bytes.count / 1_000_000) MB, \(sum > 0 ? "" : "no ")separators met")
    print("a walk over the bytes   \(walk)")
    print("reading into columns    \(read)")
    print("\(tables) protected tables     \(protect)")
  }

  private nonisolated static func separators(in bytes: [UInt8]) -> Int {
    var count = 0
    for byte in bytes where byte == 0x2C { count += 1 }
    return count
  }

  private static func fastest(of runs: Int = 5, _ work: () -> Void) -> Duration {
    let clock = ContinuousClock()
    return (0..<runs).map { _ in clock.measure(work) }.min() ?? .zero
  }

  private static func repeated(_ bytes: [UInt8], rows: Int) -> [UInt8] {
    let lines = bytes.split(separator: 0x0A)
    var result = Array(lines[0]) + [0x0A]
    for row in 0..<rows {
      let line = lines[1 + row % (lines.count - 1)]
      result += Array("SYN-B\(row)".utf8) + line.drop { $0 != 0x2C } + [0x0A]
    }
    return result
  }
}
