extension Image {
  /// The same photograph in another size.
  package struct Smaller: Sendable, Hashable {
    /// From the edition's folder.
    package var path: String
    /// How often its width was halved.
    package var halvings: Int
    package var width: Int
  }

  /// The smaller sizes that are made of a composed photograph, the smallest first; none of a drawing.
  package var smaller: [Smaller] { size.map { Image.smaller(of: source, $0) } ?? [] }

  /// Halves, as long as a telephone has use for them: 480 points are the width of a large one.
  package static func smaller(of path: String, _ size: Size) -> [Smaller] {
    guard let dot = path.lastIndex(of: "."),
      ["jpg", "jpeg"].contains(path[path.index(after: dot)...].lowercased())
    else { return [] }
    return (1...3).reversed().compactMap { halvings in
      let part = 1 << halvings
      let width = (size.width + part - 1) / part
      guard width >= 480 else { return nil }
      return Smaller(
        path: "\(path[..<dot])-\(width)w\(path[dot...])", halvings: halvings, width: width)
    }
  }
}
