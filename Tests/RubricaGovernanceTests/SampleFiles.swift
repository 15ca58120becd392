/// A guideline with one of almost everything, and a policy.
enum SampleFiles {
  static let policy = #"""
    rubrica: 1
    organisation: {name: Example Mobility}
    targets:
      schema: {}
      instructions: {}
    checks:
      one-sided-contrast: off
    approval:
      scopes:
        data: [governance/data, governance/use]
        people: [governance/contacts, governance/quality, governance/waivers]
        instructions: [guideline, layers, labels, groups, escapes, rules, examples, precedence,
          doubt, entries, prose, arrangement, media, base, translations, suppressions]
        workspace: workspace
      roles:
        legal:
          scopes: [data, people]
          people: [marit@example.com, hanna@example.com]
          meaning: I have checked that the data may be used as described.
        owner:
          scopes: [instructions, workspace]
          people: [ada@example.com]
      policy: {role: owner}
    """#

  static let signers = """
    # keys
    marit@example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMarit marit at home
    ada@example.com   namespaces="rubrica, x" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAda
    """

  static let governance = """
    contacts:
      questions: {name: Labeling desk, email: desk@example.com}
    use:
      intended: [training, tests]
    data:
      classification: internal
      personal: none
      retention: 24 months
      sources:
        - {id: dashcam, licence: proprietary, kind: self-collected}
        - {id: web, licence: CC-BY-4.0, kind: public}
    quality:
      metrics:
        - {metric: iou, layer: signs, at-least: 0.8}
    """

  static let guideline = #"""
    ---
    rubrica: 1
    id: street-signs
    title: Street signs
    version: 2.1.0
    stage: draft
    purpose: Train a detector.
    owner: m.silva
    authors: [Ada, Bo]
    task:
      modality: image
      layers:
        - id: signs
          kind: box
          cardinality: one box per sign
          labels: [stop, yield, other]
          maximum: 20
          attributes:
            - {id: occluded, type: enum, values: [none, part, most], default: none}
            - {id: limit, type: number, unit: km/h, minimum: 5, maximum: 130, applies-to: [other]}
        - {id: light, kind: choice, question: How light is it?, labels: [day, night]}
        - id: quality
          kind: scale
          points: [{value: 1, means: sharp}, {value: 2, means: soft}]
    escape:
      - {id: unreadable, means: ignore-region, definition: Nothing can be read.}
    warnings: [{category: violence, text: There may be accidents.}]
    ---

    # Street signs

    Draw *one* box around every sign: see [the rules](#rules).

    ## Labels

    ### Stop sign {#stop}
    A red octagon that orders the driver to **stop**.

    **Includes** temporary signs held by workers · signs seen from behind
    **Excludes** painted "STOP" on the road
    **Not** [Yield](#yield): a triangle.

    ```yaml label
    colour: "#c0392b"
    shortcut: s
    code: 1
    ```

    Some more words on stop signs.

    #### Good: the whole octagon
    ![A box that touches the rim](media/stop.png)

    ```yaml expected
    signs: [{label: stop, box: [40, 30, 100, 90], occluded: none}]
    light: day
    ```
    **Because** the rim belongs to the sign.

    ### Yield
    A triangle that stands on its tip.

    ### Other
    Every other sign.

    ### Day
    The sun is up.

    ### Night
    The sun is down.

    ## Rules

    - **Smallest sign.** `height < 10 px` -> do not label.
    - A reflection in a window is a `stop` sign too, **because** the detector sees it.
    - **If** a sign is half hidden **then** label it. **Unless** it is behind a tree.

    <!-- rubrica: allow vague-quantifier because nobody measures this -->

    Some *other* signs [~5 px] are <b>small</b>.

    ## Steps

    1. Look at the picture.
    2. Draw the boxes.

    ## When in doubt
    Prefer `other` to leaving a sign out.

    ## Precedence
    1. stop
    2. yield
    3. other

    ## Glossary

    - **Plate**: the metal part.

    ## Changelog

    - **2.1.0**: the first.
    """#

  static let french = """
    <!-- unit: title -->

    # Panneaux

    <!-- unit: label/stop/definition -->

    Un octogone *rouge*.
    """

  static let all = [
    "guideline.md": guideline, "governance.yaml": governance, "rubrica.yaml": policy,
    "allowed_signers": signers, "i18n/fr.md": french,
  ]
}
