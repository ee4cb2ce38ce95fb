import Diagnostics
import DocumentModel

/// The width and height of a PNG, JPEG or SVG image, from its bytes.
///
/// A drawing that holds anything active or loads something from elsewhere is refused.
func imageSize(of file: SourceFile) -> Diagnosed<Image.Size?> {
  let place = SourceLocation(path: file.path)
  let name = file.path.lowercased()
  if name.hasSuffix(".svg") {
    var findings: [Diagnostic] = []
    guard let text = file.text().reporting(to: &findings) else {
      return Diagnosed(nil, findings: findings)
    }
    let drawing = text.lowercased()
    let active = ["<script", "<foreignobject", "javascript:", "<!entity", "<iframe", "@import"]
    if active.contains(where: drawing.contains) || hasHandlers(drawing)
      || loadsFromElsewhere(drawing)
    {
      return Diagnosed(nil, findings: [.unsafeDrawing(at: place)])
    }
    let size = drawingSize(text)
    return Diagnosed(size, findings: size == nil ? [.unreadableImage(at: place)] : [])
  }
  let size = name.hasSuffix(".png") ? pngSize(file.bytes) : jpegSize(file.bytes)
  guard let size else { return Diagnosed(nil, findings: [.unreadableImage(at: place)]) }
  let isLarge = max(size.width, size.height) > 2400 || file.bytes.count > 800_000
  return Diagnosed(size, findings: isLarge ? [.largeImage(at: place)] : [])
}

/// The type by which browsers know the image.
func mediaType(ofImage path: String) -> String {
  let name = path.lowercased()
  if name.hasSuffix(".svg") { return "image/svg+xml" }
  return name.hasSuffix(".png") ? "image/png" : "image/jpeg"
}

private func hasHandlers(_ drawing: String) -> Bool {
  drawing.contains(#/[\s"']on[a-z]+\s*=/#)
}

private func loadsFromElsewhere(_ drawing: String) -> Bool {
  drawing.contains(#/(?:href|src)\s*=\s*["']\s*(?!#|data:image\/)[^"']/#)
    || drawing.contains(#/url\(\s*["']?\s*(?!#)/#)
}

private func drawingSize(_ text: String) -> Image.Size? {
  guard let start = text.range(of: "<svg"), let end = text[start.lowerBound...].firstIndex(of: ">")
  else { return nil }
  let tag = text[start.lowerBound..<end]
  func number(_ name: String) -> Int? {
    guard let range = tag.range(of: " \(name)=\"") else { return nil }
    return Double(tag[range.upperBound...].prefix { $0.isNumber || $0 == "." }).map {
      Int($0.rounded())
    }
  }
  if let width = number("width"), let height = number("height"), width > 0, height > 0 {
    return Image.Size(width: width, height: height)
  }
  guard let range = tag.range(of: " viewBox=\"") else { return nil }
  let numbers = tag[range.upperBound...].prefix { $0 != "\"" }
    .split { $0 == " " || $0 == "," }.compactMap { Double($0) }
  guard numbers.count == 4, numbers[2] > 0, numbers[3] > 0 else { return nil }
  return Image.Size(width: Int(numbers[2].rounded()), height: Int(numbers[3].rounded()))
}

/// Source: W3C, Portable Network Graphics (third edition), section 11.2.1.
private func pngSize(_ bytes: [UInt8]) -> Image.Size? {
  guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { return nil }
  let width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
  let height = bytes[20..<24].reduce(0) { $0 << 8 | Int($1) }
  return width > 0 && height > 0 ? Image.Size(width: width, height: height) : nil
}

/// Source: ITU-T T.81, section B.2.2: the frame header after a start-of-frame marker.
private func jpegSize(_ bytes: [UInt8]) -> Image.Size? {
  guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
  var index = 2
  while index + 9 < bytes.count, bytes[index] == 0xFF {
    let marker = bytes[index + 1]
    let length = Int(bytes[index + 2]) << 8 | Int(bytes[index + 3])
    let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
    if isFrame {
      let height = Int(bytes[index + 5]) << 8 | Int(bytes[index + 6])
      let width = Int(bytes[index + 7]) << 8 | Int(bytes[index + 8])
      return width > 0 && height > 0 ? Image.Size(width: width, height: height) : nil
    }
    index += 2 + length
  }
  return nil
}

extension Diagnostic {
  fileprivate static func unsafeDrawing(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .imageUnsafe, at: location, "A drawing holds no script and loads nothing from elsewhere",
      help: "export it again as a plain SVG, with its pictures embedded")
  }

  fileprivate static func largeImage(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .imageLarge, at: location, "A photograph is at most 2,400 pixels wide and 800 kB",
      help: "save it again with a width of 1,600 pixels, as a JPEG of quality 80")
  }

  static func unreadableImage(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .imageMissing, at: location, "The image is not a PNG, JPEG or SVG that can be read",
      help: "save it again in one of these forms")
  }
}
