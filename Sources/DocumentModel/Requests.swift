import Diagnostics

/// A request for a number or word, as written between `{{` and `}}`.
package struct Citation: Sendable, Hashable {
  /// What stands between the braces, without the white space around it.
  package var source: String
  /// The whole citation, braces included.
  package var location: SourceLocation

  package init(source: String, location: SourceLocation) {
    self.source = source
    self.location = location
  }
}

/// A fenced block that asks for a figure or a box: its kind, its argument and its `field: value` lines.
package struct FencedRequest: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case chart
    case table
    case keyFigures = "keyfigures"
    case course
    case contact
    case pullQuote = "pullquote"
    case funder
  }

  package struct Field: Sendable, Hashable {
    package var name: String
    package var location: SourceLocation
    /// The value read as Markdown; one paragraph in most fields.
    package var content: [Block<Authored>]

    package init(name: String, location: SourceLocation, content: [Block<Authored>]) {
      self.name = name
      self.location = location
      self.content = content
    }
  }

  package var kind: Kind
  /// What follows the kind on the fence: the figure's id for `chart` and `table`.
  package var argument: String
  /// In the order written; a name may come more than once.
  package var fields: [Field]
  package var location: SourceLocation

  package init(kind: Kind, argument: String, fields: [Field], location: SourceLocation) {
    self.kind = kind
    self.argument = argument
    self.fields = fields
    self.location = location
  }
}
