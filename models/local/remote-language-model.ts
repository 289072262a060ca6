import { type Supervised } from '../../processes/supervise.ts'
import { supervisedCalls } from '../../processes/supervised-calls.ts'
import type {
  GenerateItem,
  GenerateRequest,
  GenerateResult,
  LanguageModel,
  LanguageModelInfo,
} from '../language-model.ts'
import { createLoadOnDemand } from './load-on-demand.ts'
import { localError } from './local-error.ts'
import { type LanguageLoad, type LanguageLoaded, loadKey, type ModelMethods, type ProcessReport } from './protocol.ts'

export type RemoteLanguageModelOptions = LanguageLoad &
  Pick<LanguageModelInfo, 'id' | 'sha256' | 'answerOdds' | 'entailment' | 'purpose'>

export interface RemoteLanguageModel extends LanguageModel {
  /** Loads the model ahead of the first question; every other call does it by itself. */
  load(signal?: AbortSignal): Promise<LanguageLoaded>
  /** Ends the process, which frees its memory; the next call starts it again. A call under way is lost. */
  unload(): void
  report(): Promise<ProcessReport>
}

/**
 * The language model in its process. A call that is under way when the process dies fails with `ProcessLostError`; the
 * next one finds the model loaded again. Throws `NotEnoughMemoryError`, `ModelFileError` and `TooLongError`.
 */
export function createRemoteLanguageModel(
  supervised: Supervised,
  options: RemoteLanguageModelOptions,
): RemoteLanguageModel {
  const { id, sha256, answerOdds, entailment, purpose, ...load } = options
  const path = loadKey(load)
  const calls = supervisedCalls<ModelMethods>('language', supervised)
  const demand = createLoadOnDemand(supervised, () => calls.call('loadLanguage', load))

  async function* generate(
    request: GenerateRequest,
    signal?: AbortSignal,
  ): AsyncGenerator<GenerateItem, GenerateResult, void> {
    try {
      const started = await demand.whenLoaded(async () => {
        const items = calls.stream('generate', { path, input: request }, signal)
        return { items, first: await items.next() }
      }, signal)
      return yield* continued(started.first, started.items)
    } catch (error) {
      throw localError(error)
    }
  }

  async function call<T>(ask: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    try {
      return await demand.whenLoaded(ask, signal)
    } catch (error) {
      throw localError(error)
    }
  }

  return {
    info: { id, sha256, contextTokens: load.contextTokens, answerOdds, entailment, purpose },
    generate,
    score: (turns, continuations, signal) =>
      call(() => calls.call('score', { path, input: { turns, continuations } }, signal), signal),
    scoreApart: (turns, continuations, signal) =>
      call(() => calls.call('scoreApart', { path, input: { turns, continuations } }, signal), signal),
    countTokens: (turns) => call(() => calls.call('countTokens', { path, input: turns })),
    load: (signal) => call(() => demand.loaded(signal), signal),
    unload: () => supervised.stop(),
    report: () => calls.call('report', null),
  }
}

async function* continued<T, R>(
  first: IteratorResult<T, R>,
  items: AsyncGenerator<T, R, void>,
): AsyncGenerator<T, R, void> {
  if (first.done) return first.value
  try {
    yield first.value
    return yield* items
  } finally {
    await items.return(undefined as never)
  }
}
