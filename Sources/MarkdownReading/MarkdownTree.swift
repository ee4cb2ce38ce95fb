import CCmarkGFM
import Synchronization

/// A node of cmark’s tree, copied into a value.
struct MarkdownNode: Sendable {
  enum Kind: Sendable, Equatable {
    case document, quote, list, entry, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case noteDefinition, table, tableRow, tableCell
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, link, image
    case noteReference
    case unknown
  }

  var kind: Kind
  /// Text, code, HTML, or the number of a note.
  var literal = ""
  /// The info string of a code block, the address of a link or image.
  var target = ""
  var title = ""
  /// The level of a heading, the first number of an ordered list.
  var number: Int?
  var isTight = false
  var alignments: [UInt8] = []
  /// Counted from 1; 0 where cmark does not tell.
  var line = 0
  var endLine = 0
  var children: [MarkdownNode] = []
}

/// Parses GitHub-flavoured Markdown; nil where it is nested deeper than `depth`.
///
/// cmark writes to tables of its own while it parses and even while its tree is read, so one document
/// at a time is parsed, copied and freed.
func parseMarkdown(_ text: String, depth: Int) -> MarkdownNode? {
  parsing.withLock { _ in copyOfTree(of: text, depth: depth) }
}

private let parsing = Mutex(())

private func copyOfTree(of text: String, depth: Int) -> MarkdownNode? {
  cmark_gfm_core_extensions_ensure_registered()
  let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE | CMARK_OPT_SOURCEPOS
  guard let parser = cmark_parser_new(options) else { return nil }
  defer { cmark_parser_free(parser) }
  for name in ["table", "strikethrough", "autolink"] {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
  }
  var text = text
  text.withUTF8 { bytes in
    bytes.withMemoryRebound(to: CChar.self) { characters in
      cmark_parser_feed(parser, characters.baseAddress, characters.count)
    }
  }
  guard let root = cmark_parser_finish(parser) else { return nil }
  defer { cmark_node_free(root) }
  guard let iterator = cmark_iter_new(root) else { return nil }
  defer { cmark_iter_free(iterator) }
  var stack: [MarkdownNode] = []
  while true {
    let event = cmark_iter_next(iterator)
    guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return nil }
    if event == CMARK_EVENT_ENTER {
      guard stack.count < depth else { return nil }
      stack.append(copy(of: node))
      // A leaf has no event of its own on the way out.
      guard cmark_node_first_child(node) == nil, isLeaf(node) else { continue }
    }
    guard let finished = stack.popLast() else { return nil }
    guard !stack.isEmpty else { return finished }
    stack[stack.count - 1].children.append(finished)
  }
}

/// The kinds for which cmark’s iterator gives no exit event.
private func isLeaf(_ node: OpaquePointer) -> Bool {
  switch cmark_node_get_type(node) {
  case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
    CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
    true
  default: false
  }
}

private func copy(of node: OpaquePointer) -> MarkdownNode {
  var copy = MarkdownNode(kind: kind(of: node))
  copy.line = Int(cmark_node_get_start_line(node))
  copy.endLine = Int(cmark_node_get_end_line(node))
  switch copy.kind {
  case .text, .code, .codeBlock, .htmlBlock, .htmlInline, .noteReference, .noteDefinition:
    copy.literal = string(cmark_node_get_literal(node))
    if copy.kind == .codeBlock { copy.target = string(cmark_node_get_fence_info(node)) }
  case .link, .image:
    copy.target = string(cmark_node_get_url(node))
    copy.title = string(cmark_node_get_title(node))
  case .heading:
    copy.number = Int(cmark_node_get_heading_level(node))
  case .list:
    copy.isTight = cmark_node_get_list_tight(node) != 0
    if cmark_node_get_list_type(node) == CMARK_ORDERED_LIST {
      copy.number = Int(cmark_node_get_list_start(node))
    }
  case .table:
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    if let alignments = cmark_gfm_extensions_get_table_alignments(node) {
      copy.alignments = (0..<count).map { alignments[$0] }
    }
  default: break
  }
  return copy
}

private func string(_ characters: UnsafePointer<CChar>?) -> String {
  characters.map { String(cString: $0) } ?? ""
}

/// Footnotes have no name of their own in cmark, so the numbers are asked before the names.
private func kind(of node: OpaquePointer) -> MarkdownNode.Kind {
  switch cmark_node_get_type(node) {
  case CMARK_NODE_DOCUMENT: return .document
  case CMARK_NODE_BLOCK_QUOTE: return .quote
  case CMARK_NODE_LIST: return .list
  case CMARK_NODE_ITEM: return .entry
  case CMARK_NODE_CODE_BLOCK: return .codeBlock
  case CMARK_NODE_HTML_BLOCK: return .htmlBlock
  case CMARK_NODE_PARAGRAPH: return .paragraph
  case CMARK_NODE_HEADING: return .heading
  case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
  case CMARK_NODE_FOOTNOTE_DEFINITION: return .noteDefinition
  case CMARK_NODE_TEXT: return .text
  case CMARK_NODE_SOFTBREAK: return .softBreak
  case CMARK_NODE_LINEBREAK: return .lineBreak
  case CMARK_NODE_CODE: return .code
  case CMARK_NODE_HTML_INLINE: return .htmlInline
  case CMARK_NODE_EMPH: return .emphasis
  case CMARK_NODE_STRONG: return .strong
  case CMARK_NODE_LINK: return .link
  case CMARK_NODE_IMAGE: return .image
  case CMARK_NODE_FOOTNOTE_REFERENCE: return .noteReference
  default: break
  }
  switch string(cmark_node_get_type_string(node)) {
  case "table": return .table
  case "table_row", "table_header": return .tableRow
  case "table_cell": return .tableCell
  case "strikethrough": return .strikethrough
  default: return .unknown
  }
}
