import Testing

@testable import PDFEditing

/// Objects numbered from 1, as a file; the second is the catalog.
private func file(_ bodies: [String]) -> [UInt8] {
  var bytes = Array("%PDF-1.4\n".utf8)
  var table = "0000000000 65535 f \n"
  for (index, body) in bodies.enumerated() {
    let offset = String(bytes.count)
    table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
    bytes += Array("\(index + 1) 0 obj\n\(body)\nendobj\n".utf8)
  }
  let start = bytes.count
  let size = bodies.count + 1
  return bytes
    + Array(
      "xref\n0 \(size)\n\(table)trailer\n<</Size \(size) /Root 2 0 R /Info 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
        .utf8)
}

private func stream(_ content: String) -> String {
  "<</Length \(content.utf8.count)>> stream\n\(content)\nendstream"
}

/// Two pages of a document: a heading, a table that goes on to the second page, a picture and a list.
private func document(first: String, second: String) throws -> PrintedPDF {
  let map = "1 beginbfchar <0001> <0020> endbfchar 1 beginbfrange <0002> <005F> <0021> endbfrange"
  let bytes = file([
    "<</Title <FEFF005200200031>>>",
    "<</Type /Catalog /Pages 3 0 R /StructTreeRoot 10 0 R /Outlines 12 0 R>>",
    "<</Type /Pages /Count 2 /Kids [4 0 R 5 0 R]>>",
    "<</Type /Page /Contents 6 0 R /Resources 8 0 R>>",
    "<</Type /Page /Contents 7 0 R /Resources 8 0 R>>",
    stream(first), stream(second),
    "<</Font <</F1 <</ToUnicode 9 0 R>>>>>>", stream(map),
    "<</K [11 0 R]>>",
    """
    <</S /Document /Pg 4 0 R /K [
    <</S /H1 /K [<</S /NonStruct /K 0>> <</S /Strong /K 1>>]>>
    <</S /Table /K [
    <</S /TR /K [<</S /TH /K [2 <</Type /MCR /Pg 5 0 R /MCID 0>>]>>
    <</S /TH /K 3>>]>>
    <</S /TR /K [<</S /TH /K 4>> <</S /TD /Pg 5 0 R /K 1>>]>>]>>
    <</S /Figure /Alt (A \\(path\\)) /Pg 5 0 R /K 2>>
    <</S /L /Pg 5 0 R /K [<</S /LI /K [<</S /Lbl /K 3>> <</S /LBody /K 4>>]>>]>>]>>
    """,
    "<</First 13 0 R>>", "<</Title (TenTen) /Next 14 0 R>>", "<</Title (Tenand2)>>",
  ])
  return try #require(PrintedPDF(bytes))
}

/// A run of text in the font, whose codes are one more than ASCII begins with.
private func run(_ text: String) -> String {
  let codes = text.unicodeScalars.map { scalar in
    let digits = String(scalar.value - 31, radix: 16)
    return "<" + String(repeating: "0", count: 4 - digits.count) + digits + "> Tj"
  }
  return "BT /F1 9 Tf " + codes.joined(separator: " 5 0 Td ") + " ET"
}

private func marked(_ mark: Int, _ content: String) -> String {
  "/Span <</MCID \(mark)>> BDC \(content) EMC"
}

@Suite("The text of a PDF")
struct PDFTextTests {
  private let first =
    [
      run("Head 1"), marked(0, "\(run("Ten")) \(run("and"))"), marked(1, run("2")),
      marked(2, run("Group")), marked(3, run("Number")),
      marked(
        4, "\(run("Wo")) /Span <</ActualText <FEFF00AD>>> BDC \(run("-")) EMC \(run("men"))"),
    ].joined(separator: "\n")
  private let second =
    [
      marked(0, run("Group")), marked(1, run("109")), marked(2, run("Door 4")),
      marked(3, run("1.")), marked(4, run("one")),
    ].joined(separator: "\n")

  @Test("is read element by element, in the order of the document")
  func blocks() throws {
    let text = try #require(try document(first: first, second: second).text)
    #expect(
      text.blocks.map(\.text) == [
        "Ten and\u{1}2", "Group", "Number", "Wo\u{AD}men", "109", "Door 4", "1.", "one",
      ])
    #expect(
      text.blocks.map(\.kind) == [
        .paragraph, .cell(table: 0, row: 0, column: 0), .cell(table: 0, row: 0, column: 1),
        .cell(table: 0, row: 1, column: 0), .cell(table: 0, row: 1, column: 1), .figure,
        .listLabel(list: 0, entry: 0), .paragraph,
      ])
    #expect(text.blocks.map(\.page) == [1, 1, 1, 1, 2, 2, 2, 2])
    #expect(text.alternatives.map(\.text) == ["A (path)"])
    #expect(text.artifacts == ["Head 1", ""])
    #expect(text.title == "R 1")
  }

  @Test("is not read at all where a part of it cannot be read")
  func unreadable() throws {
    // A code without a letter, a mark that no element has, a mark that does not end, a picture in the line.
    for odd in [
      "BT /F1 9 Tf <0999> Tj ET", marked(9, run("3")), "/Span <</MCID 1>> BDC", "BI ID EI",
    ] {
      #expect(try document(first: first, second: second + "\n" + odd).text == nil, "\(odd)")
    }
  }

  @Test("gives the outline the words of its headings")
  func outline() throws {
    let printed = try document(first: first, second: second)
    #expect(printed.text?.outline == ["TenTen", "Tenand2"])
    let finished = try #require(PrintedPDF(printed.finished(day: "2021-07-21", creator: "K")))
    #expect(finished.text?.outline == ["TenTen", "Ten and 2"])
    let twice = try document(first: marked(0, run("Ten")), second: "")
    let mended = try #require(PrintedPDF(twice.finished(day: "2021-07-21", creator: "K")))
    #expect(mended.text?.outline == ["Ten", "Tenand2"])
  }
}
