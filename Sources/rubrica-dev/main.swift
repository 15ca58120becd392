internal import ArgumentParser
internal import RubricaDevelopment

DevelopmentCommand.main()
