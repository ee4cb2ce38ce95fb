/// A sentence for a person: its English form with gaps, and what fills them.
///
/// Written as an interpolated literal; the form is the key by which other languages translate it.
package struct Message: Sendable, Hashable {
  package indirect enum Argument: Sendable, Hashable {
    /// Names, numbers and places, which no language changes.
    case text(String)
    case message(Message)
  }

  /// With `{1}`, `{2}` … where the arguments stand.
  package let form: String
  package let arguments: [Argument]

  package init(form: String, arguments: [Argument]) {
    self.form = form
    self.arguments = arguments
  }

  /// A text that is no sentence of ours and stays as it is.
  package init(verbatim text: String) {
    self.init(form: "{1}", arguments: [.text(text)])
  }

  package var english: String { filled(form) { $0.english } }

  /// Another language’s form with these arguments in it.
  package func filled(_ form: String, _ translate: (Message) -> String) -> String {
    var text = form
    // The last first, so that what an argument holds is not taken for a gap.
    for (index, argument) in arguments.enumerated().reversed() {
      let words =
        switch argument {
        case .text(let text): text
        case .message(let message): translate(message)
        }
      text = text.replacing("{\(index + 1)}", with: Message.guarded(words))
    }
    return text.replacing("\u{1}", with: "{")
  }

  /// Braces within an argument open no gap.
  private static func guarded(_ words: String) -> String { words.replacing("{", with: "\u{1}") }

  package static func + (left: Message, right: Message) -> Message {
    var form = right.form
    for index in right.arguments.indices.reversed() {
      form = form.replacing("{\(index + 1)}", with: "{\(left.arguments.count + index + 1)}")
    }
    return Message(form: left.form + form, arguments: left.arguments + right.arguments)
  }
}

extension Message: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) {
    self.init(form: value, arguments: [])
  }

  package init(stringInterpolation: StringInterpolation) {
    self.init(form: stringInterpolation.form, arguments: stringInterpolation.arguments)
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    var form = ""
    var arguments: [Argument] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { form += literal }

    package mutating func appendInterpolation(_ message: Message) {
      arguments.append(.message(message))
      form += "{\(arguments.count)}"
    }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      arguments.append(.text(value.description))
      form += "{\(arguments.count)}"
    }
  }
}
