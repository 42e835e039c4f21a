// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Consumer",
  dependencies: [.package(name: "Gradus", path: "../..")],
  targets: [.executableTarget(name: "Consumer", dependencies: ["Gradus"])],
  swiftLanguageModes: [.v6]
)
