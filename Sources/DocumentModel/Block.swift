import Diagnostics

/// A block of text and where it was written.
package struct Block<S: Stage>: Sendable, Hashable {
  package var content: BlockContent<S>
  package var location: SourceLocation

  package init(_ content: BlockContent<S>, at location: SourceLocation) {
    self.content = content
    self.location = location
  }
}

package indirect enum BlockContent<S: Stage>: Sendable, Hashable {
  case paragraph([Inline<S>])
  case heading(Heading<S>)
  case list(List<S>)
  case quote([Block<S>])
  /// A box set apart: GitHub's `> [!NOTE]`.
  case box(Box<S>)
  case table(TextTable<S>)
  /// Text shown letter by letter.
  case preformatted(String)
  /// An image that stands alone.
  case picture(Image)
  case thematicBreak
  case embed(S.BlockEmbed)
}

package struct Heading<S: Stage>: Sendable, Hashable {
  /// 1 is the article's own title, so text begins at 2.
  package var level: Int
  /// Unique within the edition; empty until composed.
  package var id: String
  package var content: [Inline<S>]

  package init(level: Int, id: String = "", content: [Inline<S>]) {
    self.level = level
    self.id = id
    self.content = content
  }
}

package struct List<S: Stage>: Sendable, Hashable {
  /// The first number of an ordered list; nil for a list with bullets.
  package var start: Int?
  /// True when paragraphs stand apart.
  package var isLoose: Bool
  package var entries: [[Block<S>]]

  package init(start: Int?, isLoose: Bool, entries: [[Block<S>]]) {
    self.start = start
    self.isLoose = isLoose
    self.entries = entries
  }
}

package enum BoxKind: String, Sendable, Hashable, CaseIterable {
  case note
  case tip
  case important
  case warning
  case caution
}

package struct Box<S: Stage>: Sendable, Hashable {
  package typealias Kind = BoxKind

  package var kind: Kind
  package var content: [Block<S>]

  package init(kind: Kind, content: [Block<S>]) {
    self.kind = kind
    self.content = content
  }
}

package enum ColumnAlignment: Sendable, Hashable {
  case unset
  case left
  case center
  case right
}

/// A table typed by hand.
package struct TextTable<S: Stage>: Sendable, Hashable {
  package typealias Alignment = ColumnAlignment

  package var alignments: [Alignment]
  package var head: [[Inline<S>]]
  package var rows: [[[Inline<S>]]]

  package init(alignments: [Alignment], head: [[Inline<S>]], rows: [[[Inline<S>]]]) {
    self.alignments = alignments
    self.head = head
    self.rows = rows
  }
}
