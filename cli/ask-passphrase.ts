import { stderr, stdin } from 'node:process'
import { createInterface, type Interface } from 'node:readline'
import { type Readable, Writable } from 'node:stream'
import { wrongUse } from './failures.ts'

type Question = {
  readonly text: string
  /** The environment variable that saves the question. */
  readonly variable: string
}

// One for the process, as standard input is: a second one would lose the lines that the first has taken.
let reader: LineReader | null = null

/** Asks on the terminal without showing what is typed; reads one line where standard input is not a terminal. */
export async function askPassphrase({ text, variable }: Question, signal: AbortSignal): Promise<string> {
  const given = await ask(text, signal)
  if (given === null) throw wrongUse(`Nothing was typed: standard input has ended. Type it, or set ${variable}.`)
  return given
}

/** Asks for a passphrase that nobody has typed before, twice; a pipe may say it once. */
export async function choosePassphrase(question: Question, signal: AbortSignal): Promise<string> {
  const first = await askPassphrase(question, signal)
  if (first === '') throw wrongUse('An empty passphrase locks nothing. Nothing was changed.')
  const second = await ask('Once more: ', signal)
  if (second === null && !reader?.isTerminal) return first
  if (first !== second) throw wrongUse('The two passphrases differ. Nothing was changed.')
  return first
}

async function ask(text: string, signal: AbortSignal): Promise<string | null> {
  reader ??= createLineReader(stdin)
  // What is typed must be hidden before anybody is asked to type.
  const line = reader.line(signal)
  stderr.write(text)
  try {
    return await line
  } finally {
    stderr.write('\n')
  }
}

interface LineReader {
  readonly isTerminal: boolean
  /** The next line, or null where the input has ended. Throws `ABORT_ERR` at Ctrl-C, and the reason of the signal. */
  line(signal: AbortSignal): Promise<string | null>
}

type Input = Readable & { readonly isTTY?: boolean }

/**
 * Reads an input line by line, without showing what is typed. There is one for the whole command: lines that come in one
 * piece, as from a pipe, are kept for the questions that follow.
 */
export function createLineReader(input: Input): LineReader {
  const isTerminal = input.isTTY ?? false
  const kept: string[] = []
  let piped: Interface | null = null
  let hasEnded = false

  function open(): Interface {
    const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
    const lines = createInterface({ input, output: silent, terminal: isTerminal })
    lines.on('line', (line) => kept.push(line))
    // An input that cannot be read, such as a folder, closes as well.
    lines.on('error', () => lines.close())
    if (!isTerminal) lines.on('close', () => (hasEnded = true))
    return lines
  }

  return {
    isTerminal,
    async line(signal) {
      signal.throwIfAborted()
      if (kept.length === 0 && !hasEnded && !input.readableEnded) {
        const lines = isTerminal ? open() : (piped ??= open())
        try {
          await nextOf(lines, signal)
        } finally {
          // A terminal shows again what is typed, and Ctrl-C is a signal again; a pipe that is not read holds no process up.
          if (isTerminal) lines.close()
          else if (!hasEnded) lines.pause()
        }
      }
      return kept.shift() ?? null
    },
  }
}

/** Resolves when a line has come or none will. */
function nextOf(lines: Interface, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const onLine = () => resolve()
  const onInterrupt = () => reject(Object.assign(new Error('Interrupted at a question.'), { code: 'ABORT_ERR' }))
  const onAbort = () => reject(signal.reason as Error)
  lines.once('line', onLine).once('close', onLine).once('SIGINT', onInterrupt)
  signal.addEventListener('abort', onAbort, { once: true })
  lines.resume()
  return promise.finally(() => {
    lines.off('line', onLine).off('close', onLine).off('SIGINT', onInterrupt)
    signal.removeEventListener('abort', onAbort)
  })
}
