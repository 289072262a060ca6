export type RerankerInfo = {
  readonly id: string
  /** Hash of the model file. */
  readonly sha256: string
  /** Those that it was made for, as codes of ISO 639-1; absent: any. What it says of a text in another one is of no use. */
  readonly languages?: readonly string[] | undefined
}

/** A cross-encoder: reads a question and a passage together, and tells how well the passage answers it. */
export interface Reranker {
  readonly info: RerankerInfo
  /**
   * A score for each passage, in their order, higher for better. Scores can be compared between questions: they are logits, natural
   * logarithms of odds. The end of a long passage is not read.
   */
  score(question: string, passages: readonly string[], signal?: AbortSignal): Promise<readonly number[]>
}
