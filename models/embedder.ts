export type EmbedderInfo = {
  readonly id: string
  /** Changes whenever the vectors change: the hash of the model file. Vectors of different revisions never mix. */
  readonly revision: string
  readonly dimensions: number
}

/** Turns texts into unit vectors. Queries and passages may get different prefixes. */
export interface Embedder {
  readonly info: EmbedderInfo
  embed(texts: readonly string[], kind: 'query' | 'passage', signal?: AbortSignal): Promise<readonly Float32Array[]>
}
