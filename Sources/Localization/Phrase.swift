/// What the program itself says to a reader, by the name under which `Templates/words/` holds it.
package enum Phrase: String, Sendable, Hashable, CaseIterable {
  // The page
  case skipToContent = "skip-to-content"
  case contents
  case publishedLater = "published-later"
  case keyFigures = "key-figures"
  case language
  case formats
  case plainText = "plain-text"
  case printVersion = "print-version"
  case pdf
  /// What a bar with the helpline is.
  case help
  case leavePage = "leave-page"
  case stockPhoto = "stock-photo"
  /// With `page`.
  case onPage = "on-page"
  case allEditions = "all-editions"
  case inThisReview = "in-this-review"
  case notes
  case illustration
  /// Before words that are struck through.
  case struck
  case email
  case phone
  case web
  /// With `number`.
  case noteNumber = "note-number"
  /// With `number`.
  case backToText = "back-to-text"
  case table
  case funding
  case onSocialMedia = "on-social-media"

  // Boxes
  case boxNote = "box-note"
  case boxTip = "box-tip"
  case boxImportant = "box-important"
  case boxWarning = "box-warning"
  case boxCaution = "box-caution"
  case courseWhere = "course-where"
  case courseOpens = "course-opens"
  case courseDuration = "course-duration"
  case courseExtent = "course-extent"
  case courseLanguages = "course-languages"
  case courseAudience = "course-audience"
  case coursePeople = "course-people"
  case courseLink = "course-link"
  case emailPattern = "email-pattern"

  // Figures
  /// With `number`.
  case figure
  /// The same in running text, with `number`.
  case figureReference = "figure-reference"
  case showTable = "show-table"
  case downloadData = "download-data"
  /// With `source` and `date`.
  case source
  case total
  case count
  case share
  case other
  case period
  case notKnown = "not-known"
  case notRecognised = "not-recognised"
  case notKnownOrRecognised = "not-known-or-recognised"
  /// With `label`, `period` and `n`.
  case measureLine = "measure-line"
  /// With `label` and `period`.
  case measureLineWithoutTotal = "measure-line-without-total"
  /// With `label`, `part` and `years`.
  case measureLineSeries = "measure-line-series"
  /// With `measure` and `dimensions`.
  case measureBy = "measure-by"
  /// With `rest` and `count`.
  case restCount = "rest-count"
  case markSuppressed = "mark-suppressed"
  case markNotAvailable = "mark-not-available"
  case markNotApplicable = "mark-not-applicable"
  case noteSuppressed = "note-suppressed"
  case noteNotAvailable = "note-not-available"
  case noteNotApplicable = "note-not-applicable"
  /// With `threshold`.
  case noteMerged = "note-merged"
  /// With `threshold` and `imprint`.
  case noteException = "note-exception"
  /// With `names`.
  case noteZeros = "note-zeros"
  /// With `shown` and `all`.
  case noteLargest = "note-largest"
  case noteDrawn = "note-drawn"
  case markBreak = "mark-break"
  case markPreliminary = "mark-preliminary"
  /// With `year` and `reason`.
  case noteBreak = "note-break"
  case notePreliminary = "note-preliminary"
  /// With `size`.
  case unitRow = "unit-row"

  // Descriptions of charts
  case describeBars = "describe-bars"
  case describeGroupedBars = "describe-grouped-bars"
  case describeStackedBar = "describe-stacked-bar"
  case describeShareRows = "describe-share-rows"
  case describeTimeSeries = "describe-time-series"
  case describePyramid = "describe-pyramid"
  case describeDotPlot = "describe-dot-plot"
  case describeSlope = "describe-slope"
  case describeSmallMultiples = "describe-small-multiples"
  case describeTiles = "describe-tiles"
  case describeUnitRows = "describe-unit-rows"
  /// With `name` and `value`.
  case describeLargest = "describe-largest"
  /// With `name` and `value`.
  case describeSmallest = "describe-smallest"
  /// With `value`.
  case describeTotal = "describe-total"
  /// With `first`, `firstValue`, `last` and `lastValue`.
  case describeFromTo = "describe-from-to"
  /// With `percent`.
  case describeRise = "describe-rise"
  /// With `percent`.
  case describeFall = "describe-fall"
  /// With `names`.
  case describeMissing = "describe-missing"

  // The imprint
  case colophon
  /// With `edition` and `published`.
  case colophonEdition = "colophon-edition"
  /// With `address`.
  case colophonChecksum = "colophon-checksum"
  case imprint
  /// With `day`.
  case published
  case synthetic
  /// With `threshold`.
  case protection
  /// What a mark means to a reader, by whether zeros are shown.
  case zerosShown = "zeros-shown"
  case zerosHidden = "zeros-hidden"
  /// That other numbers are hidden too, and that an attack was tried.
  case secondary
  /// Which properties count as personal.
  case personal
  /// Which numbers are always shown.
  case alwaysShown = "always-shown"
  case dividedException = "divided-exception"
  case rounding
  case exceptions
  /// With `name`.
  case decidedBy = "decided-by"
}
