import Localization

extension PageWriter {
  /// The same with soft hyphens in long words: everywhere on paper, in headings on a screen, where only
  /// they are set so large that a word may not fit a line.
  package func typeset(_ nodes: [HTMLNode]) -> [HTMLNode] {
    let hyphenation = Hyphenation(language: words.language, shortest: isPrint ? 9 : 12)
    return nodes.map { softened($0, hyphenation, isOpen: isPrint) }
  }

  private func softened(
    _ node: HTMLNode, _ hyphenation: Hyphenation, isOpen: Bool
  ) -> HTMLNode {
    switch node {
    case .text(let text):
      return isOpen ? .text(hyphenation(text)) : node
    case .element(let name, let attributes, let children):
      // Drawings measure their words, code is read letter by letter, another language has its own rules.
      let isClosed =
        ["svg", "pre", "code"].contains(name) || attributes.contains { $0.name == "lang" }
      guard !isClosed else { return node }
      let isHeading = ["h1", "h2", "h3", "h4", "h5", "h6"].contains(name)
      let inner = children.map { softened($0, hyphenation, isOpen: isOpen || isHeading) }
      return .element(name, attributes, inner)
    }
  }
}
