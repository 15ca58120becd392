/// A small guideline with everything that a release asks for. It is made up, as are its people.
enum SceneText {
  static let id = "parcel-notes"

  static let guideline = """
    ---
    rubrica: 1
    id: parcel-notes
    title: "Notes on parcels"
    version: 1.0.0
    stage: release
    language: en
    purpose: Send each note to the team that can act on it.
    owner: Olga Stern
    authors: [ada@parcels.example]
    task:
      modality: text
      layers:
        - {id: topic, kind: choice, question: What does the note ask for?, labels: [damage, address]}
    escape:
      - {id: unreadable, means: skip-item, name: Unreadable, definition: "The note is empty or in a language you do not read."}
      - {id: neither, means: other, name: Neither, definition: "The note asks for something else."}
    ---

    # Notes on parcels

    Every text is one note that somebody left about a parcel. Choose what it asks for.

    ## Labels

    ### Damage {#damage}
    The note says that something in the parcel is broken.

    **Not** [Address](#address): a parcel that went to another house is whole.

    #### Good: a crack
    > The jar has a crack from top to bottom.

    ```yaml expected
    topic: damage
    ```

    #### Bad: a late parcel
    > The parcel came a week late to the wrong door.

    ```yaml expected
    topic: damage
    ```
    **Because** nothing is broken. It is about the [Address](#address).

    ### Address {#address}
    The note says that the parcel should go to another place.

    **Not** [Damage](#damage): broken goods stay where they are.

    #### Good: the neighbour
    > Please leave it with my neighbour at number 12.

    ```yaml expected
    topic: address
    ```

    #### Bad: a broken lid
    > The lid is broken, I live at number 9.

    ```yaml expected
    topic: address
    ```
    **Because** the place is right and the lid is not: it is [Damage](#damage).

    ## Rules

    - Judge the whole note, **because** one team acts on all of it.

    ## Edge cases

    ### Broken and sent to another house
    **If** a note says both **then** choose [Damage](#damage). **Because** broken goods cannot be sent on.

    ## When in doubt
    Choose [Damage](#damage).

    ## Precedence
    1. [Damage](#damage)
    2. [Address](#address)

    ## Changelog
    - **1.0.0**: first release.

    """

  static let governance = """
    contacts:
      questions: {name: Notes desk, email: desk@parcels.example}
      owner: {name: Olga Stern, email: olga@parcels.example, deputy: Otto Blum}
      technical: {name: Otto Blum, email: otto@parcels.example, deputy: Olga Stern}
      legal: {name: Lena Park, email: lena@parcels.example, deputy: Lars Holm}
      security: {name: Sam Reyes, email: sam@parcels.example, deputy: Sia Berg}
      incident: {name: Security on duty, phone: "+31 20 555 0100"}
    use:
      intended: Sort notes by the team that acts on them.
      prohibited: [judging the people who wrote them]
      measures: What a note asks for, as most readers take it.
      manual-because: Notes are short and allude to things that no program knows.
      risk-class: "minimal, assessed 2026-05-04"
    data:
      classification: internal
      personal: none
      permitted-use: Training and testing the sorter of notes.
      retention: Notes 12 months, labels 36 months; then deleted from all stores
      storage: eu-central-1
      access: Named annotators in the studio's own tool; nothing is copied out.
      suitability: 4,000 notes of one year, read by two people.
      gaps: English only.
      variability: Season and kind of goods.
      biases: Long notes are over-represented; results are told by length.
      sources:
        - {id: notes, kind: internal, issuer: Parcels, location: "s3://parcels/notes", licence: proprietary, contract: none needed, permits: [labeling, training], collected: 2026-01 to 2026-06, method: every tenth note, geography: Netherlands, rights: none known, digest: "sha256:2b9a64d0c1f3e58790ab4c6d8e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b"}
    vendor: {name: Example Labels, contract: EL-1, valid-until: 2027-06-30, data-processing-agreement: EL-1-DPA, confidentiality: clause 4, sub-processors: none, locations: Utrecht, onboarded: 2026-03-01 by Olga Stern}
    workforce:
      kind: vendor
      skills: [reads English well]
      pay: salaried
      training: half a day and a quiz
      wellbeing: breaks as they like
      exposure-limit: none needed
      opt-out: Any note may be skipped.
      demographics: not relevant to what a note says
      age-limit: 18
    quality:
      annotators-per-item: 3
      aggregation: majority; the rest goes to an adjudicator
      ground-truth: 200 notes settled by two leads
      deviation: at most 3 % of damages missed
      gold-share: 5 %
      audit-share: 5 %
      pre-labeling: none
      pilot: {items: 120, annotators: 4, result: kappa 0.84, date: 2026-09-10}
      metrics:
        - {metric: kappa, layer: topic, at-least: 0.8, sample: 10 %, consequence: retrain}
    review:
      levels: 2
      adjudicator: Otto Blum
      escalation: annotator, then the notes desk on the same day
      reviewed-by-annotators: 2026-09-12, four annotators after the pilot
      reviewed-by-experts: 2026-09-14, two people of the notes desk
    maintenance: {plan: Revised every half year., next-review: 2027-04-01}

    """

  static func settings(releaseKey: String) -> String {
    """
    rubrica: 1
    organisation: {name: Parcels}
    targets: {instructions: {}, checklist: {}, schema: {}}
    approval:
      scopes:
        data: [governance/data, governance/use, governance/vendor, governance/waivers]
        text: [guideline, arrangement, layers, escapes, labels, rules, examples, precedence, doubt, entries, prose, media]
        contacts: [governance/contacts]
        rest: [governance/workforce, governance/quality, governance/review, governance/maintenance, workspace]
      roles:
        legal:
          scopes: [data, contacts]
          people: [lena@parcels.example, lars@parcels.example]
          meaning: The data may be used as described.
        security:
          scopes: [data, contacts]
          people: [sam@parcels.example]
          maximum-age: 180
        owner:
          scopes: [data, contacts, text, rest]
          people: [olga@parcels.example, otto@parcels.example, ada@parcels.example]
          quorum: 2
          answers-for: [technical, operations, product, author, expert]
      policy: {role: owner}
      release-keys: ["\(releaseKey)"]

    """
  }
}
