extension PlainLanguage {
  static let spanish = PlainLanguage(
    vague: PhraseTable([
      "normalmente", "generalmente", "por lo general", "en general", "habitualmente",
      "típicamente", "a menudo", "con frecuencia", "frecuentemente", "a veces", "en ocasiones",
      "ocasionalmente", "algunos", "algunas", "varios", "varias", "muchos", "muchas", "unos pocos",
      "unas pocas", "la mayoría", "bastante", "relativamente", "razonablemente",
      "suficientemente", "lo suficientemente", "significativo", "significativa", "considerable",
      "aproximadamente", "más o menos", "si es necesario", "cuando sea necesario", "si procede",
      "cuando proceda", "si es posible", "en lo posible", "en la medida de lo posible",
      "según convenga", "según corresponda", "si corresponde", "etc", "etcétera",
      "y similares", "o similar", "o similares", "y así sucesivamente",
    ]),
    negations: PhraseTable([
      "no", "nunca", "jamás", "ningún", "ninguno", "ninguna", "nada", "nadie", "tampoco",
    ]),
    nothings: PhraseTable(["ningún", "ninguno", "ninguna", "nada", "nadie"]),
    // "No … nada" and "no … ningún" deny once.
    secondDenials: PhraseTable([
      "imposible", "improbable", "inusual", "innecesario", "innecesaria", "invisible", "inválido",
      "inválida", "incorrecto", "incorrecta", "incompleto", "incompleta", "inconsistente",
      "insignificante", "irrelevante", "sin etiqueta", "sin etiquetas", "sin etiquetar",
      "sin marcar", "sin anotar", "sin anotación", "sin caja",
    ]),
    conjunctions: PhraseTable(["y", "e", "o", "u", "ni", "pero", "sino", "que"]),
    modals: PhraseTable([
      "debe", "deben", "debes", "debería", "deberían", "hay que", "tiene que", "tienen que",
      "no se", "no debe", "no deben", "no puede", "no pueden", "nunca", "siempre", "es obligatorio",
      "es obligatoria", "son obligatorios", "son obligatorias", "se permite", "se permiten",
      "está prohibido", "está permitido", "es necesario",
    ]),
    orders: PhraseTable(
      [
        "añada", "añadir", "añade", "ajuste", "ajustar", "anote", "anotar", "aplique", "aplicar",
        "asigne", "asignar", "busque", "buscar", "clasifique", "clasificar", "compruebe",
        "comprobar",
        "copie", "copiar", "corrija", "corregir", "corte", "cortar", "cree", "crear", "cuente",
        "contar", "decida", "decidir", "deje", "dejar", "dibuje", "dibujar", "dibuja", "divida",
        "dividir", "elija", "elegir", "elige", "elimine", "eliminar", "encuadre", "encuadrar",
        "escriba", "escribir", "escoja", "escoger", "etiquete", "etiquetar", "evite", "evitar",
        "excluya", "excluir", "haga", "hacer", "ignore", "ignorar", "incluya", "incluir", "indique",
        "indicar", "lea", "leer", "marque", "marcar", "marca", "mantenga", "mantener", "omita",
        "omitir", "ponga", "poner", "prefiera", "preferir", "registre", "registrar", "revise",
        "revisar", "seleccione", "seleccionar", "selecciona", "separe", "separar", "siga", "seguir",
        "tome", "tomar", "transcriba", "transcribir", "trate", "tratar", "unir", "use", "usar",
        "usa", "utilice", "utilizar", "utiliza", "verifique", "verificar",
      ].flatMap { [$0, "no \($0)"] }),
    marking: PhraseTable([]),
    conditions: PhraseTable([
      "si", "cuando", "siempre que", "a menos que", "a no ser que", "salvo que", "salvo si",
      "excepto si", "excepto cuando", "en caso de", "en caso de que", "mientras", "de lo contrario",
    ]),
    winning: [
      ">", "prevalece sobre", "gana a", "tiene prioridad sobre", "tiene preferencia sobre",
      "va antes que", "prima sobre", "se impone a",
    ],
    limits: PhraseTable([]),
    fillers: PhraseTable([]),
    comparisons: PhraseTable([
      "al menos", "por lo menos", "como mínimo", "como máximo", "a lo sumo", "más de", "menos de",
      "mayor que", "menor que", "mayor de", "menor de", "superior a", "inferior a", "por debajo de",
      "por encima de", "hasta", "mínimo", "máximo", "supera", "excede",
    ]),
    doubts: PhraseTable([
      "en caso de duda", "ante la duda", "si tiene dudas", "si tienes dudas", "si hay duda",
      "no está seguro", "no está segura", "no se puede determinar", "poco claro", "dudoso",
    ]),
    ranks: PhraseTable([
      "tiene prioridad", "tienen prioridad", "tiene preferencia", "prevalece", "prefiera",
      "de preferencia", "preferiblemente", "el más específico", "la más específica", "el más grave",
    ]),
    confusions: PhraseTable([
      "no confundir", "no confunda", "no debe confundirse", "confundir con", "confundirse con",
      "se diferencia de", "difiere de", "a diferencia de", "en contraste con", "distinga",
      "distinguir",
    ]),
    determiners: PhraseTable([
      "el", "la", "los", "las", "un", "una", "unos", "unas", "del", "al", "de", "este", "esta",
      "estos", "estas", "cada", "todo", "toda", "todos", "todas", "ningún", "ninguna", "llamado",
      "llamada", "término", "como",
    ]),
    example: PhraseTable(["por ejemplo", "ejemplo", "ejemplos"]),
    knownCapitals: PhraseTable(
      [
        "a", "al", "con", "de", "del", "el", "en", "es", "la", "las", "lo", "los", "más", "muy",
        "nada", "ni", "no", "nunca", "o", "por", "que", "se", "si", "sí", "sin", "solo", "sólo",
        "son", "su", "todo", "todos", "toda", "todas", "un", "una", "uno", "y", "ya", "siempre",
        "debe", "antes", "bien", "mal", "fin", "nota", "entre", "hasta", "stop", "alto", "ver",
      ] + everywhere))
}
