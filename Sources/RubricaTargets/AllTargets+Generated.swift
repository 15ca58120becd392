package enum AllTargets { package static let all: [any Target.Type] = [] }
