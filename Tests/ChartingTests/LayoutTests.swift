import TestSupport
import Testing

@testable import Charting

private struct Box {
  let words: String
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
}

/// The boxes of a scene’s labels on a page so many em wide.
private func boxes(of scene: Scene, width: Double) -> [Box] {
  scene.strokes.compactMap { stroke in
    guard case .label(let label) = stroke else { return nil }
    let x = label.x.percent / 100 * width + label.x.em
    let extent = textWidth(label.text) * (label.role == .value ? 1.1 : 1)
    let left =
      switch label.anchor {
      case .start: x
      case .middle: x - extent / 2
      case .end: x - extent
      }
    return Box(
      words: label.text, left: left, right: left + extent, top: label.y - 0.75,
      bottom: label.y + 0.22)
  }
}

private func value(_ number: Int?) -> Chart.Value {
  Chart.Value(number: number, label: number.map { "\($0)" } ?? "[c]")
}

private func randomChart(_ random: inout SeededGenerator) -> Chart {
  let words = ["Forced", "labour", "or", "other", "exploitation-related", "Ö", "ihmiskauppa", "av"]
  let form = Chart.Form.allCases.randomElement(using: &random) ?? .bars
  let count = Int.random(
    in: 1...(form == .stackedBar ? 4 : form == .timeSeries ? 8 : 30), using: &random)
  let categories = (0..<count).map { index in
    form == .timeSeries
      ? "\(2010 + index)"
      : (0..<Int.random(in: 1...8, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }
      .joined(separator: " ")
  }
  let series = (0..<(form == .groupedBars ? Int.random(in: 1...4, using: &random) : 1)).map {
    index in
    Chart.Series(
      name: "Series \(index)",
      values: (0..<count).map { _ in
        value(
          Int.random(in: 0..<8, using: &random) == 0
            ? nil : Int.random(in: 0...2000, using: &random))
      })
  }
  return Chart(form: form, categories: categories, series: series)
}

@Suite("Laying out a chart")
struct LayoutTests {
  @Test("no label leaves the drawing or meets another, on any page", arguments: 0..<60)
  func labels(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let chart = randomChart(&random)
    let scene = layOut(chart)
    for width in [18.0, 30, 44, 70] {
      let boxes = boxes(of: scene, width: width)
      for box in boxes {
        #expect(
          box.left >= -0.01 && box.right <= width + 0.01, "\(chart.form) \(width): \(box.words)")
        #expect(box.top >= -0.01 && box.bottom <= scene.height + 0.01, "\(box.words)")
      }
      guard chart.form != .timeSeries || width > 18 else { continue }
      for (index, one) in boxes.enumerated() {
        for other in boxes.dropFirst(index + 1)
        where one.left < other.right - 0.01 && other.left < one.right - 0.01 {
          let apart = one.bottom <= other.top + 0.05 || other.bottom <= one.top + 0.05
          #expect(apart, "\(chart.form) \(width): \(one.words) / \(other.words)")
        }
      }
    }
  }

  @Test("no bar runs under a label")
  func bars() {
    for seed in 0..<40 {
      var random = SeededGenerator(seed: UInt64(seed))
      let scene = layOut(randomChart(&random))
      for width in [18.0, 44] {
        for stroke in scene.strokes {
          guard case .rectangle(let bar) = stroke, bar.width.percent > 0 else { continue }
          let left = bar.x.percent / 100 * width + bar.x.em
          let right = left + bar.width.percent / 100 * width
          for box in boxes(of: scene, width: width)
          where box.left < right - 0.01 && left < box.right {
            #expect(box.bottom <= bar.y + 0.01 || bar.y + bar.height <= box.top + 0.01)
          }
        }
      }
    }
  }

  @Test("bars are as long as their numbers are large")
  func proportion() {
    let chart = Chart(
      form: .bars, categories: ["a", "b", "c"],
      series: [.init(name: "s", values: [value(50), value(100), value(0)])])
    let widths = layOut(chart).strokes.compactMap { stroke -> Double? in
      if case .rectangle(let bar) = stroke { bar.width.percent } else { nil }
    }
    #expect(widths.count == 2)
    #expect(abs(widths[0] * 2 - widths[1]) < 0.02)
  }

  @Test(
    "a suppressed value is a word at the baseline and nothing else", arguments: Chart.Form.allCases)
  func suppressed(form: Chart.Form) {
    let chart = Chart(
      form: form, categories: ["a", "b"],
      series: [.init(name: "s", values: [value(nil), value(nil)])])
    for stroke in layOut(chart).strokes {
      switch stroke {
      case .rectangle(let bar): #expect(bar.width.percent == 0)
      case .dot: Issue.record("a point tells a value")
      case .line(let line): #expect(line.role == .axis)
      case .label(let label): #expect(["a", "b", "[c]"].contains(label.text))
      }
    }
  }

  @Test("with one part hidden a whole has no bar at all")
  func hiddenPart() {
    let chart = Chart(
      form: .stackedBar, categories: ["a", "b", "c"],
      series: [.init(name: "s", values: [value(60), value(nil), value(40)])])
    let hasBar = layOut(chart).strokes.contains { stroke in
      if case .rectangle(let bar) = stroke { bar.width.percent > 0 } else { false }
    }
    #expect(!hasBar)
  }

  @Test("a line stops at a period that is not known and goes on after it")
  func gap() {
    let chart = Chart(
      form: .timeSeries, categories: ["1", "2", "3", "4", "5"],
      series: [.init(name: "s", values: [value(1), value(2), value(nil), value(4), value(5)])])
    let lines = layOut(chart).strokes.filter { stroke in
      if case .line(let line) = stroke { line.role == .stroke } else { false }
    }
    #expect(lines.count == 2)
  }

  @Test("ticks are whole and round, at most six, and reach the largest value")
  func ticks() {
    #expect(countTicks(upTo: 0) == [0])
    #expect(countTicks(upTo: 1) == [0, 1])
    #expect(countTicks(upTo: 7) == [0, 2, 4, 6, 8])
    #expect(countTicks(upTo: 176) == [0, 50, 100, 150, 200])
    #expect(countTicks(upTo: 992) == [0, 200, 400, 600, 800, 1000])
    for largest in Array(1...3000) + [Int.max / 10] {
      let ticks = countTicks(upTo: largest)
      #expect(ticks.count <= 6 && (ticks.last ?? 0) >= largest)
    }
  }

  @Test("sizes beyond all reason do no harm")
  func extremes() {
    for form in Chart.Form.allCases {
      let huge = Chart(
        form: form, categories: ["a", "b"],
        series: [.init(name: "s", values: [value(.max), value(0)])])
      #expect(!layOut(huge).strokes.isEmpty)
      _ = layOut(Chart(form: form, categories: [], series: []))
      _ = layOut(Chart(form: form, categories: ["a", "b"], series: [.init(name: "s", values: [])]))
    }
  }

  @Test("a text is never narrower than in either font, and at most a little wider")
  func widths() {
    // Advances in Liberation Sans and DejaVu Sans, in em, summed with FontForge’s tables.
    let known: [(text: String, liberation: Double, dejaVu: Double)] = [
      ("Forced labour", 6.1699, 6.8979), ("In Finland", 4.3916, 4.8926), ("1,051", 2.5024, 2.8628),
    ]
    for (text, liberation, dejaVu) in known {
      let width = textWidth(text) - 0.12 * Double(text.count)
      #expect(width >= max(liberation, dejaVu) - 0.001)
      #expect(width <= max(liberation, dejaVu) * 1.08)
    }
  }

  @Test("lines keep to their width, whatever the text")
  func wrapping() {
    #expect(wrapped("Forced labour or other labour exploitation", to: 18).count == 2)
    for seed in 0..<200 {
      var random = SeededGenerator(seed: UInt64(seed))
      let letters = Array("abcäöWMil -–/ ")
      let text = String((0..<80).map { _ in letters.randomElement(using: &random) ?? " " })
      let lines = wrapped(text, to: 6)
      #expect(lines.allSatisfy { textWidth($0) <= 6 })
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }
}
