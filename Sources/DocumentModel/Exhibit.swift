import Charting
import Diagnostics

/// A value that passed disclosure control, in the words of one language.
package struct PublishedValue: Sendable, Hashable {
  /// Empty for a claim, which prints nothing.
  package var text: String
  /// Nil where a citation could not be answered.
  package var fact: Fact?

  package init(text: String, fact: Fact? = nil) {
    self.text = text
    self.fact = fact
  }
}

/// What stands in the text as a block of its own.
package enum Exhibit: Sendable, Hashable {
  case figure(Figure)
  case keyFigures([KeyFigure])
  case course(Course)
  case contact(Contact)
  case pullQuote(PullQuote)
  case funder(Funder)
}

/// A numbered chart or table of the edition.
package struct Figure: Sendable, Hashable {
  /// The anchor, and the name of its data file.
  package var id: String
  /// Through the whole publication, from 1.
  package var number: Int
  /// What the figure shows, as a statement.
  package var title: [Inline<Composed>]
  /// Measure, period and n.
  package var measureLine: String
  /// Nil when the figure is a table only.
  package var chart: Chart?
  /// What the chart is and says, for those who do not see it.
  package var description: String
  package var table: DataTable
  /// Below the figure: marks explained, notes of the editor.
  package var notes: [[Inline<Composed>]]
  package var source: String
  /// From the edition's folder: `data/<id>.csv`.
  package var dataPath: String
  package var facts: FigureFacts

  package init(
    id: String, number: Int, title: [Inline<Composed>], measureLine: String, chart: Chart?,
    description: String, table: DataTable, notes: [[Inline<Composed>]], source: String,
    dataPath: String, facts: FigureFacts = FigureFacts()
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.measureLine = measureLine
    self.chart = chart
    self.description = description
    self.table = table
    self.notes = notes
    self.source = source
    self.dataPath = dataPath
    self.facts = facts
  }
}

/// A table of published values in one language.
package struct DataTable: Sendable, Hashable {
  package struct Row: Sendable, Hashable {
    package var label: String
    /// As many as the table has columns.
    package var values: [String]
    package var isTotal: Bool

    package init(label: String, values: [String], isTotal: Bool = false) {
      self.label = label
      self.values = values
      self.isTotal = isTotal
    }
  }

  package var caption: String
  /// The heading over the row labels.
  package var stubHead: String
  package var columns: [String]
  package var rows: [Row]

  package init(caption: String, stubHead: String, columns: [String], rows: [Row]) {
    self.caption = caption
    self.stubHead = stubHead
    self.columns = columns
    self.rows = rows
  }
}

/// A number set large, with what it counts.
package struct KeyFigure: Sendable, Hashable {
  package var value: [Inline<Composed>]
  package var label: [Inline<Composed>]
  package var note: [Inline<Composed>]?

  package init(
    value: [Inline<Composed>], label: [Inline<Composed>], note: [Inline<Composed>]?
  ) {
    self.value = value
    self.label = label
    self.note = note
  }
}

/// A training course: title, labelled facts, text.
package struct Course: Sendable, Hashable {
  package struct Fact: Sendable, Hashable {
    package var label: String
    package var content: [Inline<Composed>]

    package init(label: String, content: [Inline<Composed>]) {
      self.label = label
      self.content = content
    }
  }

  package var id: String
  package var title: [Inline<Composed>]
  package var facts: [Fact]
  package var text: [Block<Composed>]

  package init(id: String, title: [Inline<Composed>], facts: [Fact], text: [Block<Composed>]) {
    self.id = id
    self.title = title
    self.facts = facts
    self.text = text
  }
}

/// A person or a service to turn to.
package struct Contact: Sendable, Hashable {
  package var heading: [Inline<Composed>]?
  package var name: [Inline<Composed>]
  package var title: [Inline<Composed>]?
  /// As printed: `+358 295 463 171`.
  package var phone: String?
  /// An address, or a pattern such as *firstname.lastname@migri.fi*, which is no link.
  package var email: String?
  package var emailIsPattern: Bool
  package var note: [Inline<Composed>]?

  package init(
    heading: [Inline<Composed>]? = nil, name: [Inline<Composed>], title: [Inline<Composed>]? = nil,
    phone: String? = nil, email: String? = nil, emailIsPattern: Bool = false,
    note: [Inline<Composed>]? = nil
  ) {
    self.heading = heading
    self.name = name
    self.title = title
    self.phone = phone
    self.email = email
    self.emailIsPattern = emailIsPattern
    self.note = note
  }
}

/// A sentence of the article set apart; readers meet it twice, so it is an ornament.
package struct PullQuote: Sendable, Hashable {
  package var text: [Inline<Composed>]
  package var speaker: [Inline<Composed>]?

  package init(text: [Inline<Composed>], speaker: [Inline<Composed>]?) {
    self.text = text
    self.speaker = speaker
  }
}

/// Who pays for a project, with the emblem its rules ask for.
package struct Funder: Sendable, Hashable {
  package var emblem: Image?
  /// Set large: the programme's slogan.
  package var slogan: [Inline<Composed>]?
  package var names: [[Inline<Composed>]]
  package var text: [Inline<Composed>]?

  package init(
    emblem: Image?, slogan: [Inline<Composed>]?, names: [[Inline<Composed>]],
    text: [Inline<Composed>]?
  ) {
    self.emblem = emblem
    self.slogan = slogan
    self.names = names
    self.text = text
  }
}
