/// What ties the counts of an edition to numbers outside its tables: published orders, and earlier
/// editions of longer periods.
struct RelationsToOthers {
  /// Counts in an order that a text tells, largest first, by index of the network.
  var orders: [[Int]] = []
  let outer: OuterTies

  func add(to model: inout AuditModel, _ network: FactNetwork) {
    model.orders += orders
    outer.add(to: &model, network)
  }
}
