import { type ChildProcess, fork, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Answered, Asked } from './children/run-commands.ts'

const MAIN = fileURLToPath(new URL('../../out/cli/main.js', import.meta.url))
const RUNNER = fileURLToPath(new URL('children/run-commands.ts', import.meta.url))

export type Line = Readonly<Record<string, unknown>> & { readonly type?: string }

export type Ended = {
  /** The exit code; null when a signal ended it. */
  readonly code: number | null
  readonly out: string
  readonly err: string
  /** Standard output as JSON lines; empty when it is none. */
  readonly lines: readonly Line[]
}

export type Command = {
  readonly process: ChildProcess
  readonly ended: Promise<Ended>
  /** The first line of standard output that `is` accepts. Throws when the command ends before. */
  line(is: (line: Line) => boolean): Promise<Line>
}

type Options = {
  readonly home: string
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
  readonly uid?: number
  /** Where it is run; default: where the tests are. */
  readonly folder?: string
}

/** Models of whoever runs the tests are none of these. */
const QUIET = { NO_COLOR: '1', CONSILIUM_THREADS: '1', CONSILIUM_PASSPHRASE: '', CONSILIUM_MODELS: '' }

/** Starts the built command line (`buildIfNeeded` comes first) as a process of its own, and does not wait. */
export function startCommand(words: readonly string[], { home, env = {}, input, uid, folder }: Options): Command {
  const child = spawn(process.execPath, [MAIN, '--home', home, ...words], {
    ...(uid === undefined ? {} : { uid }),
    ...(folder === undefined ? {} : { cwd: folder }),
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...QUIET, ...env },
  })
  child.stdin?.end(input)
  let out = ''
  let err = ''
  const seen: Line[] = []
  const waiting = new Set<() => void>()
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text))
  if (child.stdout)
    createInterface({ input: child.stdout }).on('line', (text) => {
      seen.push(...parsed(text))
      for (const look of waiting) look()
    })
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => resolve({ code, out, err, lines: out.split('\n').flatMap(parsed) }))
  })
  return {
    process: child,
    ended,
    line: (is) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = seen.find(is)
          if (found) resolve(found)
        }
        waiting.add(look)
        look()
        void ended.then(() => reject(new Error(`It ended before: ${out.slice(-500)}${err.slice(-500)}`)))
      }),
  }
}

/** Runs one command to its end, in a process of its own: what it leaves open keeps it from ending. */
export function runAlone(words: readonly string[], options: Options): Promise<Ended> {
  return startCommand(words, options).ended
}

const runner = { process: null as ChildProcess | null, isBusy: false }

/** Runs one command to its end, in a process that runs the next one too where nothing about it needs one of its own. */
export async function runCommand(words: readonly string[], options: Options): Promise<Ended> {
  const { home, env = {}, input, uid, folder } = options
  if (runner.isBusy || input !== undefined || uid !== undefined || folder !== undefined) return runAlone(words, options)
  runner.isBusy = true
  try {
    const answered = await answerOf({
      words: ['--home', home, ...words],
      env: { ...process.env, ...QUIET, ...env } as never,
    })
    return { ...answered, lines: answered.out.split('\n').flatMap(parsed) }
  } finally {
    runner.isBusy = false
  }
}

async function answerOf(asked: Asked): Promise<Answered> {
  const child = (runner.process ??= startRunner())
  holdFor(child)
  return new Promise((resolve, reject) => {
    const forget = () => {
      letGo(child)
      child.off('message', take)
      child.off('exit', fail)
    }
    const take = (answered: Answered) => {
      forget()
      resolve(answered)
    }
    const fail = (code: number | null, signal: string | null) => {
      forget()
      runner.process = null
      reject(new Error(`The process of the commands ended (${code ?? signal}) at: ${asked.words.join(' ')}`))
    }
    child.on('message', take).on('exit', fail)
    child.send(asked)
  })
}

/** It ends with this process, and keeps it from ending only while a command runs. */
function startRunner(): ChildProcess {
  return fork(RUNNER, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
}

function holdFor(child: ChildProcess): void {
  child.ref()
  child.channel?.ref()
}

function letGo(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
}

function parsed(text: string): readonly Line[] {
  if (!text.startsWith('{')) return []
  try {
    return [JSON.parse(text) as Line]
  } catch {
    return []
  }
}
