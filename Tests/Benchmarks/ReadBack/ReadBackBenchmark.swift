import Foundation
import Publishing

/// How long a project's built files take to be read back: `read-back-benchmark [FOLDER]`.
///
/// Prints the median of twenty runs over the files in memory, and of one over those on disk, in
/// milliseconds.
@main
struct ReadBackBenchmark {
  static func main() throws {
    let root = CommandLine.arguments.dropFirst().first ?? "."
    let folders = ProjectFolders(
      content: "\(root)/Content", templates: "\(root)/Templates", output: "\(root)/Output")
    guard let project = try Project.read(folders).value, let id = project.editions.last else {
      return print("There is no edition in \(root)")
    }
    let clock = ContinuousClock()
    let times = try project.readBackTimes(id, runs: 20) { body in clock.measure(body) }.sorted()
    print("in memory: \(times[times.count / 2] / .milliseconds(1)) ms")
    var odd = 0
    let whole = try clock.measure { odd = try project.readBack(id, output: folders.output).count }
    print("composed anew and read from disk: \(whole / .milliseconds(1)) ms, \(odd) findings")
  }
}
