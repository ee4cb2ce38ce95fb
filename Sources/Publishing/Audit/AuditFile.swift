import Foundation
import Statistics

/// `audit.json`: what a reader knows of the counts of an edition, for any attacker.
package enum AuditFile {
  package static func text(of model: AuditModel) -> String {
    let ids = model.cells.map { JSON.text($0.id) }
    func listed(_ cells: [Int]) -> JSON { .list(cells.map { ids[$0] }) }
    var members: [(String, JSON)] = [
      ("cells", .list(model.cells.map { cell($0) })),
      (
        "sums",
        .list(
          model.sums.map { sum in
            .object([
              ("total", ids[sum.total]), ("parts", listed(sum.parts)), ("note", .text(sum.note)),
            ])
          })
      ),
    ]
    if !model.relations.isEmpty {
      members.append(
        (
          "linear",
          .list(
            model.relations.map { relation in
              .object([
                (
                  "terms",
                  .object(relation.terms.map { (model.cells[$0.cell].id, .number($0.coefficient)) })
                ),
                ("op", .text(relation.comparison.rawValue)), ("rhs", .number(relation.bound)),
                ("note", .text(relation.note)),
              ])
            })
        ))
    }
    if !model.shares.isEmpty {
      members.append(
        (
          "shares",
          .list(
            model.shares.map { share in
              .object([
                ("part", ids[share.part]), ("whole", ids[share.whole]),
                ("percent", .decimal(share.scaled, share.decimals)),
                ("decimals", .number(share.decimals)), ("note", .text(share.note)),
              ])
            })
        ))
    }
    if !model.orders.isEmpty {
      members.append(("orders", .list(model.orders.map { listed($0) })))
    }
    if !model.groups.isEmpty {
      members.append(
        (
          "groups",
          .list(
            model.groups.map { group in
              .object(
                [("parts", listed(group.parts)), ("lo", .number(group.lower))]
                  + (group.upper.map { [("hi", JSON.number($0))] } ?? [])
                  + [("note", .text(group.note))])
            })
        ))
    }
    members.append(("nonneg", .truth(true)))
    return JSON.object(members).written
  }

  private static func cell(_ cell: AuditModel.Cell) -> JSON {
    var members: [(String, JSON)] = [
      ("id", .text(cell.id)), ("value", cell.value.map { .number($0) } ?? .null),
    ]
    if cell.value == nil {
      members.append(("lo", .number(cell.lower)))
      if let upper = cell.upper { members.append(("hi", .number(upper))) }
      let role = cell.role == .joint ? AuditModel.Role.derived : cell.role
      members.append(("role", .text(role.rawValue)))
    } else if cell.isExcepted {
      members.append(("role", .text("exception")))
    }
    return .object(members)
  }

  /// Why a file is no model; in words.
  package struct Failure: Error {
    package let reason: String
  }

  package static func model(of bytes: [UInt8]) throws(Failure) -> AuditModel {
    guard let root = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any],
      let cells = root["cells"] as? [[String: Any]]
    else { throw Failure(reason: "it is no JSON object with “cells”") }
    var model = AuditModel()
    var places: [String: Int] = [:]
    let isNonnegative = root["nonneg"] as? Bool ?? true
    for cell in cells {
      guard let id = cell["id"] as? String, places[id] == nil else {
        throw Failure(reason: "a cell has no “id” of its own")
      }
      let role = cell["role"] as? String
      places[id] = model.cells.count
      model.cells.append(
        .init(
          id: id, value: cell["value"] as? Int,
          lower: cell["lo"] as? Int ?? (isNonnegative ? 0 : -1_000_000_000),
          upper: cell["hi"] as? Int,
          role: role.map { AuditModel.Role(rawValue: $0) ?? .derived } ?? .protected,
          isExcepted: role == "exception"))
    }
    let reading = Reading(root: root, places: places)
    model.sums = try reading.entries("sums").map { entry throws(Failure) in
      .init(
        total: try reading.cell(entry["total"]), parts: try reading.cells(entry["parts"]),
        note: entry["note"] as? String ?? "")
    }
    model.relations = try reading.entries("linear").map { entry throws(Failure) in
      guard let terms = entry["terms"] as? [String: Int], let bound = entry["rhs"] as? Int,
        let comparison = (entry["op"] as? String).flatMap({
          AuditModel.Relation.Comparison(rawValue: $0)
        })
      else { throw Failure(reason: "an entry of “linear” lacks “terms”, “op” or “rhs”") }
      var ordered: [AuditModel.Term] = []
      for (id, coefficient) in terms.sorted(by: { $0.key < $1.key }) {
        ordered.append(AuditModel.Term(try reading.cell(id), coefficient))
      }
      return .init(ordered, comparison, bound, note: entry["note"] as? String ?? "")
    }
    model.shares = try reading.entries("shares").map { entry throws(Failure) in
      let decimals = entry["decimals"] as? Int ?? 0
      guard let percent = entry["percent"] as? NSNumber else {
        throw Failure(reason: "a share has no “percent”")
      }
      let scaled = (percent.doubleValue * pow(10, Double(decimals))).rounded()
      return .init(
        part: try reading.cell(entry["part"]), whole: try reading.cell(entry["whole"]),
        scaled: Int(scaled), decimals: decimals, note: entry["note"] as? String ?? "")
    }
    if let orders = root["orders"] as? [[Any]] {
      model.orders = try orders.map { order throws(Failure) in try reading.cells(order) }
    }
    model.groups = try reading.entries("groups").map { entry throws(Failure) in
      .init(
        parts: try reading.cells(entry["parts"]), lower: entry["lo"] as? Int ?? 0,
        upper: entry["hi"] as? Int, note: entry["note"] as? String ?? "")
    }
    return model
  }

  private struct Reading {
    let root: [String: Any]
    let places: [String: Int]

    func entries(_ name: String) throws(Failure) -> [[String: Any]] {
      guard let value = root[name] else { return [] }
      guard let list = value as? [[String: Any]] else {
        throw Failure(reason: "“\(name)” is no list of objects")
      }
      return list
    }

    func cell(_ value: Any?) throws(Failure) -> Int {
      guard let id = value as? String, let place = places[id] else {
        throw Failure(reason: "a relation names a cell that is not listed")
      }
      return place
    }

    func cells(_ value: Any?) throws(Failure) -> [Int] {
      guard let list = value as? [Any] else {
        throw Failure(reason: "a relation has no list of cells")
      }
      var cells: [Int] = []
      for entry in list { cells.append(try cell(entry)) }
      return cells
    }
  }
}
