import { stderr, stdin } from 'node:process'
import { createLineReader, type LineReader } from './line-reader.ts'
import { wrongUse } from './usage-error.ts'

export type Question = {
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
