import { type ChildProcess, spawn } from 'node:child_process'
import { killTree } from './system-processes.ts'

export type ProgramOptions = {
  readonly file: string
  readonly words: readonly string[]
  /** All that it is told; nothing of this process's own environment is passed on. */
  readonly environment: Readonly<Record<string, string>>
  readonly folder: string
  readonly limitMs: number
  /** Looked at several times a second: a reason ends the program. */
  readonly watch: () => Promise<string | null>
  readonly onStart: (pid: number) => Promise<void>
}

/** How it ended: by itself (`code` null: by a signal), after `limitMs`, or for a reason that `watch` gave. */
export type ProgramEnd =
  | { readonly why: 'ended'; readonly code: number | null; readonly output: string }
  | { readonly why: 'time' }
  | { readonly why: 'watched'; readonly reason: string }

const WATCH_EVERY_MS = 200
const LAST_WORDS_MS = 500
/** The end of what it printed is kept; one that prints without end is stopped. */
const OUTPUT_TAIL_CHARACTERS = 4000
const MOST_PRINTED_CHARACTERS = 10_000_000

/**
 * Runs a program that is not ours, to its end or to its limits; then it is gone with everything that it started. Throws where
 * it cannot be started, and the reason of `signal`.
 */
export async function runProgram(options: ProgramOptions, signal: AbortSignal): Promise<ProgramEnd> {
  signal.throwIfAborted()
  const { file, words, environment, folder, limitMs, watch, onStart } = options
  // A group of its own, so that it can be killed with its children.
  const child = spawn(file, words, { cwd: folder, env: environment, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = Promise.withResolvers<ProgramEnd>()
  const printed = collectOutput(child, () => ended.resolve({ why: 'watched', reason: 'it printed without end' }))
  const exited = Promise.withResolvers<void>()
  child.once('exit', () => exited.resolve())
  child.once('error', () => exited.resolve())
  const onAbort = () => ended.reject(signal.reason as Error)
  signal.addEventListener('abort', onAbort, { once: true })
  child.once('error', ended.reject)
  // What it printed last may come after its end; what it left running may keep the pipe open for ever.
  child.once(
    'exit',
    (code) => void setTimeout(() => ended.resolve({ why: 'ended', code, output: printed() }), LAST_WORDS_MS),
  )
  child.once('close', (code) => ended.resolve({ why: 'ended', code, output: printed() }))
  // It is awaited below, unless something else fails first.
  ended.promise.catch(() => {})
  const clock = setTimeout(() => ended.resolve({ why: 'time' }), limitMs)
  const watching = setInterval(() => {
    void watch().then((reason) => reason !== null && ended.resolve({ why: 'watched', reason }))
  }, WATCH_EVERY_MS)
  try {
    if (child.pid !== undefined) await Promise.race([onStart(child.pid), ended.promise])
    return await ended.promise
  } finally {
    clearTimeout(clock)
    clearInterval(watching)
    signal.removeEventListener('abort', onAbort)
    if (child.pid !== undefined) await killTree(child.pid)
    await exited.promise
    child.stdout?.destroy()
    child.stderr?.destroy()
  }
}

function collectOutput(child: ChildProcess, onFlood: () => void): () => string {
  let tail = ''
  let characters = 0
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      characters += text.length
      tail = (tail + text).slice(-OUTPUT_TAIL_CHARACTERS)
      if (characters > MOST_PRINTED_CHARACTERS) onFlood()
    })
  return () => tail
}
