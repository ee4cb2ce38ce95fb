/// What ties the counts of an edition to numbers outside its tables: published orders, and earlier
/// editions.
struct RelationsToOthers {
  /// Counts in an order that a text tells, largest first, by index of the network.
  var orders: [[Int]] = []

  func add(to model: inout AuditModel, _ network: FactNetwork, _ isHidden: [Bool]) {
    model.orders += orders
  }
}
