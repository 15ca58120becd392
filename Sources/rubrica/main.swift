internal import Glibc
internal import RubricaCommandLine

// A file that must not grow further is an error with its path, and a reader that has gone is one of
// whoever writes to it: neither is the end of the process, which may be putting bundles in their place.
_ = signal(SIGXFSZ, SIG_IGN)
_ = signal(SIGPIPE, SIG_IGN)
exit(CommandLineTool.run(Array(CommandLine.arguments.dropFirst())).rawValue)
