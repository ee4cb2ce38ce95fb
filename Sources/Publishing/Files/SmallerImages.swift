import Diagnostics
import DocumentModel
import Photographs

/// A photograph in the smaller sizes that pages offer, so that a telephone loads no more than it shows.
func smaller(
  _ photograph: SourceFile, at path: String, _ size: Image.Size
) -> Diagnosed<[EditionImage]> {
  var images: [EditionImage] = []
  for smaller in Image.smaller(of: path, size) {
    guard let bytes = halved(photograph.bytes, times: smaller.halvings) else {
      return Diagnosed([], findings: [.unreadableImage(at: SourceLocation(path: photograph.path))])
    }
    let part = 1 << smaller.halvings
    let height = (size.height + part - 1) / part
    images.append(
      EditionImage(
        path: smaller.path, size: Image.Size(width: smaller.width, height: height), bytes: bytes))
  }
  return Diagnosed(images)
}
