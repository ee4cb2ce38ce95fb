import DocumentModel
import Localization

extension Language {
  /// The threshold of disclosure control, as notes and the imprint state it.
  func thresholdValue(_ threshold: Int) -> PublishedValue {
    PublishedValue(
      text: number(threshold),
      fact: Fact(subject: "threshold", period: nil, form: .threshold, values: [threshold]))
  }
}
