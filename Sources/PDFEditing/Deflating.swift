import CZlib

/// The bytes behind a FlateDecode filter; nil where they are damaged or larger than any page.
func inflated(_ bytes: [UInt8]) -> [UInt8]? {
  var size = max(1024, bytes.count * 8)
  while size <= 64 << 20 {
    var result = [UInt8](repeating: 0, count: size)
    var length = uLongf(size)
    switch uncompress(&result, &length, bytes, uLong(bytes.count)) {
    case Z_OK: return Array(result[..<Int(length)])
    case Z_BUF_ERROR: size *= 4
    default: return nil
    }
  }
  return nil
}

func deflated(_ bytes: [UInt8]) -> [UInt8]? {
  var length = compressBound(uLong(bytes.count))
  var result = [UInt8](repeating: 0, count: Int(length))
  guard compress2(&result, &length, bytes, uLong(bytes.count), 9) == Z_OK else { return nil }
  return Array(result[..<Int(length)])
}
