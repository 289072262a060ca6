import { join } from 'node:path'
import { buildIfNeeded } from '../scripts/build.ts'
import { openTriedWindow } from './keyboard/open-tried-window.ts'
import type { Trial, TrialResult } from './keyboard/trial.ts'
import { trialsOfPack } from './keyboard/trials-of-pack.ts'
import { tryInWindow } from './keyboard/try-in-window.ts'
import { tryOnCommandLine } from './keyboard/try-on-command-line.ts'
import type { Measurement } from './measurement.ts'
import { temporaryFolder } from './temporary-home.ts'

const PACKS = ['clinical', 'legal-time']
const SIZE = { width: 1440, height: 1000 }

/**
 * Each calculator of the packs, in the window by keys alone and by `calc`, on the built program: computed on an example of its
 * pack, with an input left out, with one that cannot be, and with a number in the unit of something else.
 */
export async function* measureKeyboard(): AsyncGenerator<Measurement> {
  await buildIfNeeded()
  await using folder = await temporaryFolder()
  const home = join(folder.path, 'home')
  await using window = await openTriedWindow(home, SIZE)
  const trials = (await Promise.all(PACKS.map(trialsOfPack))).flat()
  const ways = {
    window: (trial: Trial) => tryInWindow(window.page, trial),
    calc: (trial: Trial) => tryOnCommandLine(home, trial),
  }
  for (const [by, tryOut] of Object.entries(ways)) {
    const results: TrialResult[] = []
    for (const trial of trials) {
      const result = await tryOut(trial)
      results.push(result)
      yield { bench: 'keyboard', by, calculator: `${trial.calculator.pack}/${trial.calculator.name}`, ...words(result) }
    }
    yield { bench: 'keyboard', by, calculator: 'all', calculators: trials.length, ...counts(results) }
  }
}

function words(result: TrialResult) {
  const word = (why: string | null) => (why === null ? 'nothing to try' : why || 'yes')
  return Object.fromEntries(Object.entries(result).map(([step, why]) => [step, word(why)]))
}

/** Of each step how often it was tried and how often it went wrong. */
function counts(results: readonly TrialResult[]) {
  const steps = ['computes', 'asks', 'refuses', 'refusesUnit'] as const
  const of = (step: (typeof steps)[number]) => results.map((result) => result[step]).filter((why) => why !== null)
  const tried = Object.fromEntries(steps.map((step) => [step, of(step).length]))
  return { tried, wrong: steps.reduce((sum, step) => sum + of(step).filter((why) => why !== '').length, 0) }
}
