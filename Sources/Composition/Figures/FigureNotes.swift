import Charting
import DocumentModel
import Localization
import Statistics

extension FigureComposer {
  /// Marks explained, and what a reader has to know of the numbers.
  func notes(
    on table: ProtectedTable, _ view: TableView, chart: Chart?
  ) -> [PublishedValue] {
    var cells = view.rows.flatMap(\.cells)
    if let comparison = comparison(of: table) {
      cells += view.rows.map { comparison.cell($0.categories[0]) }
    }
    let categories = table.axes.flatMap(\.categories)
    var notes: [String] = []
    var zeros: Int?
    let all = view.rows.filter { !$0.isTotal && !$0.isRest }
    if let chart, let limit = table.declaration.drawnCategories, all.count > limit {
      // Which are the largest nobody can say where some are hidden.
      notes.append(
        words(
          all.contains(where: \.isHidden) ? .noteDrawn : .noteLargest,
          ["shown": language.number(chart.categories.count), "all": language.number(all.count)]))
    }
    if !view.absent.isEmpty {
      let absent = view.absent.map { category in
        names.label(
          of: category, in: table.axes.first { $0.categories.contains(category) }?.dimension)
      }
      zeros = notes.count
      notes.append(words(.noteZeros, ["names": language.list(absent)]))
    }
    let isMerged = categories.contains(where: \.isRest)
    if isMerged { notes.append(words(.noteMerged, ["threshold": language.number(threshold)])) }
    if cells.contains(where: { $0.value.map { (1..<threshold).contains($0) } ?? false }),
      table.declaration.sinceYear == nil
    {
      notes.append(
        words(
          .noteException,
          ["threshold": language.number(threshold), "imprint": words[.imprint]]))
    }
    if cells.contains(.suppressed) { notes.append(words[.noteSuppressed]) }
    if cells.contains(.missing(.notAvailable)) { notes.append(words[.noteNotAvailable]) }
    if table.total == .published(0) { notes.append(words[.noteNotApplicable]) }
    return (notes + seriesNotes(on: table)).enumerated().map { index, note in
      PublishedValue(
        text: note,
        fact: index == zeros
          ? Fact(subject: table.id, period: edition.period.id, form: .empty) : nil)
    }
  }

  private func seriesNotes(on table: ProtectedTable) -> [String] {
    var notes = table.declaration.breaks.map { change in
      words(
        .noteBreak, ["year": String(change.year), "reason": change.reason[language.tag] ?? ""])
    }
    if !table.declaration.preliminaryYears.isEmpty { notes.append(words[.notePreliminary]) }
    return notes
  }
}
