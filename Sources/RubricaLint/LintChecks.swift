package import RubricaSource

/// What `rubrica lint` can find. The examples are whole documents.
package enum LintChecks {
  package static let all = [document, duplicate, missing, property, reference, value]

  package static let document = CheckInfo(
    id: "interchange-document",
    levels: .error,
    summary: "A file for other programs is JSON that all of them read the same way.",
    rationale: """
      If a key occurs twice, some readers take the first and some the last. What was checked is then \
      not what is used.
      """,
    bad: [CheckExample(#"{"bomFormat": "CycloneDX", ⟪"bomFormat"⟫: "CycloneDX"}"#)],
    good: [CheckExample(#"{"bomFormat": "CycloneDX"}"#)])

  package static let duplicate = CheckInfo(
    id: "interchange-duplicate",
    levels: .error,
    summary: "An id identifies one thing only.",
    rationale: """
      A claim about a control whose id occurs twice is ambiguous. The validators of the formats check \
      that an id is well formed, but not that it is unique.
      """,
    bad: [
      CheckExample(
        #"""
        {
          "catalog": {
            "uuid": "a21c5b4e-6b0f-4e0e-9d3b-3a8f2e6c1b70",
            "groups": [
              {"title": "Data", "controls": [{"id": "SRC-01"}, {"id": ⟪"SRC-01"⟫}]}
            ]
          }
        }
        """#)
    ],
    good: [
      CheckExample(
        #"""
        {
          "catalog": {
            "uuid": "a21c5b4e-6b0f-4e0e-9d3b-3a8f2e6c1b70",
            "groups": [
              {"title": "Data", "controls": [{"id": "SRC-01"}, {"id": "SRC-02"}]}
            ]
          }
        }
        """#)
    ])

  package static let missing = CheckInfo(
    id: "interchange-missing",
    levels: .error,
    summary: "A data set has a name, a licence, and a digest of each file.",
    rationale: """
      Nobody may use a data set without a licence, but people use it anyway. Readers of Croissant \
      only warn.
      """,
    bad: [
      CheckExample(
        #"""
        ⟪{⟫
          "@context": {"@vocab": "https://schema.org/"},
          "@type": "sc:Dataset",
          "name": "Signs",
          "distribution": [{"@type": "cr:FileObject", "@id": "f", "md5": "9e107d9d372bb6826bd81d3542a419d6"}]
        }
        """#)
    ],
    good: [
      CheckExample(
        #"""
        {
          "@context": {"@vocab": "https://schema.org/"},
          "@type": "sc:Dataset",
          "name": "Signs",
          "license": "https://spdx.org/licenses/CC-BY-4.0",
          "distribution": [{"@type": "cr:FileObject", "@id": "f", "md5": "9e107d9d372bb6826bd81d3542a419d6"}]
        }
        """#)
    ])

  package static let property = CheckInfo(
    id: "interchange-property",
    levels: .error,
    summary: "A property of a data set is one that readers know.",
    rationale: """
      A misspelt property is not an error for readers of linked data: they ignore it, and its content \
      is silently lost.
      """,
    bad: [
      CheckExample(
        #"""
        {
          "@context": {"@vocab": "https://schema.org/"},
          "@type": "sc:Dataset",
          "name": "Signs",
          "license": "CC-BY-4.0",
          ⟪"rai:dataBias"⟫: "Few signs at night.",
          "distribution": [{"@type": "cr:FileObject", "@id": "f", "md5": "9e107d9d372bb6826bd81d3542a419d6"}]
        }
        """#)
    ],
    good: [
      CheckExample(
        #"""
        {
          "@context": {"@vocab": "https://schema.org/"},
          "@type": "sc:Dataset",
          "name": "Signs",
          "license": "CC-BY-4.0",
          "rai:dataBiases": "Few signs at night.",
          "distribution": [{"@type": "cr:FileObject", "@id": "f", "md5": "9e107d9d372bb6826bd81d3542a419d6"}]
        }
        """#)
    ])

  package static let reference = CheckInfo(
    id: "interchange-reference",
    levels: .error,
    summary: "A reference leads to something that exists.",
    rationale: """
      An attestation for a requirement that does not exist looks like a valid one. The validators of \
      OSCAL and CycloneDX accept it.
      """,
    bad: [
      CheckExample(
        #"""
        {
          "bomFormat": "CycloneDX",
          "definitions": {"standards": [{"requirements": [{"bom-ref": "r-1"}]}]},
          "declarations": {"attestations": [{"map": [{"requirement": ⟪"r-2"⟫}]}]}
        }
        """#)
    ],
    good: [
      CheckExample(
        #"""
        {
          "bomFormat": "CycloneDX",
          "definitions": {"standards": [{"requirements": [{"bom-ref": "r-1"}]}]},
          "declarations": {"attestations": [{"map": [{"requirement": "r-1"}]}]}
        }
        """#)
    ])

  package static let value = CheckInfo(
    id: "interchange-value",
    levels: .error,
    summary: "Digests, UUIDs, states and types are valid.",
    rationale: """
      A digest of two letters is not a digest, and a verdict in an unknown word is not a verdict: \
      programs that count satisfied requirements ignore it.
      """,
    bad: [
      CheckExample(
        #"""
        {
          "catalog": {
            "uuid": "a21c5b4e-6b0f-4e0e-9d3b-3a8f2e6c1b70",
            "back-matter": {
              "resources": [
                {"rlinks": [{"href": "a.txt", "hashes": [{"algorithm": "SHA-256", "value": ⟪"zz"⟫}]}]}
              ]
            }
          }
        }
        """#)
    ],
    good: [
      CheckExample(
        #"""
        {
          "catalog": {
            "uuid": "a21c5b4e-6b0f-4e0e-9d3b-3a8f2e6c1b70",
            "back-matter": {
              "resources": [
                {"rlinks": [{"href": "a.txt", "hashes": [{"algorithm": "SHA-1", "value": "da39a3ee5e6b4b0d3255bfef95601890afd80709"}]}]}
              ]
            }
          }
        }
        """#)
    ])
}
