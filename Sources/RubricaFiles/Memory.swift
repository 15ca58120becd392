internal import CLinux

/// How the process deals with memory that it has freed.
package enum Memory {
  /// Keeps freed pages for the next guideline instead of giving them back to the system each time:
  /// asking for them again costs more than compiling a small guideline.
  package static func keepFreedPages() {
    mallopt(M_TRIM_THRESHOLD, 512 << 20)
    mallopt(M_MMAP_THRESHOLD, 32 << 20)
  }
}
