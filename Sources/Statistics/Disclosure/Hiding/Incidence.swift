/// Which nodes stand in which lines, seen from both.
struct Incidence {
  struct Entry {
    /// The line, seen from a node; the node, seen from a line.
    let place: Int
    let sign: Double
  }

  private let ofLine: Listing
  private let ofNode: Listing

  init(_ nodes: CountNodes) {
    ofLine = Listing(
      nodes.lines.map { $0.terms.map { Entry(place: $0.node, sign: $0.sign) } })
    ofNode = Listing(
      nodes.nodes.indices.map { node in
        nodes.linesOfNode[node].map { line in
          Entry(place: line, sign: Double(nodes.sign(of: node, inLine: line)))
        }
      })
  }

  var lineCount: Int { ofLine.count }
  var nodeCount: Int { ofNode.count }

  func forEachNode(inLine line: Int, _ body: (Entry) -> Void) { ofLine.forEach(line, body) }
  func forEachLine(ofNode node: Int, _ body: (Entry) -> Void) { ofNode.forEach(node, body) }

  private struct Listing {
    private var starts = [0]
    private var entries: [Entry] = []

    init(_ lists: [[Entry]]) {
      for list in lists {
        entries += list
        starts.append(entries.count)
      }
    }

    var count: Int { starts.count - 1 }

    func forEach(_ index: Int, _ body: (Entry) -> Void) {
      for place in starts[index]..<starts[index + 1] { body(entries[place]) }
    }
  }
}
