/// Blocks with the notes they refer to.
package struct Text<S: Stage>: Sendable, Hashable {
  package var blocks: [Block<S>]
  /// In the order of their first reference; `Inline.noteReference` counts them from 1.
  package var notes: [Note<S>]

  package init(blocks: [Block<S>], notes: [Note<S>] = []) {
    self.blocks = blocks
    self.notes = notes
  }
}

/// A footnote.
package struct Note<S: Stage>: Sendable, Hashable {
  /// Unique within the edition once composed; until then the label its writer gave.
  package var id: String
  package var content: [Block<S>]

  package init(id: String, content: [Block<S>]) {
    self.id = id
    self.content = content
  }
}
