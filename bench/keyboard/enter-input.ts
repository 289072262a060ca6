import type { Page } from '@playwright/test'
import { focusOf, pressUntil } from './focus.ts'
import type { TrialInput } from './trial.ts'

/** Goes to one line of the calculator's form and enters a value, by the keyboard alone. `row` counts the lines from 0. */
export async function enterInput(page: Page, row: number, { input, written }: TrialInput): Promise<void> {
  await goToRow(page, row)
  const place = input.places[input.args.indexOf(null)]
  if (!place) {
    await pressUntil(page, 'ArrowRight', ({ name }) => name === written, 4)
    return page.keyboard.press('Enter')
  }
  if (place.kind === 'name') return chooseValue(page, written)
  if (place.kind === 'date') return typeOver(page, written)
  const [amount = '', unit = ''] = split(written)
  await typeOver(page, amount)
  if (place.units.length === 0 || unit === '') return
  await page.keyboard.press('Tab')
  const focus = await focusOf(page)
  if (focus.row === row && focus.tag === 'select') await chooseValue(page, unit)
}

/** Types over what stands in a line, as it is. */
export async function enterText(page: Page, row: number, text: string): Promise<void> {
  await goToRow(page, row)
  await typeOver(page, text)
}

async function goToRow(page: Page, row: number): Promise<void> {
  const { row: now, tag } = await focusOf(page)
  const isPast = now > row || (now === row && tag === 'select')
  await pressUntil(page, isPast ? 'Shift+Tab' : 'Tab', (focus) => focus.row === row)
  // Backwards one comes to the unit of a number first.
  if ((await focusOf(page)).name.startsWith('Unit of ')) await page.keyboard.press('Shift+Tab')
}

async function typeOver(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(text)
}

async function chooseValue(page: Page, wanted: string): Promise<void> {
  await page.keyboard.press('Home')
  await pressUntil(page, 'ArrowDown', ({ value }) => value === wanted, 40)
}

/** `35..40 %` is typed as "35 to 40", beside its unit. */
function split(written: string): readonly string[] {
  const at = written.indexOf(' ')
  const [amount, unit] = at < 0 ? [written, ''] : [written.slice(0, at), written.slice(at + 1)]
  return [amount.replace('..', ' to '), unit]
}
