// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]

/// Disclosure control is arithmetic through and through: without the optimiser the tests that attack
/// hundreds of editions would take hours.
let arithmetic: [SwiftSetting] = [
  .unsafeFlags(["-O"], .when(configuration: .debug))
]

/// A target of the project: it sees what it names and nothing else.
func layer(
  _ name: String, knows dependencies: [Target.Dependency] = [], with more: [SwiftSetting] = []
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings + more)
}

func tests(_ name: String, of dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
  name: "Katsaus",
  products: [.executable(name: "katsaus", targets: ["katsaus"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm", providers: [.apt(["libcmark-gfm-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
    .target(name: "CRename"),

    layer("Diagnostics"),
    layer("Periods"),
    layer("YAMLReading", knows: ["Diagnostics", .product(name: "Yams", package: "Yams")]),
    layer(
      "Statistics",
      knows: [
        "Diagnostics", "Periods", "YAMLReading", .product(name: "BigInt", package: "BigInt"),
      ], with: arithmetic),
    layer("Localization", knows: ["Diagnostics", "Periods", "YAMLReading"]),
    .target(
      name: "MessageCatalogue", dependencies: ["Diagnostics", "YAMLReading"],
      resources: [.embedInCode("fi.yaml"), .embedInCode("sv.yaml")], swiftSettings: settings),
    layer("Charting"),
    layer("Palette"),
    layer("PDFEditing", knows: ["CZlib"]),
    layer("Photographs", knows: ["CTurboJPEG"]),
    layer("DocumentModel", knows: ["Diagnostics", "Charting"]),
    layer("MarkdownReading", knows: ["CCmarkGFM", "DocumentModel", "Diagnostics", "YAMLReading"]),
    layer(
      "Composition",
      knows: [
        "Statistics", "Localization", "DocumentModel", "Charting", "Palette", "YAMLReading",
        "Diagnostics", "Periods",
      ]),
    layer(
      "Checking",
      knows: [
        "Composition", "Statistics", "Localization", "DocumentModel", "Diagnostics", "Periods",
        "YAMLReading",
      ]),
    layer(
      "Writing", knows: ["DocumentModel", "Charting", "Palette", "Localization", "Diagnostics"]),
    layer("ReadingBack", knows: ["Localization", "PDFEditing"]),
    layer("FactLedger", knows: ["DocumentModel", "Charting", "Localization"]),
    layer(
      "Reconciliation",
      knows: ["FactLedger", "ReadingBack", "Charting", "Localization", "Diagnostics"]),
    layer(
      "Templating", knows: ["Diagnostics", .product(name: "Mustache", package: "swift-mustache")]),
    layer(
      "Publishing",
      knows: [
        "CCrypto", "CRename", "MessageCatalogue", "Checking", "Composition", "MarkdownReading",
        "Writing", "Templating", "FactLedger", "ReadingBack", "Reconciliation", "PDFEditing",
        "Palette", "Photographs", "Statistics",
        "Localization", "DocumentModel", "YAMLReading", "Diagnostics", "Periods",
      ]),
    .executableTarget(
      name: "katsaus",
      dependencies: [
        "Publishing", "MessageCatalogue", "Localization", "Statistics", "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["Statistics", "Diagnostics", "Periods", "YAMLReading"],
      path: "Tests/TestSupport", swiftSettings: settings),
    tests(
      "MarkdownReadingTests",
      of: ["MarkdownReading", "DocumentModel", "Diagnostics", "TestSupport"]),
    tests("ChartingTests", of: ["Charting", "TestSupport"]),
    tests("PaletteTests", of: ["Palette"]),
    tests("PDFEditingTests", of: ["PDFEditing"]),
    tests("PhotographsTests", of: ["Photographs", "TestSupport"]),
    .executableTarget(
      name: "aggregation-benchmark", dependencies: ["Statistics", "Diagnostics", "TestSupport"],
      path: "Tests/Benchmarks/Aggregation", swiftSettings: settings),
    .executableTarget(
      name: "disclosure-benchmark", dependencies: ["Statistics", "Diagnostics", "TestSupport"],
      path: "Tests/Benchmarks/Disclosure", swiftSettings: settings),
    .executableTarget(
      name: "read-back-benchmark", dependencies: ["Publishing"],
      path: "Tests/Benchmarks/ReadBack", swiftSettings: settings),
    tests(
      "LocalizationTests",
      of: ["Localization", "YAMLReading", "Diagnostics", "Periods", "TestSupport"]),
    tests("ReadingBackTests", of: ["ReadingBack", "Localization"]),
    tests("TemplatingTests", of: ["Templating", "Diagnostics"]),
    tests(
      "WritingTests",
      of: ["Writing", "Charting", "DocumentModel", "Localization", "Diagnostics", "TestSupport"]),
    tests(
      "PublishingTests",
      of: [
        "Publishing", "FactLedger", "DocumentModel", "MessageCatalogue", "Localization",
        "Statistics", "Diagnostics", "TestSupport",
      ]),
    tests("CommandTests", of: ["katsaus", "TestSupport"]),
    tests(
      "CompositionTests",
      of: [
        "Composition", "Statistics", "Localization", "DocumentModel", "YAMLReading", "Diagnostics",
        "Periods", "TestSupport",
      ]),
    tests(
      "StatisticsTests", of: ["Statistics", "Diagnostics", "Periods", "YAMLReading", "TestSupport"]),
  ]
)
