import CTurboJPEG

/// A photograph in JPEG form at half of its width and height, as often as asked; nil where the bytes are
/// no photograph in colours that screens show.
///
/// It is made anew from fewer waves of each square (ITU-T T.81, A.3.3), with the colour profile and the
/// way up of the original.
package func halved(_ photograph: [UInt8], times: Int) -> [UInt8]? {
  guard (1...3).contains(times), let pixels = Pixels(photograph, halvings: times),
    let bytes = pixels.jpeg
  else { return nil }
  return bytes.prefix(2) + descriptions(in: photograph) + bytes.dropFirst(2)
}

private struct Pixels {
  private let bytes: [UInt8]
  private let width: Int32
  private let height: Int32

  init?(_ photograph: [UInt8], halvings: Int) {
    guard let decoder = tjInitDecompress() else { return nil }
    defer { tjDestroy(decoder) }
    var size: (width: Int32, height: Int32) = (0, 0)
    var sampling: Int32 = 0
    var colours: Int32 = 0
    let length = UInt(photograph.count)
    guard
      tjDecompressHeader3(
        decoder, photograph, length, &size.width, &size.height, &sampling, &colours) == 0
    else { return nil }
    let part = Int32(1) << Int32(halvings)
    width = (size.width + part - 1) / part
    height = (size.height + part - 1) / part
    let count = Int(width) * Int(height) * 3
    guard count > 0, count <= 300_000_000 else { return nil }
    var pixels = [UInt8](repeating: 0, count: count)
    guard
      tjDecompress2(
        decoder, photograph, length, &pixels, width, 0, height, Int32(TJPF_RGB.rawValue),
        TJFLAG_ACCURATEDCT) == 0
    else { return nil }
    bytes = pixels
  }

  var jpeg: [UInt8]? {
    guard let encoder = tjInitCompress() else { return nil }
    defer { tjDestroy(encoder) }
    var buffer: UnsafeMutablePointer<UInt8>?
    var length: UInt = 0
    defer { tjFree(buffer) }
    guard
      tjCompress2(
        encoder, bytes, width, 0, height, Int32(TJPF_RGB.rawValue), &buffer, &length,
        Int32(TJSAMP_420.rawValue), 82, TJFLAG_ACCURATEDCT | TJFLAG_PROGRESSIVE) == 0
    else { return nil }
    return Array(UnsafeBufferPointer(start: buffer, count: Int(length)))
  }
}

/// The segments that say which way is up and what the colours mean (Exif 2.3, 4.7.2; ICC.1:2022, B.4).
private func descriptions(in photograph: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  var index = 2
  while index + 4 <= photograph.count, photograph[index] == 0xFF, photograph[index + 1] != 0xDA {
    let length = Int(photograph[index + 2]) << 8 | Int(photograph[index + 3])
    let end = index + 2 + length
    guard length >= 2, end <= photograph.count else { return result }
    let content = photograph[(index + 4)..<end]
    let isKept =
      photograph[index + 1] == 0xE1 && content.starts(with: Array("Exif\0\0".utf8))
      || photograph[index + 1] == 0xE2 && content.starts(with: Array("ICC_PROFILE\0".utf8))
    if isKept { result += photograph[index..<end] }
    index = end
  }
  return result
}
