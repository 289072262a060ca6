import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { saysExpected, type Trial, type TrialInput, type TrialResult } from './trial.ts'
import { withoutUnit } from './without-unit.ts'

const MAIN = fileURLToPath(new URL('../../out/cli/main.js', import.meta.url))
/** As the command line ends when it was used wrongly (`docs/commands.md`). */
const WRONG_USE = 2

type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

/** Tries a calculator with `calc NAME key=value …`, with an app running on the home or without. */
export async function tryOnCommandLine(home: string, trial: Trial): Promise<TrialResult> {
  const { calculator, inputs, missing, impossible, wrongUnit } = trial
  const run = (given: readonly TrialInput[]) => runCalc(home, trial, given)
  const instead = (one: TrialInput) => run([...inputs.filter(({ input }) => input !== one.input), one])
  const computes = computed(await run(inputs), trial)
  const asks = missing && asked(await run(inputs.filter(({ input }) => input !== missing.input)), missing.question)
  // What the window offers as a list can be mistyped here.
  const [first] = inputs
  const mistyped = impossible ?? (first ? { ...first, written: 'perhaps' } : null)
  const refuses = mistyped && refused(await instead(mistyped), calculator.name)
  const refusesUnit = wrongUnit && refused(await instead(wrongUnit), calculator.name)
  return { computes, asks, refuses, refusesUnit }
}

async function runCalc(home: string, { calculator, asOf }: Trial, given: readonly TrialInput[]): Promise<Ended> {
  const words = given.map(({ input, written }) => `${input.key}=${written}`)
  const all = ['--home', home, 'calc', calculator.name, ...words, '--as-of', asOf]
  const child = spawn(process.execPath, [MAIN, ...all], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', CONSILIUM_PASSPHRASE: '' },
  })
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out, err }
}

function computed({ out, err }: Ended, { calculator: { name, unit }, expected }: Trial): string {
  const first = out.split('\n')[0] ?? ''
  const shown = first.slice(`${name}: `.length)
  const result = withoutUnit(shown, unit)
  return saysExpected(result, expected) ? '' : `says ${first || err.trim()}, not ${expected.join(', ')}`
}

function asked({ out, err }: Ended, question: string): string {
  return out.includes(`not known: ${question}`) ? '' : `does not ask “${question}” but says: ${out || err}`
}

function refused({ code, out, err }: Ended, name: string): string {
  if (code !== WRONG_USE || err.trim() === '') return `ends with ${code} and says: ${err || out}`
  return out.startsWith(`${name}:`) ? `computes all the same: ${out}` : ''
}
