import TestSupport
import Testing

@testable import Charting

private func value(_ number: Int?) -> Chart.Value {
  Chart.Value(number: number, label: number.map { "\($0)" } ?? "[c]")
}

@Suite("Laying out a chart")
struct LayoutTests {
  @Test(
    "no label leaves the drawing, meets another or lies on a bar or a point",
    arguments: Chart.Form.allCases)
  func labels(form: Chart.Form) {
    for seed in 0..<60 {
      var random = SeededGenerator(seed: UInt64(seed))
      let chart = RandomCharts.chart(form, &random)
      let drawing = layOut(chart)
      for width in [18.0, 25, 33.9] { expectClear(drawing.narrow, at: width, chart, seed) }
      for width in [34.0, 44, 70] {
        expectClear(drawing.wide ?? drawing.narrow, at: width, chart, seed)
      }
    }
  }

  private func expectClear(_ scene: Scene, at width: Double, _ chart: Chart, _ seed: Int) {
    let place = "\(chart.form) \(seed) at \(width)"
    let labels = scene.labels(width: width)
    let marks = scene.marks(width: width)
    for (index, one) in labels.enumerated() {
      #expect(one.left >= -0.01 && one.right <= width + 0.01, "\(place): \(one.words)")
      #expect(one.top >= -0.06 && one.bottom <= scene.height + 0.01, "\(place): \(one.words)")
      for other in labels.dropFirst(index + 1) where one.meets(other) {
        Issue.record("\(place): \(one.words) / \(other.words)")
      }
      for mark in marks where one.meets(mark) { Issue.record("\(place): \(one.words) on a mark") }
    }
  }

  @Test("bars are as long as their numbers are large")
  func proportion() {
    let chart = Chart(
      form: .bars, categories: ["a", "b", "c"],
      series: [.init(name: "s", values: [value(50), value(100), value(0)])])
    let widths = layOut(chart).narrow.strokes.compactMap { stroke -> Double? in
      if case .rectangle(let bar) = stroke { bar.width.percent } else { nil }
    }
    #expect(widths.count == 2)
    #expect(abs(widths[0] * 2 - widths[1]) < 0.02)
  }

  @Test(
    "a suppressed value is a word at the baseline and nothing else", arguments: Chart.Form.allCases)
  func suppressed(form: Chart.Form) {
    let hidden = [value(nil), value(nil)]
    let series = [Chart.Series(name: "s", values: hidden), .init(name: "t", values: hidden)]
    let count = [.bars, .timeSeries, .tiles, .unitRows].contains(form) ? 1 : 2
    let chart = Chart(form: form, categories: ["a", "b"], series: Array(series.prefix(count)))
    let drawing = layOut(chart)
    for stroke in drawing.narrow.strokes + (drawing.wide?.strokes ?? []) {
      switch stroke {
      // Squares and points of the key stand in em; what tells a number is in percent.
      case .rectangle(let bar): #expect(bar.width.percent == 0)
      case .dot(let dot): #expect(dot.x.percent == 0)
      case .line(let line): #expect([.axis, .guide].contains(line.role))
      case .label(let label):
        #expect(["a", "b", "s", "t", "[c]", "a: [c] – [c]", "b: [c] – [c]"].contains(label.text))
      }
    }
  }

  @Test("with one part hidden a whole has no bar at all")
  func hiddenPart() {
    let chart = Chart(
      form: .stackedBar, categories: ["a", "b", "c"],
      series: [.init(name: "s", values: [value(60), value(nil), value(40)])])
    let hasBar = layOut(chart).narrow.strokes.contains { stroke in
      if case .rectangle(let bar) = stroke { bar.width.percent > 0 } else { false }
    }
    #expect(!hasBar)
  }

  @Test("a line stops at a period that is not known and goes on after it")
  func gap() {
    let chart = Chart(
      form: .timeSeries, categories: ["1", "2", "3", "4", "5"],
      series: [.init(name: "s", values: [value(1), value(2), value(nil), value(4), value(5)])])
    let lines = layOut(chart).narrow.strokes.filter { stroke in
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
      #expect(!layOut(huge).narrow.strokes.isEmpty)
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
      let spaces = text.filter { $0 == " " }.count
      let width = textWidth(text) - 0.12 * Double(text.count) - 0.16 * Double(spaces)
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
