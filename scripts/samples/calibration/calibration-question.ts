/** A question before its quotes are found in the documents. */
export type CalibrationQuestion = {
  readonly question: string
  readonly answer: string
  /** By document: the words that the answer rests on, letter for letter, each once in the document. */
  readonly quotes: Readonly<Record<string, readonly string[]>>
}
