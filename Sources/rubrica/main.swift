internal import Glibc
internal import RubricaCommandLine

exit(CommandLineTool.run(Array(CommandLine.arguments.dropFirst())).rawValue)
