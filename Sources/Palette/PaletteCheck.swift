/// What is wrong with a palette, and the colour nearest to the one chosen that would be right.
package struct PaletteFault: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// Too little contrast; the least is in tenths: 45 for 4.5:1.
    case contrast(with: ColourRole, tenths: Int, needed: Int)
    /// A reader with this vision takes the two for one.
    case alike(with: ColourRole, vision: ColourVision)
  }

  package let role: ColourRole
  package let kind: Kind
  /// Nil where no colour would do beside the others.
  package let nearest: Colour?
}

extension Palette {
  /// Two series that look closer than this are taken for one.
  static let leastDistance = 0.1

  /// Every fault, in the order of the roles.
  ///
  /// Text has 4.5:1 with what it stands on; lines, bars and touching bars have 3:1 (WCAG 2.2, 1.4.3 and
  /// 1.4.11); any two series differ for every reader.
  package var faults: [PaletteFault] {
    var faults: [PaletteFault] = []
    for (role, grounds, needed) in Palette.contrasts {
      for ground in grounds where self[role].contrast(with: self[ground]) < Double(needed) / 10 {
        let tenths = Int(self[role].contrast(with: self[ground]) * 10)
        faults.append(fault(.contrast(with: ground, tenths: tenths, needed: needed), of: role))
        break
      }
    }
    let series = ColourRole.series
    for (index, role) in series.enumerated() where !faults.contains(where: { $0.role == role }) {
      for other in series[..<index] {
        let vision = ColourVision.allCases.first {
          $0.distance(self[role], self[other]) < Palette.leastDistance
        }
        guard let vision else { continue }
        faults.append(fault(.alike(with: other, vision: vision), of: role))
        break
      }
    }
    return faults
  }

  private static let contrasts: [(role: ColourRole, grounds: [ColourRole], tenths: Int)] = [
    (.ink, [.paper, .tint], 45), (.soft, [.paper, .tint], 45), (.accent, [.paper, .tint], 45),
    (.link, [.paper, .tint], 45), (.focus, [.paper, .tint], 30), (.onBrand, [.brand], 45),
    (.onBrandSoft, [.brand], 45), (.onBrandAccent, [.brand], 45), (.series1, [.paper], 30),
    (.series2, [.paper, .series1], 30), (.series3, [.paper, .series2], 30),
    (.series4, [.paper, .series3], 30),
  ]

  private func fault(_ kind: PaletteFault.Kind, of role: ColourRole) -> PaletteFault {
    PaletteFault(role: role, kind: kind, nearest: nearest(to: role))
  }

  /// The colour closest to that of a role with which everything the role has to do is right.
  ///
  /// One that also leaves the series after it as they are comes first.
  private func nearest(to role: ColourRole) -> Colour? {
    let start = OKLab(LinearColour(self[role]))
    var best: (distance: Double, colour: Colour)?
    var secondBest: (distance: Double, colour: Colour)?
    for lightness in 0...100 {
      for a in -15...15 {
        for b in -15...15 {
          let candidate = OKLab(
            lightness: Double(lightness) / 100, a: start.a + Double(a) / 75,
            b: start.b + Double(b) / 75)
          let distance = candidate.distance(to: start)
          guard distance < best?.distance ?? .infinity, let colour = candidate.light.colour else {
            continue
          }
          let palette = replacing(role, with: colour)
          guard palette.isRight(role) else { continue }
          if palette.leavesLaterSeries(than: role) {
            best = (distance, colour)
          } else if distance < secondBest?.distance ?? .infinity {
            secondBest = (distance, colour)
          }
        }
      }
    }
    return (best ?? secondBest)?.colour
  }

  private func isRight(_ role: ColourRole) -> Bool {
    let isReadable = Palette.contrasts.allSatisfy { entry in
      entry.role != role
        || entry.grounds.allSatisfy {
          self[role].contrast(with: self[$0]) >= Double(entry.tenths) / 10
        }
    }
    guard isReadable, let index = ColourRole.series.firstIndex(of: role) else { return isReadable }
    return ColourRole.series[..<index].allSatisfy { isApart(role, from: $0) }
  }

  private func leavesLaterSeries(than role: ColourRole) -> Bool {
    guard let index = ColourRole.series.firstIndex(of: role) else { return true }
    let later = ColourRole.series[(index + 1)...]
    return later.allSatisfy { isApart(role, from: $0) }
      && later.prefix(1).allSatisfy { self[role].contrast(with: self[$0]) >= 3 }
  }

  private func isApart(_ one: ColourRole, from other: ColourRole) -> Bool {
    ColourVision.allCases.allSatisfy {
      $0.distance(self[one], self[other]) >= Palette.leastDistance
    }
  }
}
