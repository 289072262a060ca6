import { stderr, stdin } from 'node:process'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Asks on the terminal without showing what is typed; reads one line where standard input is not a terminal. */
export async function askPassphrase(question: string, signal: AbortSignal): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: stdin, output: silent, terminal: stdin.isTTY ?? false })
  stderr.write(question)
  try {
    return await lines.question('', { signal })
  } finally {
    lines.close()
    stderr.write('\n')
  }
}
