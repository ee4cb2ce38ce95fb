import Composition
import Diagnostics
import DocumentModel

/// Finds numbers and claims in names, which cite nothing and so can only have been typed by hand.
struct NameChecks {
  let reader: PassageReader
  let numbers: NumberChecks
  let claims: ClaimChecks

  func findings(on name: PrintedName) -> [Diagnostic] {
    let prose = Prose(name.words, at: name.location)
    return prose.passages.flatMap { passage -> [Diagnostic] in
      let read = reader.read(passage, except: name.bounds)
      return numbers.findings(on: read, in: prose) + claims.findings(on: read, in: prose)
    }.map { $0.ofName }
  }
}

extension Diagnostic {
  /// The same with the advice that helps where nothing can be cited.
  fileprivate var ofName: Diagnostic {
    var finding = self
    finding.remedy =
      "leave it out, as a name cites nothing; if it counts nothing, silence it in edition.yaml"
    return finding
  }
}
