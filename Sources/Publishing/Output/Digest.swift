import CCrypto

/// The SHA-256 of some bytes, in small hexadecimal digits (FIPS 180-4).
func digest(of bytes: [UInt8]) -> String {
  var digest = [UInt8](repeating: 0, count: 32)
  _ = SHA256(bytes, bytes.count, &digest)
  let digits = Array("0123456789abcdef")
  return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
}
