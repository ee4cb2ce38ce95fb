/// Where every stroke of a chart lies: drawing copies it one to one and takes no decisions.
///
/// Across, a place is a percentage of the width plus a number of em; down, it is em from the top.
/// An em is the chart's own font size, so the drawing grows with the reader's text.
package struct Scene: Sendable, Hashable {
  /// In em.
  package var height: Double
  package var strokes: [Stroke]

  package init(height: Double, strokes: [Stroke]) {
    self.height = height
    self.strokes = strokes
  }

  /// A place or an extent across.
  package struct Across: Sendable, Hashable {
    package var percent: Double
    package var em: Double

    package init(percent: Double = 0, em: Double = 0) {
      self.percent = percent
      self.em = em
    }
  }

  package enum Stroke: Sendable, Hashable {
    case rectangle(Rectangle)
    case line(Line)
    case dot(Dot)
    case label(Label)
  }

  /// What a stroke is for; style sheets colour by it.
  package enum Role: String, Sendable, Hashable, CaseIterable {
    case axis
    /// A thin line that leads the eye.
    case guide
    /// A dashed line where the way of counting changed.
    case breakLine = "break"
    case category = "cat"
    case key
    case tick
    case value = "val"
    /// A number set large.
    case figure = "fig"
    case panel
    case mark
    case series1 = "s1"
    case series2 = "s2"
    case series3 = "s3"
    case series4 = "s4"
    case stroke
    /// A line beside the one that matters.
    case stroke2 = "stroke-2"
    case dot
    case lastDot = "dot-last"

    /// The size of its text, in em of the chart.
    package var size: Double { self == .figure ? 2.4 : 1 }

    var isSemibold: Bool { [.value, .figure, .panel].contains(self) }
  }

  package struct Rectangle: Sendable, Hashable {
    package var x: Across
    /// In em.
    package var y: Double
    /// Either a percentage or em, never both.
    package var width: Across
    /// In em.
    package var height: Double
    package var role: Role

    package init(x: Across, y: Double, width: Across, height: Double, role: Role) {
      self.x = x
      self.y = y
      self.width = width
      self.height = height
      self.role = role
    }
  }

  package struct Line: Sendable, Hashable {
    package var x1: Across
    package var y1: Double
    package var x2: Across
    package var y2: Double
    package var role: Role

    package init(x1: Across, y1: Double, x2: Across, y2: Double, role: Role) {
      self.x1 = x1
      self.y1 = y1
      self.x2 = x2
      self.y2 = y2
      self.role = role
    }
  }

  package struct Dot: Sendable, Hashable {
    package var x: Across
    package var y: Double
    /// In em.
    package var radius: Double
    package var role: Role

    package init(x: Across, y: Double, radius: Double, role: Role) {
      self.x = x
      self.y = y
      self.radius = radius
      self.role = role
    }
  }

  /// One line of text, standing on its baseline.
  package struct Label: Sendable, Hashable {
    package enum Anchor: String, Sendable, Hashable {
      case start
      case middle
      case end
    }

    package var x: Across
    /// The baseline, in em.
    package var y: Double
    package var anchor: Anchor
    package var text: String
    package var role: Role

    package init(x: Across, y: Double, anchor: Anchor, text: String, role: Role) {
      self.x = x
      self.y = y
      self.anchor = anchor
      self.text = text
      self.role = role
    }

    /// At most so wide, in em of the chart.
    package var width: Double {
      (role.isSemibold ? semiboldWidth(text) : textWidth(text)) * role.size
    }
  }
}
