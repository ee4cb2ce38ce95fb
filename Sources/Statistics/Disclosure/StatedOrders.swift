import Periods

/// Which categories texts name as the largest, and of how many kinds they tell, wherever and in whatever language.
struct StatedOrders {
  private struct Order {
    let subject: CellReference
    let dimension: String
    /// The largest first.
    let codes: [String]

    func name(_ code: String) -> String {
      subject.adding(Condition(dimension: dimension, values: [code])).text
    }
  }

  private struct Kinds {
    let subject: CellReference
    let dimension: String
    let met: Int
  }

  private let orders: [Order]
  private let kinds: [Kinds]

  init(_ requests: Set<FactRequest>, _ answers: [FactRequest: FactAnswer]) {
    orders = requests.rankings.compactMap { reference, dimension, named in
      guard
        case .ranking(let codes) = answers[
          .ranking(reference, dimension: dimension, named: named)], codes.count >= named
      else { return nil }
      return Order(
        subject: reference, dimension: dimension, codes: codes.prefix(named).map(\.code))
    }
    kinds = requests.distinct.compactMap { reference, dimension in
      guard
        case .count(.published(let met)) = answers[.distinct(reference, dimension: dimension)]
      else { return nil }
      return Kinds(subject: reference, dimension: dimension, met: met)
    }
  }

  /// Of equal ones the first of the list is named first, and all that are not named are smaller.
  func add(to model: inout AuditModel, _ stated: StatedCells) {
    for order in orders {
      let subject = order.subject.text
      let listed = order.codes.compactMap { code in
        stated.cell(order.name(code), in: nil).map {
          (cell: $0, place: stated.place(of: code, subject, by: order.dimension))
        }
      }
      for (larger, next) in zip(listed, listed.dropFirst()) {
        model.order(larger.cell, before: next.cell, isStrict: next.place < larger.place)
      }
      guard let last = listed.last else { continue }
      for other in stated.cells(of: subject, by: order.dimension, besides: order.codes) {
        model.order(last.cell, before: other, isStrict: true)
      }
    }
  }

  /// The rows of `published.csv`.
  func facts(in period: Period, _ stated: StatedCells) -> [PublishedFact] {
    func row(
      _ form: PublishedFact.Form, _ subject: CellReference, _ value: Int?, _ detail: String
    ) -> PublishedFact? {
      stated.words(subject.text, in: nil).map { words in
        PublishedFact(
          form: form, measure: words.measure, cell: words.cell,
          time: stated.time(period.id, of: subject.text, in: nil), status: .published,
          value: value, detail: detail)
      }
    }
    return orders.compactMap {
      row(
        .order, $0.subject, nil,
        PublishedFact.Order(dimension: $0.dimension, codes: $0.codes).text)
    } + kinds.compactMap { row(.distinct, $0.subject, $0.met, $0.dimension) }
  }
}

extension Set<FactRequest> {
  /// What is asked for the number of its kinds, in a stable order.
  var distinct: [(reference: CellReference, dimension: String)] {
    compactMap { request in
      if case .distinct(let reference, let dimension) = request {
        (reference, dimension)
      } else {
        nil
      }
    }.sorted { ($0.reference.text, $0.dimension) < ($1.reference.text, $1.dimension) }
  }

  /// What is asked for its largest categories, in a stable order, with how many are named.
  var rankings: [(reference: CellReference, dimension: String, named: Int)] {
    compactMap { request in
      if case .ranking(let reference, let dimension, let named) = request {
        (reference, dimension, named)
      } else {
        nil
      }
    }.sorted {
      ($0.reference.text, $0.dimension, $0.named) < ($1.reference.text, $1.dimension, $1.named)
    }
  }
}
