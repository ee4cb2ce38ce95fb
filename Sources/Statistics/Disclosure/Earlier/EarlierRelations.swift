/// Shares and orders that earlier editions told of counts that are hidden.
///
/// Between published counts they tell nothing more.
struct EarlierRelations {
  private(set) var shares: [AuditModel.Share] = []
  private(set) var orders: [EarlierCounts.Order] = []

  /// - `cell`: where a count of the edition stands among the cells of a model.
  mutating func add(_ edition: EarlierCounts, cell: (Int) -> Int?) {
    for share in edition.shares {
      guard edition.counts[share.part].value == nil || edition.counts[share.whole].value == nil,
        let part = cell(share.part), let whole = cell(share.whole)
      else { continue }
      let note = "\(edition.counts[share.part].name) | share of \(edition.counts[share.whole].name)"
      shares.append(
        .init(
          part: part, whole: whole, scaled: share.percent, decimals: share.decimals, note: note))
    }
    for order in edition.orders
    where [order.larger, order.smaller].contains(where: { edition.counts[$0].value == nil }) {
      guard let larger = cell(order.larger), let smaller = cell(order.smaller) else { continue }
      orders.append(.init(larger: larger, smaller: smaller, isStrict: order.isStrict))
    }
  }

  func add(to model: inout AuditModel) {
    model.shares += shares
    for order in orders {
      model.order(order.larger, before: order.smaller, isStrict: order.isStrict)
    }
  }
}
