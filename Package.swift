// swift-tools-version: 6.2
import PackageDescription

// The rooms, from the bottom up. A target imports only what stands below it; `docs/architecture.md`
// has a line for each room, and a test holds every `import` against that table.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  // The rooms are small and call each other in every loop: let the optimiser look across them.
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

let package = Package(
  name: "rubrica",
  products: [
    .executable(name: "rubrica", targets: ["rubrica"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    // Layer 0: the C parsers, and the bytes of a file.
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CLinux"),
    .target(name: "RubricaSource", swiftSettings: settings),
    .target(name: "RubricaTemplates", swiftSettings: settings),
    // Layer 1: trees with spans, and the model of a guideline.
    .target(
      name: "RubricaSyntax", dependencies: ["CCMark", "CYAML", "RubricaSource"],
      swiftSettings: settings),
    .target(name: "RubricaModel", dependencies: ["RubricaSource"], swiftSettings: settings),
    .target(
      name: "RubricaBundle", dependencies: [.product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: settings),
    // Layer 2: what is said about a guideline, and what is made of it.
    .target(
      name: "RubricaRules", dependencies: ["RubricaModel", "RubricaSource", "RubricaSyntax"],
      swiftSettings: settings),
    .target(
      name: "RubricaTargets",
      dependencies: ["RubricaBundle", "RubricaModel", "RubricaSource", "RubricaTemplates"],
      swiftSettings: settings),
    .target(
      name: "RubricaDifference", dependencies: ["RubricaModel", "RubricaSource"],
      swiftSettings: settings),
    .target(
      name: "RubricaSignature",
      dependencies: [
        "RubricaBundle", "RubricaSource", "RubricaSyntax",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: settings),
    .target(
      name: "RubricaLint", dependencies: ["RubricaSource", "RubricaSyntax"],
      swiftSettings: settings),
    // Layer 3: what of a guideline people agree to.
    .target(
      name: "RubricaGovernance",
      dependencies: [
        "RubricaBundle", "RubricaDifference", "RubricaModel", "RubricaSignature", "RubricaSource",
        "RubricaSyntax", "RubricaTargets",
      ],
      swiftSettings: settings),
    // Layer 4: the pipeline.
    .target(
      name: "RubricaCompiler",
      dependencies: [
        "RubricaSource", "RubricaSyntax", "RubricaModel", "RubricaRules", "RubricaTargets",
        "RubricaBundle", "RubricaDifference", "RubricaGovernance", "RubricaSignature",
        "RubricaTemplates",
      ],
      swiftSettings: settings),
    .target(
      name: "RubricaImport", dependencies: ["RubricaModel", "RubricaSource", "RubricaSyntax"],
      swiftSettings: settings),
    // Layer 5: the real file system.
    .target(
      name: "RubricaFiles", dependencies: ["CLinux", "RubricaSource"], swiftSettings: settings),
    // Layer 6: the terminal.
    .target(
      name: "RubricaCommandLine",
      dependencies: [
        "RubricaSource", "RubricaSyntax", "RubricaModel", "RubricaRules", "RubricaTargets",
        "RubricaBundle", "RubricaDifference", "RubricaSignature", "RubricaGovernance",
        "RubricaCompiler", "RubricaImport", "RubricaFiles",
        "RubricaLint", "RubricaTemplates",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .target(
      name: "RubricaDevelopment",
      dependencies: [
        "RubricaSource", "RubricaRules", "RubricaTargets", "RubricaCompiler", "RubricaSignature",
        "RubricaLint", "RubricaGovernance",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    // Layer 7: the programs.
    .executableTarget(
      name: "rubrica", dependencies: ["RubricaCommandLine"], swiftSettings: settings,
      // One file without a loader: it starts three times faster, and runs on any Linux.
      linkerSettings: [.unsafeFlags(["-static-executable"], .when(configuration: .release))]),
    .executableTarget(
      name: "rubrica-dev",
      dependencies: [
        "RubricaDevelopment",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: settings),
    // Tests, from the bottom up.
    .testTarget(
      name: "RubricaSourceTests", dependencies: ["RubricaSource"], swiftSettings: settings),
    .testTarget(
      name: "RubricaSyntaxTests", dependencies: ["RubricaSyntax", "RubricaSource"],
      swiftSettings: settings),
    .testTarget(
      name: "RubricaSignatureTests",
      dependencies: [
        "RubricaSignature", "RubricaBundle", "RubricaSource", "RubricaSyntax",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "RubricaLintTests", dependencies: ["RubricaLint", "RubricaSource"],
      swiftSettings: settings),
    .testTarget(
      name: "RubricaCompilerTests",
      dependencies: [
        "RubricaCompiler", "RubricaModel", "RubricaSource", "RubricaSyntax", "RubricaTemplates",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "RubricaRulesTests",
      dependencies: ["RubricaCompiler", "RubricaModel", "RubricaRules", "RubricaSource"],
      swiftSettings: settings),
    .testTarget(
      name: "RubricaTargetsTests",
      dependencies: [
        "RubricaSource", "RubricaModel", "RubricaTargets", "RubricaCompiler", "RubricaBundle",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "RubricaDifferenceTests",
      dependencies: ["RubricaCompiler", "RubricaDifference", "RubricaModel", "RubricaSource"],
      swiftSettings: settings),
    .testTarget(
      name: "RubricaGovernanceTests",
      dependencies: [
        "RubricaBundle", "RubricaCompiler", "RubricaDifference", "RubricaGovernance",
        "RubricaModel", "RubricaSignature", "RubricaSource",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "RubricaGoldenTests",
      dependencies: [
        "RubricaBundle", "RubricaCompiler", "RubricaFiles", "RubricaModel", "RubricaSource",
        "RubricaTargets",
      ], swiftSettings: settings),
    .testTarget(
      name: "RubricaImportTests",
      dependencies: [
        "RubricaImport", "RubricaCompiler", "RubricaModel", "RubricaSource", "RubricaSyntax",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "RubricaDevelopmentTests", dependencies: ["RubricaDevelopment"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
