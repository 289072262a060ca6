import { VERSION } from '../../../assistant/home/version.ts'
import type { ProgramOptions } from '../../../cli/program.ts'

/** One command for this process; it answers with an `Answered`. */
export type Asked = { readonly words: readonly string[]; readonly env: Readonly<Record<string, string>> }

export type Answered = { readonly code: number; readonly out: string; readonly err: string }

const OUT = new URL('../../../out/', import.meta.url)

/** Runs the built command line as often as it is told to, one command at a time: starting it takes longer than most commands. */
async function serveCommands(): Promise<void> {
  process.env.RUST_LOG ??= 'error'
  process.env.LANCEDB_LOG ??= 'error'
  const inherited = { ...process.env }
  const { runProgram } = (await import(new URL('cli/program.js', OUT).href)) as {
    runProgram(words: readonly string[], options: ProgramOptions): Promise<number>
  }
  const said = { out: '', err: '' }
  process.stdout.write = (text) => ((said.out += String(text)), true)
  process.stderr.write = (text) => ((said.err += String(text)), true)
  process.on('disconnect', () => process.exit())
  process.on('message', async ({ words, env }: Asked) => {
    Object.assign(said, { out: '', err: '' })
    process.env = { ...inherited, ...env }
    const { signal } = new AbortController()
    const code = await runProgram(words, { root: OUT, env: process.env, signal, version: VERSION })
    process.send?.({ code, ...said } satisfies Answered)
  })
}

await serveCommands()
