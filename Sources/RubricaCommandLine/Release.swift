/// Which Rubrica this is.
package enum Release {
  package static let version = "0.1.0"
  package static let name = "rubrica \(version)"
}
