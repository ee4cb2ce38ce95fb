import Diagnostics
import FactLedger
import Foundation
import ReadingBack

/// Compares the tags of a page with what pages are made of: a number may hide in the name of a class, an
/// anchor or an attribute as well as in its value.
struct TagReconciliation {
  let file: ReadFile
  let frame: PageFrame
  /// Those of the edition; a page that only lists editions has none.
  let anchors: Set<String>
  let addresses: Set<String>
  private let classes: Set<String>

  init(
    _ file: ReadFile, frame: PageFrame, anchors: Set<String>, addresses: Set<String>
  ) {
    self.file = file
    self.frame = frame
    self.anchors = anchors
    self.addresses = addresses
    classes = PageVocabulary.classes.union(
      selectedClasses(in: frame.style).filter { !holdsNumber($0) })
  }

  var findings: [Diagnostic] {
    // Most attributes are like others before them.
    var known: Set<String> = []
    return file.elements.flatMap { element -> [Diagnostic] in
      let location = { file.location(element.origin) }
      guard PageVocabulary.elements.contains(element.name) else {
        return [.unknownElement(in: element.place, at: location())]
      }
      let names = Set(element.attributes.map(\.name))
      guard names.count == element.attributes.count else {
        return [.unknownAttribute(in: element.place, at: location())]
      }
      return element.attributes.compactMap { attribute in
        let key = "\(element.name) \(attribute.name)=\(attribute.value)"
        let isRepeated = attribute.name != "content" && known.contains(key)
        guard !isRepeated, let finding = finding(on: attribute, of: element) else {
          known.insert(key)
          return nil
        }
        return finding(location())
      }
    }
  }

  private typealias Finding = (SourceLocation) -> Diagnostic

  private func finding(
    on attribute: ReadElement.Attribute, of element: ReadElement
  ) -> Finding? {
    let value = attribute.value
    let place = element.place
    let content = PageVocabulary.content(
      of: attribute.name, in: element.name, isDrawn: element.isDrawn)
    switch content {
    case nil: return { .unknownAttribute(in: place, at: $0) }
    case .oneOf(let values):
      return values.contains(value) ? nil : { .unknownAttribute(in: place, at: $0) }
    case .classes: return isClasses(value, of: element) ? nil : { .unknownClass(in: place, at: $0) }
    case .anchors:
      let names = value.split(separator: " ", omittingEmptySubsequences: false)
      return names.allSatisfy { !$0.isEmpty && isAnchor($0) }
        ? nil : { .unknownAnchor(in: place, at: $0) }
    case .address: return isAddress(value) ? nil : { .unknownAddress(in: place, at: $0) }
    case .sources: return isSources(value) ? nil : { .unknownAddress(in: place, at: $0) }
    case .size: return isSize(of: element) ? nil : { .unknownAttribute(in: place, at: $0) }
    case .metadata:
      return isMetadata(value, of: element) ? nil : { .unknownAttribute(in: place, at: $0) }
    case .elsewhere: return nil
    }
  }

  /// Known ones, each once, with one space between them; those of marks are looked at with the drawing.
  private func isClasses(_ value: String, of element: ReadElement) -> Bool {
    if element.isMark { return true }
    let names = value.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    return Set(names).count == names.count && names.allSatisfy(classes.contains)
  }

  /// An anchor, or one with words after it: `half-year-note-1-ref`; another name has no number.
  private func isAnchor(_ name: Substring) -> Bool {
    var stem = name
    while !anchors.contains(String(stem)) {
      guard let dash = stem.lastIndex(of: "-"), !holdsNumber(stem[dash...]) else {
        return !holdsNumber(name)
      }
      stem = stem[..<dash]
    }
    return true
  }

  private func isAddress(_ address: String) -> Bool {
    if addresses.contains(address) || frame.images[address] != nil { return true }
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    var path = parts[0]
    if path.hasPrefix(frame.base) { path = path.dropFirst(frame.base.count) }
    while path.hasPrefix("../") || path.hasPrefix("./") {
      path = path.dropFirst(path.hasPrefix("./") ? 2 : 3)
    }
    return (addresses.contains(String(path)) || !holdsNumber(path))
      && (parts.count < 2 || isAnchor(parts[1]))
  }

  /// Images with their widths: `a-640w.jpg 640w, a.jpg 1280w`.
  private func isSources(_ value: String) -> Bool {
    value.components(separatedBy: ", ").allSatisfy { source in
      let parts = source.components(separatedBy: " ")
      guard parts.count == 2, let size = frame.images[parts[0]] else { return false }
      return parts[1] == "\(size.width)w"
    }
  }

  private func isSize(of image: ReadElement) -> Bool {
    guard let source = image.value("src"), let size = frame.images[source] else { return false }
    return image.value("width") == size.width && image.value("height") == size.height
  }

  private func isMetadata(_ value: String, of element: ReadElement) -> Bool {
    // What a page says of itself is looked at with the sentences.
    if element.value("name") == "description" { return true }
    if let name = element.value("name") {
      return PageVocabulary.metadata[name]?.contains(value) == true
    }
    let words = value.split { " ;".contains($0) }.map(String.init)
    return element.value("http-equiv") != nil && words.allSatisfy(PageVocabulary.policy.contains)
  }
}

extension ReadElement {
  /// It draws something; its class says what.
  var isMark: Bool {
    isDrawn && ["rect", "line", "circle", "text"].contains(name)
  }
}
