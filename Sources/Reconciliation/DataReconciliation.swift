import Diagnostics
import ReadingBack

/// What a data file holds otherwise than the fields that are published.
package func reconcile(_ file: ReadFile, fields: [[String]]) -> [Diagnostic] {
  var rows: [[ReadPassage]] = []
  for passage in file.passages {
    guard case .field(let row, _) = passage.kind else { continue }
    if row >= rows.count { rows.append([]) }
    rows[rows.count - 1].append(passage)
  }
  let places = SourceLocation(path: file.path)
  guard rows.count == fields.count else { return [.otherFields(at: places)] }
  return zip(rows, fields).enumerated().flatMap { row, line -> [Diagnostic] in
    let (read, stated) = line
    guard read.count == stated.count else {
      return [.otherFields(at: file.location(read.first?.origin ?? 0))]
    }
    return zip(read, stated).compactMap { field, expected in
      String(decoding: field.text, as: UTF8.self) == expected
        ? nil : .otherField(row: row + 1, at: file.location(field.origin))
    }
  }
}

/// The first place at which JSON holds something else than the values that were written.
package func reconcile(_ file: ReadFile, json leaves: [(path: String, text: String)])
  -> [Diagnostic]
{
  var open = leaves[...]
  for passage in file.passages {
    let text = String(decoding: passage.text, as: UTF8.self)
    let expected = open.popFirst()
    guard case .json(let path) = passage.kind, path == expected?.path, text == expected?.text else {
      let place = expected?.path ?? leaves.last?.path ?? ""
      return [.otherJSON(place, at: file.location(passage.origin))]
    }
  }
  return open.first.map { [.otherJSON($0.path, at: SourceLocation(path: file.path))] } ?? []
}
