import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openTriedWindow } from '../../bench/keyboard/open-tried-window.ts'
import { trialsOfPack } from '../../bench/keyboard/trials-of-pack.ts'
import { tryInWindow } from '../../bench/keyboard/try-in-window.ts'
import { buildIfNeeded } from '../../scripts/build.ts'
import { shortFolder } from '../hosts/short-folder.ts'

/** A sum with a condition of the whole, a formula, days; `bench -- keyboard` tries all. */
const TRIED = ['wells_dvt', 'ckd_epi', 'cpr_ends']
const NARROW = { width: 1000, height: 900 }

test('case sheets compute their examples by the keyboard alone, ask for what is left out and refuse what cannot be', async () => {
  await buildIfNeeded()
  await using folder = await shortFolder()
  await using window = await openTriedWindow(join(folder.path, 'home'), NARROW)
  const trials = (await Promise.all(['clinical', 'legal-time'].map(trialsOfPack))).flat()
  const tried = trials.filter(({ calculator }) => TRIED.includes(calculator.name))
  expect(tried).toHaveLength(TRIED.length)
  for (const trial of tried) {
    const wrong = Object.values(await tryInWindow(window.page, trial)).filter((why) => why !== null && why !== '')
    expect([trial.calculator.name, ...wrong]).toEqual([trial.calculator.name])
  }
})
