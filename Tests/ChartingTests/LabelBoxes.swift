import TestSupport

@testable import Charting

/// What a label or a mark covers on a page so many em wide.
struct Box {
  let words: String
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  func meets(_ other: Box) -> Bool {
    left < other.right - 0.01 && other.left < right - 0.01
      && bottom > other.top + 0.05 && other.bottom > top + 0.05
  }
}

extension Scene {
  func labels(width: Double) -> [Box] {
    strokes.compactMap { stroke in
      guard case .label(let label) = stroke else { return nil }
      let x = label.x.percent / 100 * width + label.x.em
      let left =
        switch label.anchor {
        case .start: x
        case .middle: x - label.width / 2
        case .end: x - label.width
        }
      return Box(
        words: label.text, left: left, right: left + label.width,
        top: label.y - 0.75 * label.role.size, bottom: label.y + 0.22 * label.role.size)
    }
  }

  /// Bars and points.
  func marks(width: Double) -> [Box] {
    strokes.compactMap { stroke in
      switch stroke {
      case .rectangle(let bar):
        let left = bar.x.percent / 100 * width + bar.x.em
        let extent = bar.width.percent / 100 * width + bar.width.em
        return Box(
          words: "", left: left, right: left + extent, top: bar.y, bottom: bar.y + bar.height)
      case .dot(let dot):
        let x = dot.x.percent / 100 * width + dot.x.em
        return Box(
          words: "", left: x - dot.radius, right: x + dot.radius, top: dot.y - dot.radius,
          bottom: dot.y + dot.radius)
      case .line, .label:
        return nil
      }
    }
  }
}

/// Charts with names of up to sixty letters, as three languages make them.
struct RandomCharts {
  private static let words = [
    "Forced", "labour", "or", "other", "exploitation-related", "unaccompanied", "residence",
    "ihmiskaupan", "auttamisjärjestelmään", "hyväksikäyttö", "vastaanottokeskukset", "yö", "työ",
    "människohandel", "uppehållstillstånd", "av", "tvångsäktenskap", "åklagarmyndigheten", "MWÖÅ",
  ]
  private static let letters = Array("abcdefghijklmnopqrstuvwxyzåäöMWÅÄÖ")

  static func name(_ random: inout SeededGenerator) -> String {
    let length = Int.random(in: 1...60, using: &random)
    // Now and then one word without a place to break it.
    if Int.random(in: 0..<8, using: &random) == 0 {
      return String((0..<length).map { _ in letters.randomElement(using: &random) ?? "x" })
    }
    var name = ""
    while name.count < length {
      name += (name.isEmpty ? "" : " ") + (words.randomElement(using: &random) ?? "")
    }
    return String(name.prefix(length))
  }

  static func value(_ random: inout SeededGenerator, upTo largest: Int) -> Chart.Value {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return Chart.Value(number: nil, label: "[c]")
    case 1: return Chart.Value(number: 0, label: "0")
    default:
      let number = Int.random(in: 0...largest, using: &random)
      return Chart.Value(number: number, label: grouped(number))
    }
  }

  private static func grouped(_ number: Int) -> String {
    number < 1000
      ? "\(number)" : "\(number / 1000)\u{A0}\(String(number % 1000 + 1000).dropFirst())"
  }

  static func chart(_ form: Chart.Form, _ random: inout SeededGenerator) -> Chart {
    let categories =
      switch form {
      case .stackedBar: Int.random(in: 1...4, using: &random)
      case .slope: Int.random(in: 1...7, using: &random)
      case .timeSeries: Int.random(in: 1...24, using: &random)
      default: Int.random(in: 1...60, using: &random)
      }
    let series =
      switch form {
      case .bars, .timeSeries, .tiles, .unitRows: 1
      case .pyramid, .dotPlot, .slope: 2
      case .groupedBars, .stackedBar: Int.random(in: 1...4, using: &random)
      case .smallMultiples: Int.random(in: 2...5, using: &random)
      }
    let largest = [9, 99, 2_000, 99_999].randomElement(using: &random) ?? 99
    return Chart(
      form: form,
      categories: (0..<categories).map { form == .timeSeries ? "\(2010 + $0)" : name(&random) },
      series: (0..<series).map { _ in
        Chart.Series(
          name: name(&random), values: (0..<categories).map { _ in value(&random, upTo: largest) })
      },
      breaks: form == .timeSeries ? [categories / 2] : [])
  }
}
