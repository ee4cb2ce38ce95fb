extension Rule {
  /// The explanation as a message, which other languages translate.
  package var page: Message { Message(form: explanation, arguments: []) }

  /// What the rule is for and what to do, for `katsaus explain`.
  package var explanation: String {
    switch self {
    case .citationUnknown:
      "A citation names a measure, dimension, code, function or fact that is not declared. The message offers the nearest name. `katsaus facts` lists what may be cited."
    case .citationSyntax:
      "A citation is not written as one: braces that are not closed, a function with other words than it takes, or a bare bar in a table."
    case .citationSuppressed:
      "The number must not be told, because it would point at few people, or because it leaves so few that they could be found. Speak of a larger group, or leave it out."
    case .citationUnavailable:
      "There is nothing to compare with, or nothing to take a share of. Earlier numbers stand in history.csv, each with its source."
    case .citationQuotes:
      "Word processors turn straight quotation marks into typographic ones. In a citation they were understood; write straight ones."
    case .claimUntrue:
      "A sentence claims in words what its numbers do not bear out, such as a majority for 42 percent."
    case .numberUnbound:
      "A number is typed by hand. Every number comes from the data, {{new_clients}}, or from facts.yaml with its source, {{fact coaching.weeks}}; days, times, years, telephone numbers, addresses, laws and codes need neither. Names in statistics.yaml, the code lists, publication.yaml and edition.yaml cite nothing and hold no number but the bounds of an age."
    case .numberNear:
      "A number typed by hand equals a published number or is a slip of the finger away from one. The message offers the citation to paste. It never looks at anything hidden."
    case .numberFormat:
      "A number is written as another language writes it, or broken in two: 1,051 and 52% are English, 1 051 and 52 % Finnish and Swedish."
    case .claimUnbound:
      "Words such as majority, doubled or nearly stand without a cited number. Prove them with {{… | is majority}} and the like, or declare the statement in facts.yaml with its source."
    case .claimHidden:
      "Words such as more, as many or half, or a declared number of persons, are said of a category whose count some table does not show, and would tell how many there are. Leave them out, or speak of a larger group that the edition shows."
    case .partsOpen:
      "A sentence, list or table gives parts beside their whole, and they do not add up to it. Correct the number that is wrong, or name the rest."
    case .shareWrong:
      "A share typed by hand does not come from the counts beside it. Shares are computed from the counts and rounded to whole numbers, halves up; the imprint says so."
    case .factContradicts:
      "One fact has two values: the same words stand with another number elsewhere in the edition, or the data give another."
    case .parityNumber:
      "One language cites a number, or writes a day, year, telephone number or law, that another does not have in the same article. The finding stands where one language differs from the rest."
    case .parityFigure:
      "The languages place other figures, or the same in another order."
    case .parityLink:
      "The languages of an article point to other places. Pages of one site in several languages count as the same."
    case .dateImpossible:
      "The calendar has no such day, as 31 June."
    case .dateReversed:
      "A range of days, months or years ends before it begins."
    case .dateWeekday:
      "A weekday stands beside a day that is another one."
    case .dateMixed:
      "One range writes its two days in two ways."
    case .dateOutsidePeriod:
      "A day, month or year stands beside numbers of the period, or in a title above them, and lies outside it; or a year lies after the release."
    case .dateRelative:
      "“Next autumn” means another time when it is read next year. Name the season with its year."
    case .baseUnnamed:
      "A half-year is compared with “last year”. Say with which part of it."
    case .noteExpired:
      "A note on a contact, such as a holiday, says with valid_until or with its own days how long it holds, and the edition is released after that."
    case .silenceUnused:
      "A silence in edition.yaml silences nothing any more and could hide something later."
    case .recordValue:
      "A cell of the records does not hold what its column has to hold. The message names row and column, never what stands there."
    case .recordDuplicate:
      "An identifier stands in two rows."
    case .recordMissing:
      "A column or a cell that has to be there is missing."
    case .recordEmpty:
      "A file of records holds none. A half-year without any is possible and rare."
    case .recordCode:
      "A code is not in its list. The row is counted as not recognised until the code is corrected or added."
    case .recordOrder:
      "Days run backwards, an answer lies before what it answers, or a record lacks what its kind needs. statistics.yaml says which: order, answers, needs."
    case .recordImplied:
      "A record breaks what statistics.yaml says of all of them under “implied”. Readers who know the field trust the rule, and so does the protection of what is hidden: nothing is built until the record is corrected or the rule is gone."
    case .recordFlow:
      "The number there at the end of the period does not follow from the one published for the end of the period before, with those who came and those who left. Often the export lacks people who left, or the earlier number was corrected since."
    case .recordColumn:
      "A column is not declared in statistics.yaml and was left out."
    case .recordEncoding:
      "A file is not UTF-8 and was read as Windows-1252, as older Excel saves it."
    case .recordFormat:
      "A file is not CSV: a workbook, or text in UTF-16."
    case .historyValue:
      "An earlier observation is not well formed, names no source, or contradicts another row."
    case .yamlSyntax:
      "A YAML file cannot be read. Mostly a value with a colon or brace in it needs quotation marks, or a line is indented wrongly."
    case .yamlKey:
      "A YAML file has a name that is not known there, or lacks one that is needed."
    case .yamlValue:
      "A value in a YAML file is not of the kind that belongs there."
    case .declarationUnknown:
      "statistics.yaml, edition.yaml or an article uses a name that is declared nowhere."
    case .declarationTwice:
      "Two record sets read the same file. They count the same persons, and no protection would know it: one number minus the other may be a single person. Declare the file once; a measure counts some of its records by “where”."
    case .codelistValue:
      "A code list has a row that cannot be used: a code twice, without order, or with signs that no citation can hold."
    case .frontMatter:
      "An article begins with its front matter between two lines of three hyphens, and has a title."
    case .htmlRaw:
      "Articles are Markdown. HTML would let anything into the page and is refused."
    case .markdownLimit:
      "A file, paragraph or nesting is larger than any review needs and could keep the program busy for minutes."
    case .markdownLoss:
      "Markdown would leave something out without a word: a note that nobody refers to, or a cell too many."
    case .blockUnknown:
      "A fenced block or box has a name near a known one."
    case .blockField:
      "A line of a fenced block is no field, or a field is unknown, missing, empty or there twice."
    case .linkBroken:
      "A link leads nowhere a reader can go."
    case .anchorMissing:
      "A reference points to a place that the edition does not have."
    case .imageMissing:
      "An image is not in the edition’s folder or cannot be read."
    case .imageAlt:
      "An image has no words for those who do not see it."
    case .imageUnsafe:
      "A drawing holds a script or loads something from elsewhere."
    case .imageLarge:
      "A photograph is larger than any page shows it, and slow to load on a telephone."
    case .headingSkipped:
      "Headings go down one level at a time, so that a screen reader can follow them."
    case .figureTwice:
      "A figure stands twice. Point to it the second time."
    case .figureUnplaced:
      "A table is declared and stands in no article."
    case .chartForm:
      "A table has not the shape that its form of chart needs, perhaps since a group came or went; it is drawn as bars until another form is chosen."
    case .translationMissing:
      "An article is not written in one of the languages."
    case .translationStale:
      "The original has changed since the article was translated. Its front matter says from which language it was translated and what each paragraph of the original was then; katsaus status shows which paragraphs changed."
    case .languageMissing:
      "A language of the publication has no folder in the edition."
    case .fileMissing:
      "A file that the project needs is not there."
    case .articleUnlisted:
      "A file of the edition stands in no list of articles."
    case .editionGone:
      "An edition was in the site and its folder is not in the content any more, so that a build of all editions took it out."
    case .editionUnnamed:
      "A folder holds an edition.yaml and is not named after a period, so that no edition is made of it."
    case .fileEncoding:
      "A file is not written in UTF-8."
    case .pathOutside:
      "A path leads out of the project’s folder, perhaps by a symbolic link."
    case .templateName:
      "A template uses a name that it is not given, or in the wrong number of braces."
    case .templateSyntax:
      "A template or style sheet cannot be understood."
    case .wordMissing:
      "A phrase or label is missing in a language."
    case .pdfBrowser:
      "A PDF was asked for and no browser is there to print it. Everything else is built."
    case .themeColour:
      "A colour of the theme cannot be read on what it stands on, or cannot be told from another by a colour-blind reader. Text needs a contrast of 4.5:1, parts of charts 3:1 (WCAG 2.2)."
    case .themeFont:
      "A font of the theme is not a WOFF2 file, or is too large to be sent to a telephone."
    case .disclosureExact:
      """
      A count that is hidden can be computed from numbers that are shown, in this edition or in an \
      earlier one. The message shows the sum. Merge the category with another one, or leave one of the \
      numbers out; the edition is not built before.
      """
    case .disclosureNarrow:
      """
      A count that is hidden can be narrowed down until fewer values are possible than the policy asks \
      for. Merge the category with another one, or leave one of the numbers out.
      """
    case .disclosureImplied:
      """
      The sum of some hidden counts can be computed, and it is a small group of persons. Merge the \
      categories with a larger one, or accept the finding in edition.yaml, with who decided and why.
      """
    case .disclosureIncomplete:
      "Hidden counts have too many sums to look at all of them to the end, so that a small group of persons "
        + "may be left that can be computed. What was looked at is safe."
    case .disclosureInconsistent:
      """
      Numbers that are published do not add up: two tables, or this edition and an earlier one, tell \
      different counts of the same persons. What cannot be true cannot be attacked either, so that \
      nothing is written until it is put right.
      """
    case .disclosureRevised:
      """
      An earlier edition published another number of the same persons than the records give now. The old \
      number tells nothing certain any more; readers should hear that it was revised. Or it counted by something \
      that is declared no more: then nothing compares its numbers with the new ones.
      """
    case .disclosureCorrected:
      """
      Some numbers differ by a few persons from what was published before: of the same time, or of its parts and \
      the whole, or what others leave of it. Who has both sees who was registered late. Leave those numbers out, or \
      accept the finding in edition.yaml, with who decided and why, each cell with its numbers as the message has it.
      """
    case .disclosureForgotten:
      """
      An edition of this year or the last counted by a measure, a dimension or a category that is declared no \
      more, or otherwise. Its numbers are known all the same, and one of them minus a new one may be a person. \
      Keep the old declaration beside the new one, which gets another name; no table has to print it.
      """
    case .disclosureUnread:
      """
      An earlier edition has errors, and no published.csv says what it told readers. So nobody can \
      look whether all its numbers and the new ones together tell of a small group.
      """
    case .disclosureHeadline:
      """
      A total that readers expect would have to be hidden to protect a small category. Merge small \
      categories of the table with “merge” in statistics.yaml, so that the total can stay.
      """
    case .disclosureException:
      "An exception to the threshold is not needed in this edition and could show a small number later."
    case .disclosureUnledgered:
      "A built file holds a number, a bar or a mark that the edition does not state at that place, or "
        + "lacks one that it states. Every file is read back before it is written, and again by the "
        + "audit: what is public has to be exactly what was cleared."
    }
  }
}
