/// What a platform asks where the author wrote no question, and an answer that it offers by itself.
struct JobWords: Sendable {
  var chooseOne: String
  var chooseAll: String
  var drawBoxes: String
  var traceAreas: String
  var drawLines: String
  var paintAreas: String
  var placePoints: String
  var markWords: String
  var noneOfThese: String
}

extension JobWords {
  static let english = JobWords(
    chooseOne: "Choose the answer that fits.", chooseAll: "Choose every answer that fits.",
    drawBoxes: "Draw a box around each object and choose its label.",
    traceAreas: "Trace each area and choose its label.",
    drawLines: "Draw a line along each object and choose its label.",
    paintAreas: "Paint each area with its label.", placePoints: "Place the points.",
    markWords: "Mark the words and choose their label.", noneOfThese: "None of these")

  static let french = JobWords(
    chooseOne: "Choisissez la réponse qui convient.",
    chooseAll: "Choisissez toutes les réponses qui conviennent.",
    drawBoxes: "Tracez un rectangle autour de chaque objet et choisissez son étiquette.",
    traceAreas: "Tracez le contour de chaque zone et choisissez son étiquette.",
    drawLines: "Tracez une ligne le long de chaque objet et choisissez son étiquette.",
    paintAreas: "Peignez chaque zone avec son étiquette.", placePoints: "Placez les points.",
    markWords: "Marquez les mots et choisissez leur étiquette.",
    noneOfThese: "Aucune de ces réponses")

  static let german = JobWords(
    chooseOne: "Wählen Sie die passende Antwort.",
    chooseAll: "Wählen Sie alle passenden Antworten.",
    drawBoxes: "Ziehen Sie ein Rechteck um jedes Objekt und wählen Sie sein Label.",
    traceAreas: "Zeichnen Sie den Umriss jeder Fläche und wählen Sie ihr Label.",
    drawLines: "Ziehen Sie eine Linie entlang jedem Objekt und wählen Sie sein Label.",
    paintAreas: "Malen Sie jede Fläche mit ihrem Label aus.", placePoints: "Setzen Sie die Punkte.",
    markWords: "Markieren Sie die Wörter und wählen Sie ihr Label.", noneOfThese: "Nichts davon")

  static let spanish = JobWords(
    chooseOne: "Elija la respuesta que corresponda.",
    chooseAll: "Elija todas las respuestas que correspondan.",
    drawBoxes: "Dibuje un recuadro alrededor de cada objeto y elija su etiqueta.",
    traceAreas: "Trace el contorno de cada área y elija su etiqueta.",
    drawLines: "Trace una línea a lo largo de cada objeto y elija su etiqueta.",
    paintAreas: "Pinte cada área con su etiqueta.", placePoints: "Coloque los puntos.",
    markWords: "Marque las palabras y elija su etiqueta.", noneOfThese: "Ninguna de estas")

  static let japanese = JobWords(
    chooseOne: "当てはまる答えを一つ選んでください。", chooseAll: "当てはまる答えをすべて選んでください。",
    drawBoxes: "対象ごとに枠を描き、ラベルを選んでください。", traceAreas: "領域ごとに輪郭をなぞり、ラベルを選んでください。",
    drawLines: "対象ごとに線を引き、ラベルを選んでください。", paintAreas: "領域ごとにラベルで塗ってください。",
    placePoints: "点を置いてください。", markWords: "語句に印を付け、ラベルを選んでください。", noneOfThese: "どれでもない")
}
