/// The toolkit's version.
public enum GradusVersion {
  public static let current = "0.1.0"
}
