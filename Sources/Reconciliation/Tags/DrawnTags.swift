import Charting
import Diagnostics
import FactLedger
import Foundation
import Localization
import ReadingBack

extension DrawingReconciliation {
  /// The tags and texts of drawings: each mark is of the kind that the scene has there, each text is its
  /// very label, and each drawing as high as its scene.
  var tagFindings: [Diagnostic] {
    let drawn = Dictionary(grouping: file.elements.filter(\.isDrawn), by: \.place)
    return drawn.keys.sorted().flatMap { place -> [Diagnostic] in
      let elements = drawn[place] ?? []
      let scenes = self.scenes(at: place)
      let roles =
        place.isEmpty ? bandClasses : scenes.flatMap(\.strokes).map(\.role.rawValue)
      let marks = elements.filter(\.isMark)
      // Their number is looked at with their measures.
      let odd = zip(marks.indices, marks).filter { index, mark in
        mark.value("class") != (roles.indices.contains(index) ? roles[index] : nil)
      }
      return odd.map { .otherMark(in: place, at: file.location($0.1.origin)) }
        + elements.filter { $0.name == "svg" && !isHigh($0, among: scenes) }
        .map { .unknownAttribute(in: place, at: file.location($0.origin)) }
    } + labelFindings
  }

  /// The parts of the cover's bands are told apart by their place alone.
  private var bandClasses: [String] {
    ledger.motif.flatMap { band in band.indices.map { "m\(min($0, 4) + 1)" } }
  }

  private func scenes(at place: String) -> [Scene] {
    ledger.charts.filter { $0.figure == place }.flatMap {
      layOut($0.chart).scenes
    }
  }

  /// In figures, and in properties of its style sheet where it has several forms.
  private func isHigh(_ drawing: ReadElement, among scenes: [Scene]) -> Bool {
    // The drawing of the cover takes its height from the style sheet.
    let height = drawing.value("height").map { ["height: \($0)"] } ?? []
    let style = drawing.value("style").map { $0.components(separatedBy: "; ") } ?? []
    guard height.count == min(1, scenes.count), style.count <= scenes.count else { return false }
    return (height + style).allSatisfy { property in
      let parts = property.components(separatedBy: ": ")
      guard parts.count == 2, !holdsNumber(parts[0]), parts[1].hasSuffix("em"),
        let number = Double(parts[1].dropLast(2))
      else { return false }
      return scenes.contains { abs($0.height - number) < 0.006 }
    }
  }

  private var labelFindings: [Diagnostic] {
    var parts: [String: Int] = [:]
    let labels = file.drawings.map { drawing -> [String] in
      let charts = ledger.charts.filter { $0.figure == drawing.place }
      let part = parts[drawing.place, default: 0]
      parts[drawing.place] = part + 1
      return charts.indices.contains(part)
        ? layOut(charts[part].chart).scenes.flatMap(\.labels) : []
    }
    return file.passages.compactMap { passage in
      guard case .drawingText(let drawing, let label) = passage.kind,
        labels[drawing].indices.contains(label), !isLabel(labels[drawing][label], passage)
      else { return nil }
      return .otherMark(in: passage.place, at: file.location(passage.origin))
    }
  }

  private func isLabel(_ label: String, _ passage: ReadPassage) -> Bool {
    let text = Array(label.replacing("\u{AD}", with: "").utf8)
    // Where a mark stands for a value, nothing at all stands beside it.
    if label.hasPrefix("[") { return file.holds(Array("\(label)</text".utf8), at: passage.origin) }
    // Another number is found as such.
    let numbers = ledger.language.numbers(in: text).map(\.reading)
    return passage.text == text || passage.readings != numbers
  }
}

extension Scene.Stroke {
  fileprivate var role: Scene.Role {
    switch self {
    case .rectangle(let rectangle): rectangle.role
    case .line(let line): line.role
    case .dot(let dot): dot.role
    case .label(let label): label.role
    }
  }
}
