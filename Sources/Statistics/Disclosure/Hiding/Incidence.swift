/// Which nodes stand in which lines, seen from both.
struct Incidence {
  private var ofLine = SparseVectors()
  private var ofNode = SparseVectors()

  init(_ nodes: CountNodes) {
    for line in nodes.lines {
      for term in line.terms { ofLine.add(term.node, term.sign) }
      ofLine.end()
    }
    for node in nodes.nodes.indices {
      for line in nodes.linesOfNode[node] {
        ofNode.add(line, Double(nodes.sign(of: node, inLine: line)))
      }
      ofNode.end()
    }
  }

  /// - `lines`: what each line has of the nodes.
  /// - `nodes`: the same by node.
  init(lines: SparseVectors, nodes: SparseVectors) {
    ofLine = lines
    ofNode = nodes
  }

  var lineCount: Int { ofLine.count }
  var nodeCount: Int { ofNode.count }

  func forEachNode(inLine line: Int, _ body: (_ node: Int, _ sign: Double) -> Void) {
    ofLine.forEach(line, body)
  }

  func forEachLine(ofNode node: Int, _ body: (_ line: Int, _ sign: Double) -> Void) {
    ofNode.forEach(node, body)
  }
}
