internal import Glibc
internal import RubricaCommandLine

// A file that must not grow further is an error with its path, not the end of the process.
_ = signal(SIGXFSZ, SIG_IGN)
exit(CommandLineTool.run(Array(CommandLine.arguments.dropFirst())).rawValue)
