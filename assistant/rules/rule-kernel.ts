import { Worker } from 'node:worker_threads'
import { type Caller, createCaller, RemoteError } from '../../processes/remote-calls.ts'
import { createTurns } from '../../store/turns.ts'
import {
  type KernelMethods,
  type KernelQuestions,
  type LoadedFacts,
  type LoadedPacks,
  NOT_LOADED,
} from './kernel/kernel-methods.ts'
import { Failure } from '../../wording/failure.ts'
import { message, type Message } from '../../wording/message.ts'
import { languageAmong } from '../../wording/messages/languages.ts'
import { locale } from '../../wording/translate.ts'

/** What a call works on; it is sent to the worker once and then remembered there. */
export type KernelInput = {
  readonly packs: LoadedPacks
  readonly facts?: LoadedFacts | undefined
  /** The code of the language of the answer, where it is not that of the call under way. */
  readonly language?: string | undefined
}

/** The rules, in a worker of this process: one call after the other, each within its time. */
export interface RuleKernel extends AsyncDisposable {
  /**
   * The answer is in the language of the call under way. Throws `RulesStoppedError` when the worker had to be killed; the next call starts another one. An abort kills it too,
   * for a computation looks at nothing while it runs.
   */
  call<K extends keyof KernelQuestions>(
    method: K,
    on: KernelInput,
    input: KernelQuestions[K]['input'],
    signal?: AbortSignal,
  ): Promise<KernelQuestions[K]['result']>
}

/** The worker was killed. Says nothing about what would have come out: never to be shown as a "no". */
export class RulesStoppedError extends Failure {
  override name = 'RulesStoppedError'
  constructor(said: Message) {
    super('PROCESS_LOST', said)
  }
}

export type RuleKernelOptions = {
  /** `kernel-worker`, as source or built. */
  readonly file: string
  /** The kernel keeps its own budget of steps and time; what gets past that is killed. */
  readonly limitMs?: number
  readonly heapMb?: number
}

/**
 * Of processor time, so that a busy computer stops nothing. A pack of rules with a hundred thousand facts was read and answered in under
 * 2 s; beyond ten something hangs.
 */
const LIMIT_MS = 15_000
/** By the clock, for a worker that waits and computes nothing. */
const LIMITS_BY_CLOCK = 8
const LOOKS_A_LIMIT = 30
const HEAP_MB = 1024

type Running = { readonly worker: Worker; readonly caller: Caller<KernelMethods>; readonly loaded: Set<string> }

export function createRuleKernel({ file, limitMs = LIMIT_MS, heapMb = HEAP_MB }: RuleKernelOptions): RuleKernel {
  const inTurn = createTurns()
  let running: Running | null = null

  async function ask(method: keyof KernelQuestions, on: KernelInput, language: string, input: never): Promise<never> {
    running ??= startWorker(file, heapMb, (lost) => {
      if (running === lost) running = null
    })
    const present = running
    const keys = { packs: on.packs.key, facts: on.facts?.key ?? null, language }
    const call = () => load(present, on).then(() => present.caller.call(method, { ...keys, input }) as Promise<never>)
    return call().catch((error: unknown) => {
      if (!(error instanceof RemoteError) || error.code !== NOT_LOADED) throw error
      present.loaded.clear()
      return call()
    })
  }

  async function stop(why: Message): Promise<void> {
    const present = running
    running = null
    present?.caller.close(new RulesStoppedError(why))
    await present?.worker.terminate()
  }

  return {
    call(method, on, input, signal) {
      // As it is when it is asked for, whatever is said when its turn has come.
      const language = languageAmong([on.language ?? locale()])
      return inTurn(async () => {
        signal?.throwIfAborted()
        const late = message('failures.rules.tookTooLong', { seconds: limitMs / 1000 })
        using _watch = watchTime(
          limitMs,
          () => running?.worker ?? null,
          () => void stop(late),
        )
        const abort = () => void stop(message('failures.rules.interrupted'))
        signal?.addEventListener('abort', abort, { once: true })
        try {
          return await ask(method, on, language, input as never)
        } catch (error) {
          signal?.throwIfAborted()
          throw error
        } finally {
          signal?.removeEventListener('abort', abort)
        }
      })
    },
    [Symbol.asyncDispose]: () => stop(message('failures.rules.programEnds')),
  }
}

/**
 * Calls `onLate` when the worker has computed for longer than the limit since now, or the clock has run for many times as long; never once
 * the watch has ended.
 */
function watchTime(limitMs: number, current: () => Worker | null, onLate: () => void): Disposable {
  const begun = performance.now()
  const already = current()
  const before = already ? processorMs(already) : Promise.resolve(0)
  let hasEnded = false
  const look = async () => {
    const worker = current()
    const used = worker ? (await processorMs(worker)) - (worker === already ? await before : 0) : 0
    const isLate = used > limitMs || performance.now() - begun > LIMITS_BY_CLOCK * limitMs
    if (isLate && !hasEnded) onLate()
  }
  const timer = setInterval(() => void look(), Math.max(1, limitMs / LOOKS_A_LIMIT))
  return {
    [Symbol.dispose]() {
      hasEnded = true
      clearInterval(timer)
    },
  }
}

/** What a worker has computed since it started; 0 where it has ended. */
async function processorMs(worker: Worker): Promise<number> {
  const used = await worker.cpuUsage().catch(() => null)
  return used ? (used.user + used.system) / 1000 : 0
}

function startWorker(file: string, heapMb: number, onLost: (lost: Running) => void): Running {
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: heapMb }, stderr: true })
  const caller = createCaller<KernelMethods>(async (call) => worker.postMessage(call))
  const made = { worker, caller, loaded: new Set<string>() }
  const lose = (why: Message) => {
    onLost(made)
    caller.close(new RulesStoppedError(why))
  }
  worker.on('message', caller.receive)
  worker.on('error', (error: Error & { code?: string }) =>
    lose(
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? message('failures.rules.tooMuchMemory')
        : message('failures.rules.failed', { reason: error.message }),
    ),
  )
  worker.on('exit', () => lose(message('failures.rules.processEnded')))
  return made
}

async function load({ caller, loaded }: Running, { packs, facts }: KernelInput): Promise<void> {
  if (!loaded.has(packs.key)) await caller.call('loadPacks', packs)
  loaded.add(packs.key)
  if (!facts) return
  if (!loaded.has(facts.key)) await caller.call('loadFacts', facts)
  loaded.add(facts.key)
}
