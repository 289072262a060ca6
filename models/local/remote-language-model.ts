import { ProcessLostError, type Supervised } from '../../processes/supervise.ts'
import { supervisedCalls } from '../../processes/supervised-calls.ts'
import { isOwnFault } from '../../wording/process-end.ts'
import type {
  GenerateItem,
  GenerateRequest,
  GenerateResult,
  LanguageMeasures,
  LanguageModel,
  LanguageModelInfo,
  OnReading,
} from '../language-model.ts'
import { createLoadOnDemand, untilAborted } from './load-on-demand.ts'
import {
  type LanguageLoad,
  type LanguageLoaded,
  loadKey,
  type ModelMethods,
  type ProcessReport,
  type ReadingPace,
  type ScoreRequest,
} from './protocol.ts'

/** How fast a model reads on this computer, kept for when it is loaded the next time. */
export interface KeptPace {
  /** Tokens a second; null: not known. */
  read(): number | null
  keep(tokensPerSecond: number): void
}

export type RemoteLanguageModelOptions = LanguageLoad &
  Pick<LanguageModelInfo, 'id' | 'sha256' | 'purpose'> & {
    readonly measures?: LanguageMeasures
    /** Absent: it is measured anew whenever the model is loaded. */
    readonly pace?: KeptPace | undefined
    /** Told why the process died while it loaded the model onto a graphics processor; it is then loaded without. */
    readonly onGraphicsLost?: ((reason: string) => void) | undefined
  }

export interface RemoteLanguageModel extends LanguageModel {
  /** Loads the model ahead of the first question; every other call does it by itself. */
  load(signal?: AbortSignal): Promise<LanguageLoaded>
  /** Loads it and reads the instructions that its first prompt will begin with, so that this one is answered sooner. */
  prepare(instructions: string, signal?: AbortSignal): Promise<void>
  /** Ends the process, which frees its memory; the next call starts it again. A call under way is lost. */
  unload(): void
  report(): Promise<ProcessReport>
}

/**
 * The language model in its process. A call that is under way when the process dies fails with `ProcessLostError`; the
 * next one finds the model loaded again. An abort ends a call at once; the process ends what it is computing, a second or two, before
 * it takes the next call. Throws `NOT_ENOUGH_MEMORY`, `DAMAGED` and `TOO_LONG`.
 */
export function createRemoteLanguageModel(
  supervised: Supervised,
  options: RemoteLanguageModelOptions,
): RemoteLanguageModel {
  const { id, sha256, measures, purpose, pace, onGraphicsLost, ...load } = options
  const path = loadKey(load)
  const calls = supervisedCalls<ModelMethods>('language', supervised)
  const demand = createLoadOnDemand(supervised, loadWhereItCan)
  const now = { gpu: load.gpu }

  /** A driver may also crash with the weights, after it has answered the probe. */
  async function loadWhereItCan(): Promise<LanguageLoaded> {
    try {
      return await calls.call('loadLanguage', { ...load, gpu: now.gpu })
    } catch (error) {
      if (now.gpu === 'off' || !(error instanceof ProcessLostError) || error.reason === null) throw error
      // Where memory was short, as the system's kill says too, the driver is not at fault.
      if (!isOwnFault(error.reason)) throw error
      now.gpu = 'off'
      onGraphicsLost?.(error.reason)
      return calls.call('loadLanguage', { ...load, gpu: 'off' })
    }
  }

  /** The items of a call but for those that say how far it has read. */
  async function* streamed<Item extends object, R>(
    start: () => AsyncGenerator<Item | ReadingPace, R, void>,
    onReading: OnReading | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<Item, R, void> {
    const { items, first } = await demand.whenLoaded(async () => {
      const begun = start()
      return { items: begun, first: await untilAborted(begun.next(), signal) }
    }, signal)
    return yield* withoutReading(items, first, withPace(pace, onReading), signal)
  }

  async function score(
    method: 'score' | 'scoreApart',
    input: ScoreRequest,
    signal?: AbortSignal,
    onReading?: OnReading,
  ): Promise<readonly number[]> {
    const items = streamed(() => calls.stream(method, { path, input }, signal), onReading, signal)
    for (let next = await items.next(); ; next = await items.next()) if (next.done) return next.value
  }

  return {
    info: { id, sha256, contextTokens: load.contextTokens, purpose, ...measures },
    generate({ onReading, ...input }: GenerateRequest, signal?: AbortSignal) {
      const start = () => calls.stream('generate', { path, input }, signal)
      return streamed<GenerateItem, GenerateResult>(start, onReading, signal)
    },
    score: (turns, continuations, signal, onReading) => score('score', { turns, continuations }, signal, onReading),
    scoreApart: (turns, continuations, signal) => score('scoreApart', { turns, continuations }, signal),
    countTokens: (turns) => demand.whenLoaded(() => calls.call('countTokens', { path, input: turns })),
    async prepare(instructions, signal) {
      await demand.whenLoaded(() => calls.call('readBeginning', { path, input: instructions }, signal), signal)
    },
    load: (signal) => demand.whenLoaded(() => demand.loaded(signal), signal),
    unload: () => supervised.stop(),
    report: () => calls.call('report', null),
  }
}

async function* withoutReading<Item extends object, R>(
  items: AsyncGenerator<Item | ReadingPace, R, void>,
  first: IteratorResult<Item | ReadingPace, R>,
  tell: (reading: ReadingPace) => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<Item, R, void> {
  let next = first
  try {
    for (; !next.done; next = await untilAborted(items.next(), signal)) {
      if (isReading(next.value)) tell(next.value)
      else yield next.value
    }
    return next.value
  } finally {
    // Not waited for: after an abort it comes once the process has noticed it.
    if (!next.done) void items.return(undefined as never).catch(() => {})
  }
}

/** Says how long the rest takes, by what was measured now, else before; and keeps what was measured. */
function withPace(pace: KeptPace | undefined, onReading: OnReading | undefined): (reading: ReadingPace) => void {
  return ({ tokensPerSecond: measured, ...reading }) => {
    const { doneTokens, tokens } = reading
    if (measured !== null && doneTokens === tokens) pace?.keep(measured)
    const tokensPerSecond = measured ?? pace?.read() ?? null
    onReading?.({ ...reading, secondsLeft: tokensPerSecond === null ? null : (tokens - doneTokens) / tokensPerSecond })
  }
}

function isReading(item: object): item is ReadingPace {
  return 'doneTokens' in item
}
