import Foundation
import Statistics
import TestSupport

/// How long disclosure control takes, how much it hides, and what leaks all the same.
///
/// `swift run -c release disclosure-benchmark [sample] [linked] [pairs] [cube] [random [tiny | small | large] [COUNT [FIRST]]]`;
/// without a name all of them, with 1,000 random editions. The bare count of the same cells is
/// printed too: how many times as long protection takes says more than seconds on another machine.
@main
struct DisclosureBenchmark {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    func wants(_ name: String) -> Bool { arguments.isEmpty || arguments.contains(name) }
    if wants("sample") { try Trial.sample() }
    if wants("linked") { try Trial.of("818 linked cells", BenchmarkPersons.linked()) }
    if wants("pairs") { try Trial.of("28 tables of pairs", BenchmarkPersons.pairs()) }
    if wants("cube") { try Trial.of("60 × 20 × 10", BenchmarkPersons.cube()) }
    if wants("random") {
      let numbers = arguments.compactMap { Int($0) }
      let size: EditionSize =
        arguments.contains("tiny") ? .tiny : arguments.contains("large") ? .large : .small
      try RandomTrials(
        count: numbers.first ?? 1_000, first: numbers.dropFirst().first ?? 0, size: size
      ).run()
    }
  }
}
