export type RerankerLoad = {
  /** A folder with model.onnx, tokenizer.json and tokenizer_config.json. */
  readonly path: string
  readonly threads: number
  /** Of question and passage together. */
  readonly maxTokens: number
}

export type RerankRequest = { readonly question: string; readonly passages: readonly string[] }

/** What the process of the embedding model answers beside it. */
export type RerankerMethods = {
  loadReranker: { input: RerankerLoad; item: never; result: null }
  rerank: {
    input: { readonly path: string; readonly input: RerankRequest }
    item: never
    result: readonly number[]
  }
}
