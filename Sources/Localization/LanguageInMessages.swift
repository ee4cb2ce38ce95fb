import Diagnostics

extension Language {
  /// What messages call it, in the language of the message.
  package var inMessages: Message {
    switch self {
    case .fi: "Finnish"
    case .sv: "Swedish"
    case .en: "English"
    }
  }
}
