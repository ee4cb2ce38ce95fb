import Testing

@testable import PDFEditing

/// A small file of the kind that a browser prints: two pages, two destinations, one content stream.
private func printed(content: String, stamp: String, node: Int = 1) throws -> [UInt8] {
  let packed = try #require(deflated(Array(content.utf8)))
  let bodies: [[UInt8]] = [
    Array(
      "<</Title (A \\) \\( b)\n/Creator (Browser)\n/CreationDate (\(stamp))\n/ModDate (\(stamp))>>"
        .utf8),
    Array("<</Type /Catalog\n/Pages 3 0 R\n/Outlines 9 0 R\n/Dests 7 0 R>>".utf8),
    Array("<</Type /Pages\n/Count 2\n/Kids [4 0 R 5 0 R]>>".utf8),
    Array("<</Type /Page\n/Parent 3 0 R\n/Contents 6 0 R>>".utf8),
    Array("<</Type /Page\n/Parent 3 0 R\n/Contents 8 0 R>>".utf8),
    Array("<</Filter /FlateDecode\n/Length \(packed.count)>> stream\n".utf8) + packed
      + Array("\nendstream".utf8),
    Array("<</first [4 0 R /XYZ 0 842 0]\n/second-one [5 0 R /XYZ 0 10.5 0]>>".utf8),
    Array("<</Length 0>> stream\n\nendstream".utf8),
    Array(
      "<</Type /Outlines\n/Count 0\n/Names [(node0000000\(node)) 4 0 R (node0000000\(node + 2)) 5 0 R]>>"
        .utf8),
  ]
  var bytes = Array("%PDF-1.4\n".utf8)
  var table = "0000000000 65535 f \n"
  for (index, body) in bodies.enumerated() {
    let offset = String(bytes.count)
    table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
    bytes += Array("\(index + 1) 0 obj\n".utf8) + body + Array("\nendobj\n".utf8)
  }
  let start = bytes.count
  bytes += Array("xref\n0 10\n\(table)trailer\n<</Size 10\n/Root 2 0 R\n/Info 1 0 R>>\n".utf8)
  return bytes + Array("startxref\n\(start)\n%%EOF\n".utf8)
}

@Suite("A printed PDF")
struct PrintedPDFTests {
  @Test("tells on which page each anchor stands")
  func destinations() throws {
    let pdf = try #require(PrintedPDF(try printed(content: "q Q", stamp: "D:1")))
    #expect(pdf.pageCount == 2)
    #expect(pdf.destinations == ["first": 1, "second-one": 2])
  }

  @Test("comes out the same whenever it was printed, and can be read again")
  func stamp() throws {
    let first = try #require(
      PrintedPDF(try printed(content: "q Q", stamp: "D:20261125093430+00'00'")))
    let second = try #require(
      PrintedPDF(try printed(content: "q Q", stamp: "D:20270101000000+02'00'", node: 6)))
    let bytes = first.finished(day: "2021-07-21", creator: "Katsaus")
    #expect(bytes == second.finished(day: "2021-07-21", creator: "Katsaus"))
    let again = try #require(PrintedPDF(bytes))
    #expect(again.destinations == first.destinations)
    #expect(String(decoding: bytes, as: UTF8.self).contains("(D:20210721000000Z)"))
    #expect(
      String(decoding: bytes, as: UTF8.self).contains("[(node00000001) 4 0 R (node00000002) 5 0 R]")
    )
    #expect(String(decoding: bytes, as: UTF8.self).contains("(A \\) \\( b)"))
    #expect(again.finished(day: "2021-07-21", creator: "Katsaus") == bytes)
  }

  @Test("what is drawn outside every tag becomes an artefact, what is inside stays")
  func artifacts() throws {
    let content = """
      q
      1 0 0 rg
      0 0 612 926 re
      f
      0 0 5 5 re W n
      BT /F1 9 Tf <0011> Tj (a \\) BT) Tj ET
      /P <</MCID 0>> BDC
      BT /F1 9 Tf (tagged) Tj ET
      1 1 m 2 2 l S
      EMC
      /X1 Do
      Q
      """
    let marked = String(
      decoding: try #require(markingArtifacts(Array(content.utf8))), as: UTF8.self)
    #expect(marked.matches(of: #/\/Artifact BMC/#).count == 3)
    #expect(marked.contains("/Artifact BMC\n0 0 612 926 re\nf\nEMC"))
    #expect(marked.contains("/Artifact BMC\nBT /F1 9 Tf <0011> Tj (a \\) BT) Tj ET\nEMC"))
    #expect(marked.contains("/P <</MCID 0>> BDC\nBT /F1 9 Tf (tagged) Tj ET\n1 1 m 2 2 l S\nEMC"))
    #expect(marked.contains("/Artifact BMC\n/X1 Do\nEMC"))
    #expect(marked.matches(of: #/BMC|BDC/#).count == marked.matches(of: #/EMC/#).count)
  }

  @Test("soft hyphens that show nothing are gone, those at the end of a line stay")
  func softHyphens() {
    let hidden =
      "/Span<</ActualText <FEFF00AD> >> BDC\n19.1 0 Td <0001> Tj\nEMC\n0 0 Td <002E> Tj\n"
    let empty = "/Span<</ActualText <FEFF00AD> >> BDC\nEMC\n"
    let shown = "/Span<</ActualText <FEFF00AD> >> BDC\n9 0 Td <0127> Tj\nEMC\nET\n"
    let content = Array("BT\n<0030> Tj\n\(hidden)\(empty)\(shown)".utf8)
    let clean = String(decoding: removingSoftHyphens(content), as: UTF8.self)
    #expect(clean == "BT\n<0030> Tj\n19.1 0 Td \n0 0 Td <002E> Tj\n\(shown)")
  }

  @Test("content that is not understood stays as it is")
  func notUnderstood() {
    for content in ["/P BMC q", "EMC", "BI /W 1 ID x EI", "0 0 1 1 re", "]"] {
      #expect(markingArtifacts(Array(content.utf8)) == nil)
    }
  }

  @Test("bytes that are no PDF, or a broken one, are refused")
  func broken() throws {
    let whole = try printed(content: "q Q", stamp: "D:1")
    #expect(PrintedPDF([]) == nil)
    #expect(PrintedPDF(Array("%PDF-1.4\nstartxref\n99\n%%EOF".utf8)) == nil)
    for length in stride(from: 0, to: whole.count - 8, by: 7) {
      #expect(PrintedPDF(Array(whole[..<length])) == nil)
    }
    for seed in 0..<whole.count where seed % 3 == 0 {
      var bytes = whole
      bytes[seed] = bytes[seed] &+ 13
      // Whatever comes of it, it comes to an end.
      _ = PrintedPDF(bytes)?.finished(day: "2021-07-21", creator: "Katsaus")
    }
  }
}
