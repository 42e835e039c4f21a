// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Gradus",
  products: [
    .library(name: "Gradus", targets: ["Gradus"]),
    .executable(name: "gradus", targets: ["GradusTool"]),
  ],
  targets: [
    .target(name: "GradusKernels"),
    .target(name: "Gradus", dependencies: ["GradusKernels"]),
    .executableTarget(name: "GradusTool", dependencies: ["Gradus"]),
    .executableTarget(name: "GradusBenchmarks", dependencies: ["Gradus"]),
    .testTarget(name: "GradusTests", dependencies: ["Gradus"]),
    .testTarget(name: "GradusToolTests", dependencies: ["GradusTool"]),
  ],
  swiftLanguageModes: [.v6]
)
