// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "Gradus", path: "../..")],
  targets: [
    .executableTarget(
      name: "ReadText", dependencies: [.product(name: "Gradus", package: "Gradus")], path: ".",
      exclude: ["README.md", "syntax.dict"], sources: ["ReadText.swift"])
  ],
  swiftLanguageModes: [.v6]
)
