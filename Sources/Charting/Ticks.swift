/// Round numbers for an axis of counts from 0: whole, 1, 2 or 5 times a power of ten apart, at most six.
///
/// Source: P. S. Heckbert, Nice numbers for graph labels, Graphics Gems (1990), for whole steps.
package func countTicks(upTo largest: Int) -> [Int] {
  guard largest > 0 else { return [0] }
  var power = 1
  while true {
    for factor in [1, 2, 5] {
      let (step, overflow) = power.multipliedReportingOverflow(by: factor)
      if overflow { return [0] }
      let count = (largest - 1) / step + 1
      if count <= 5 {
        return (0...count).compactMap { index in
          let (tick, overflow) = index.multipliedReportingOverflow(by: step)
          return overflow ? nil : tick
        }
      }
    }
    let (next, overflow) = power.multipliedReportingOverflow(by: 10)
    if overflow { return [0] }
    power = next
  }
}
