import Localization

extension PageWriter {
  /// The same with soft hyphens in long words: everywhere on paper, in headings on a screen, where only
  /// they are set so large that a word may not fit a line.
  package func typeset(_ nodes: [HTMLNode]) -> [HTMLNode] {
    let hyphenation = Hyphenation(language: words.language, shortest: 9)
    let headings = Hyphenation(language: words.language, shortest: 12, prefersSeams: true)
    return nodes.map { softened($0, isPrint ? hyphenation : nil, headings) }
  }

  /// `hyphenation` is that of what is not in a heading; nil where words stay whole.
  private func softened(
    _ node: HTMLNode, _ hyphenation: Hyphenation?, _ headings: Hyphenation
  ) -> HTMLNode {
    switch node {
    case .text(let text):
      return hyphenation.map { .text($0(text)) } ?? node
    case .element(let name, let attributes, let children):
      // Drawings measure their words, code is read letter by letter, another language has its own rules.
      let isClosed =
        ["svg", "pre", "code"].contains(name) || attributes.contains { $0.name == "lang" }
      guard !isClosed else { return node }
      let isHeading = ["h1", "h2", "h3", "h4", "h5", "h6"].contains(name)
      let inner = children.map { softened($0, isHeading ? headings : hyphenation, headings) }
      return .element(name, attributes, inner)
    }
  }
}
