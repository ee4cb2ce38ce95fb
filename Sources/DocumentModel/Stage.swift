/// How far a text has come: what its writer wrote, or what a reader gets.
///
/// What may be embedded differs by stage, so a writer of pages can never meet an unanswered request.
package protocol Stage: Sendable {
  associatedtype InlineEmbed: Sendable, Hashable
  associatedtype BlockEmbed: Sendable, Hashable
}

/// Text as it was written: it may ask for numbers and figures.
package enum Authored: Stage {
  package typealias InlineEmbed = Citation
  package typealias BlockEmbed = FencedRequest
}

/// Text as it will be read: every request is answered with published values.
package enum Composed: Stage {
  package typealias InlineEmbed = PublishedValue
  package typealias BlockEmbed = Exhibit
}
