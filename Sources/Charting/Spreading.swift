/// Moves intervals apart as little as needed, in their order, between two bounds.
///
/// Starts that are closer than their extents push the next ones on; what then reaches beyond the end
/// is pushed back. The result depends on nothing but the order and the numbers. Nil where the
/// intervals do not fit between the bounds.
func spread(
  _ starts: [Double], extents: [Double], from lower: Double, to upper: Double
) -> [Double]? {
  guard extents.reduce(0, +) <= upper - lower + 1e-9 else { return nil }
  var result: [Double] = []
  var edge = lower
  for (start, extent) in zip(starts, extents) {
    let place = max(start, edge)
    result.append(place)
    edge = place + extent
  }
  var limit = upper
  for index in result.indices.reversed() {
    result[index] = min(result[index], limit - extents[index])
    limit = result[index]
  }
  return result
}
