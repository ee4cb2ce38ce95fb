/// What can be found wrong with what people wrote, by the name that messages carry in brackets.
package enum Rule: String, Sendable, Hashable, CaseIterable {
  // Citations
  case citationUnknown = "citation-unknown"
  case citationSyntax = "citation-syntax"
  case citationSuppressed = "citation-suppressed"
  case citationUnavailable = "citation-unavailable"
  case citationQuotes = "citation-quotes"
  case claimUntrue = "claim-untrue"

  // Numbers, claims and dates in prose
  case numberUnbound = "number-unbound"
  case numberNear = "number-near"
  case numberFormat = "number-format"
  case claimUnbound = "claim-unbound"
  case claimHidden = "claim-hidden"
  case partsOpen = "parts-open"
  case shareWrong = "share-wrong"
  case factContradicts = "fact-contradicts"
  case parityNumber = "parity-number"
  case parityFigure = "parity-figure"
  case parityLink = "parity-link"
  case dateImpossible = "date-impossible"
  case dateReversed = "date-reversed"
  case dateWeekday = "date-weekday"
  case dateMixed = "date-mixed"
  case dateOutsidePeriod = "date-outside-period"
  case dateRelative = "date-relative"
  case baseUnnamed = "base-unnamed"
  case noteExpired = "note-expired"
  case silenceUnused = "silence-unused"

  // Records and the files beside them
  case recordValue = "record-value"
  case recordDuplicate = "record-duplicate"
  case recordMissing = "record-missing"
  case recordEmpty = "record-empty"
  case recordCode = "record-code"
  case recordOrder = "record-order"
  case recordImplied = "record-implied"
  case recordFlow = "record-flow"
  case recordColumn = "record-column"
  case recordEncoding = "record-encoding"
  case recordFormat = "record-format"
  case historyValue = "history-value"

  // Declarations
  case yamlSyntax = "yaml-syntax"
  case yamlKey = "yaml-key"
  case yamlValue = "yaml-value"
  case declarationUnknown = "declaration-unknown"
  case declarationTwice = "declaration-twice"
  case codelistValue = "codelist-value"

  // Articles
  case frontMatter = "front-matter"
  case htmlRaw = "html-raw"
  case markdownLimit = "markdown-limit"
  case markdownLoss = "markdown-loss"
  case blockUnknown = "block-unknown"
  case blockField = "block-field"
  case linkBroken = "link-broken"
  case anchorMissing = "anchor-missing"
  case imageMissing = "image-missing"
  case imageAlt = "image-alt"
  case imageUnsafe = "image-unsafe"
  case imageLarge = "image-large"
  case headingSkipped = "heading-skipped"
  case figureTwice = "figure-twice"
  case figureUnplaced = "figure-unplaced"
  case chartForm = "chart-form"
  case translationMissing = "translation-missing"
  case translationStale = "translation-stale"
  case languageMissing = "language-missing"

  // The project's own folders
  case fileMissing = "file-missing"
  case articleUnlisted = "article-unlisted"
  case editionUnnamed = "edition-unnamed"
  case editionGone = "edition-gone"
  case fileEncoding = "file-encoding"
  case pathOutside = "path-outside"
  case templateName = "template-name"
  case templateSyntax = "template-syntax"
  case wordMissing = "word-missing"
  case pdfBrowser = "pdf-browser"
  case themeColour = "theme-colour"
  case themeFont = "theme-font"

  // Disclosure control
  case disclosureException = "disclosure-exception"
  case disclosureExact = "disclosure-exact"
  case disclosureNarrow = "disclosure-narrow"
  case disclosureImplied = "disclosure-implied"
  case disclosureIncomplete = "disclosure-incomplete"
  case disclosureInconsistent = "disclosure-inconsistent"
  case disclosureRevised = "disclosure-revised"
  case disclosureCorrected = "disclosure-corrected"
  case disclosureForgotten = "disclosure-forgotten"
  case disclosureUnread = "disclosure-unread"
  case disclosureHeadline = "disclosure-headline"
  case disclosureUnledgered = "disclosure-unledgered"

  package var severity: Severity {
    switch self {
    case .recordCode, .translationStale, .noteExpired, .recordOrder, .recordEncoding, .claimUnbound,
      .dateOutsidePeriod,
      .dateRelative,
      .baseUnnamed,
      .silenceUnused, .figureUnplaced, .chartForm, .pdfBrowser, .imageLarge, .articleUnlisted,
      .editionUnnamed, .editionGone, .recordEmpty,
      .disclosureException, .disclosureRevised, .disclosureUnread, .disclosureIncomplete:
      .warning
    case .recordColumn, .recordFlow, .citationQuotes: .note
    default: .error
    }
  }
}
