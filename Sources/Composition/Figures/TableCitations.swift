import Localization
import Statistics

/// How the published cells of a table are cited, what they read and what they count.
package func citations(
  of table: ProtectedTable, words: Words
) -> [(source: String, reads: String, about: String)] {
  let names = CategoryNames(words: words)
  let language = words.language
  return table.positions.compactMap { position in
    guard case .published(let value) = table[position] else { return nil }
    var source = [table.measure.id] + table.declaration.filter.map(\.text)
    var about = [table.measure.label[language.tag] ?? table.measure.id]
    var earlier = ""
    for (axis, place) in zip(table.axes, position) {
      let category = axis.categories[place]
      switch category {
      case .total: continue
      case .unknown, .rest: return nil
      case .code(let code): source.append("\(axis.dimension?.id ?? "")=\(code.code)")
      case .period(let period, _):
        if category != axis.categories.last { earlier = " | previous \(period.id)" }
      }
      about.append(names.label(of: category, in: axis.dimension))
    }
    return (
      source.joined(separator: " ") + earlier, language.number(value), about.joined(separator: ", ")
    )
  }
}
