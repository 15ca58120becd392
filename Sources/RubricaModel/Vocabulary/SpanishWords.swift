extension ReservedWords {
  static let spanish = ReservedWords(
    language: "es", name: "Spanish",
    sections: [
      (.labels, ["Etiquetas"]), (.attributes, ["Atributos"]), (.relations, ["Relaciones"]),
      (.rules, ["Reglas"]), (.edgeCases, ["Casos límite", "Casos especiales"]),
      (.goodExamples, ["Buenos ejemplos", "Ejemplos correctos"]),
      (.badExamples, ["Malos ejemplos", "Ejemplos incorrectos"]), (.examples, ["Ejemplos"]),
      (.precedence, ["Orden de prioridad", "Prioridad", "Precedencia"]),
      (.doubt, ["En caso de duda"]), (.steps, ["Pasos"]),
      (.selfCheck, ["Autocomprobación", "Autoevaluación"]), (.glossary, ["Glosario"]),
      (.questions, ["Preguntas frecuentes"]), (.changelog, ["Historial de cambios", "Cambios"]),
      (.warning, ["Contenido sensible", "Advertencia"]), (.tool, ["Herramienta"]),
    ],
    entries: [
      (.good, ["Bien", "Bueno", "Correcto"]), (.bad, ["Mal", "Malo", "Incorrecto"]),
      (.borderline, ["Dudoso", "Al límite"]), (.example, ["Ejemplo"]), (.rule, ["Regla"]),
      (.edgeCase, ["Caso límite", "Caso especial"]), (.contrast, ["Diferencia", "Contraste"]),
      (.group, ["Grupo"]), (.tool, ["Herramienta"]),
    ],
    leadIns: [
      (.includes, ["Incluye"]), (.excludes, ["Excluye", "No incluye"]),
      (.not, ["No confundir con", "No es", "No"]), (.condition, ["Si"]), (.action, ["Entonces"]),
      (.exception, ["Salvo que", "Salvo si", "Salvo", "A menos que", "Excepto"]),
      (.alternative, ["De lo contrario", "Si no", "En caso contrario"]),
      (.reason, ["Porque"]), (.threshold, ["Umbral"]),
    ],
    audiences: [
      (
        .reviewer,
        [
          "Para revisores", "Para los revisores", "Solo para revisores",
          "Para revisoras y revisores",
        ]
      ),
      (.legal, ["Para juristas", "Para abogados"]),
    ],
    consequences: [
      (.label, ["etiquetar", "anotar", "marcar"]),
      (.doNotLabel, ["no etiquetar", "no anotar", "no marcar"]),
      (.ignore, ["ignorar"]), (.escalate, ["consultar", "escalar"]), (.review, ["revisar"]),
    ],
    hasDecimalComma: true,
    conjunctions: ["y", "o"], rangeWords: ["a"])
}
