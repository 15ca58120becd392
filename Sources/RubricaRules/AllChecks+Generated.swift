package enum AllChecks { package static let all: [any Check.Type] = [] }
