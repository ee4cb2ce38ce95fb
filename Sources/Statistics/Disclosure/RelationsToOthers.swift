/// What ties the counts of an edition to numbers outside its tables: what earlier editions told of them,
/// and those of longer periods.
struct RelationsToOthers {
  let relations: EarlierRelations
  let outer: OuterTies
  let chains: StockChains

  func add(to model: inout AuditModel) {
    relations.add(to: &model)
    outer.add(to: &model)
  }

  /// With what is told of stocks of other days; nil where nothing is.
  func stocks(
    adding model: AuditModel, _ network: FactNetwork, protects: (Region) -> Bool
  ) -> (model: AuditModel, added: StockChains.Added)? {
    var stocks = model
    let added = chains.add(to: &stocks, network, protects: protects)
    return stocks.sums.count == model.sums.count && added.rests.isEmpty ? nil : (stocks, added)
  }
}
