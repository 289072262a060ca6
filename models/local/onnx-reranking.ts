import type { Tensor } from '@huggingface/transformers'
import type { RerankerLoad } from './protocol.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

export interface LoadedReranker extends AsyncDisposable {
  /** In the order of the passages; an abort is noticed between two of them. */
  score(question: string, passages: readonly string[], signal: AbortSignal): Promise<readonly number[]>
}

type Encoded = Record<string, Tensor>

/**
 * A BERT cross-encoder: model.onnx, tokenizer.json and tokenizer_config.json in one folder, never from the network. Pairs go
 * through one by one: nothing is padded, and 256 word pieces take 65 ms of one core. Throws `DAMAGED`.
 */
export async function loadReranker({ path, threads, maxTokens }: RerankerLoad): Promise<LoadedReranker> {
  const { AutoTokenizer, BertForSequenceClassification, env } = await import('@huggingface/transformers')
  Object.assign(env, { allowRemoteModels: false, useFSCache: false, useWasmCache: false, useBrowserCache: false })
  try {
    const tokenizer = await AutoTokenizer.from_pretrained(path, { local_files_only: true })
    const model = await BertForSequenceClassification.from_pretrained(path, {
      local_files_only: true,
      subfolder: '',
      model_file_name: 'model',
      // The package has no config.json, and nothing of it is used.
      config: { model_type: 'bert' } as never,
      // The name of the precision is a suffix of the file's name; 'fp32' has none.
      dtype: 'fp32',
      device: 'cpu',
      session_options: { intraOpNumThreads: threads, interOpNumThreads: 1, enableMemPattern: false },
    })
    return {
      async score(question, passages, signal) {
        const scores: number[] = []
        for (const passage of passages) {
          signal.throwIfAborted()
          const pair = { text_pair: [passage], padding: true, truncation: true, max_length: maxTokens }
          const { logits } = (await model(tokenizer([question], pair) as Encoded)) as { readonly logits: Tensor }
          scores.push(Number(logits.data[0]))
          logits.dispose()
        }
        signal.throwIfAborted()
        return scores
      },
      async [Symbol.asyncDispose]() {
        await model.dispose()
      },
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Failure('DAMAGED', message('failures.models.rerankingNotLoaded', { path, reason }), { cause: error })
  }
}
