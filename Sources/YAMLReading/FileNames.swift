extension String {
  /// Small letters a to z, digits and hyphens: a name that files and links can have everywhere.
  package var isFileName: Bool {
    !isEmpty
      && utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
      }
  }
}
