import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Numbers in every place and form that an article has: what is built of them reads as it was composed.
@Suite("Every place for a number")
struct RichTextTests {
  private static let article = """

    ## 12 offices, one number: 1,051 and 1\u{A0}051

    **1**09 people, *45*[^1] of them, 3,5 % and 58\u{A0}%, 4.5 and −7 degrees, 1st and 3:e, one hundred
    and nine, forty-five, kaksikymmentä\u{AD}kolme, nelja\u{308}, tjugotre, ½ and IV, `H1 = 3`, ~~17~~,
    <https://example.org/2021/3>, [page 7](https://example.org/a7 "Part 2") and [14](#contact).[^2]

    3. third
    4. fourth with 4

       and a paragraph of 2021

    - a list
      1. nested 5
      2. nested 6

    > Quoted 8 times

    > [!NOTE]
    > Boxed 9

    | Age, 18–29 years and very much older than that | 30–39 years, which is a long head | 2021 |
    |---|---:|---:|
    | Group 1 | 11 | 12 |
    | 2021 and a label that is so long that it has to go on over several lines 3 | 1,234 | 0 |

    ```
    code 10
      20
    ```

    ![A drawing with 3 people](images/coaching.svg)

    ```course
    title: Course 101
    where: Room 12
    opens: 1 March 2022, 9.30–11
    text: Five days, 3 credits
    ```

    ```contact
    heading: 24 hours
    name: Desk 5
    title: 2 persons
    phone: +358 295 463 171
    email: desk5@example.org
    note: Days 1–5
    ```

    ```pullquote
    text: Two of 3
    speaker: Speaker 4
    ```

    ### 2021

    [^1]: Note of 16 words, with [a link 3](https://example.org/x9).
    [^2]: Second, 18.

        Second paragraph 19.
    """

  private func findings(_ language: String, _ article: String) throws -> [Diagnostic] {
    let workshop = try Workshop()
    defer { workshop.close() }
    try workshop.edit("Content/2021-H1/\(language)/personnel.md") { $0 + article }
    let project = try #require(try Project.read(workshop.folders).value)
    let read = try project.readEdition("2021-H1", languages: project.publication.languages)
    let content = try #require(read.value)
    let protected = project.protect(content).value
    // What is wrong with its numbers is another matter.
    let editions = project.composed(content, protected).value
    let renditions = editions.flatMap {
      project.renditions(of: $0, words: $1, on: project.paper(of: content))
    }
    let page = renditions.first { $0.path.hasSuffix("\(language)/index.html") }
    let text = String(decoding: page?.bytes ?? [], as: UTF8.self)
    for part in ["Room 12", "Quoted 8", "nested 6", "1,234", "Speaker 4", "Second paragraph 19"] {
      #expect(text.contains(part), "the page lacks “\(part)”")
    }
    return renditions.findings(
      expected: project.statements(of: content, editions, protected), site: "site")
  }

  @Test("reads as it was composed", arguments: Mutation.languages)
  func all(_ language: String) throws {
    let found = try findings(language, Self.article)
    #expect(found.isEmpty, "\(found.map(\.rendered).joined(separator: "\n"))")
  }
}
