import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { pressUntil } from '../../bench/keyboard/focus.ts'
import { openTriedWindow } from '../../bench/keyboard/open-tried-window.ts'
import { trialsOfPack } from '../../bench/keyboard/trials-of-pack.ts'
import { tryInWindow } from '../../bench/keyboard/try-in-window.ts'
import { buildIfNeeded } from '../../scripts/build.ts'
import { shortFolder } from '../hosts/short-folder.ts'

/** A sum with a condition of the whole, a formula, days; `bench -- keyboard` tries all. */
const TRIED = ['wells_dvt', 'ckd_epi', 'cpr_ends']
const NARROW = { width: 1000, height: 900 }
const WIDE = { width: 1440, height: 900 }

test('calculators compute their examples by the keyboard alone, ask for what is left out and refuse what cannot be', async () => {
  test.setTimeout(120_000)
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
  // The last of the long list, whose form must not lie above or below what is seen.
  for (const size of [NARROW, WIDE]) {
    await window.page.setViewportSize(size)
    await pressUntil(window.page, 'Shift+Tab', ({ list, name }) => list === 'Calculators' && name !== 'Find calculator')
    await window.page.keyboard.press('End')
    await window.page.keyboard.press('Enter')
    await expect(window.page.getByRole('region').getByRole('heading', { level: 2 })).toBeInViewport()
    await pressUntil(window.page, 'Tab', ({ row }) => row === 0)
  }
})
