/// What ties the counts of an edition to numbers outside its tables: what earlier editions told of them,
/// and those of longer periods.
struct RelationsToOthers {
  let relations: EarlierRelations
  let outer: OuterTies
  let chains: StockChains

  func add(to model: inout AuditModel, _ network: FactNetwork) {
    relations.add(to: &model)
    outer.add(to: &model, network)
  }
}
