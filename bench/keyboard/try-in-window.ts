import type { Page } from '@playwright/test'
import { inputLabels } from '../../contract/knowledge/calculator-input.ts'
import { withDayWords } from '../../wording/format-time.ts'
import { saysExpected, type Trial, type TrialInput, type TrialResult } from './trial.ts'
import { withoutUnit } from './without-unit.ts'

const PATIENCE_MS = 8000
const BETWEEN_MS = 50
const MOST_TABS = 120

/** Tries a calculator on its case sheet, in a window that shows the sheets of a matter already. Only keys are pressed. */
export async function tryInWindow(page: Page, trial: Trial): Promise<TrialResult> {
  const { calculator, inputs, missing, impossible, wrongUnit } = trial
  await openSheet(page, trial)
  const labels = inputLabels(calculator.inputs)
  const labelOf = ({ input }: TrialInput) => labels[calculator.inputs.indexOf(input)] ?? ''
  await answerAll(
    page,
    inputs.filter(({ input }) => input !== missing?.input),
    labelOf,
  )
  const asks = missing && (await whyNot(() => asksFor(page, labelOf(missing))))
  if (missing) await answerAll(page, inputs, labelOf)
  const computes = await whyNot(() => computed(page, trial))
  const tryWrong = async (one: TrialInput | null) => {
    // What can no longer change the result is not asked for.
    if (!one || (await rowOf(page, labelOf(one)).count()) === 0) return null
    await goToRow(page, labelOf(one))
    await typeOver(page, one.written)
    await page.keyboard.press('Enter')
    const why = await whyNot(() => refused(page, labelOf(one), one.written))
    const right = inputs.find(({ input }) => input === one.input)
    if (right) await answer(page, right, labelOf(one))
    return why
  }
  return { computes, asks, refuses: await tryWrong(impossible), refusesUnit: await tryWrong(wrongUnit) }
}

/** Through another place, so that nothing that was typed is left. */
async function openSheet(page: Page, { asOf, calculator: { title } }: Trial): Promise<void> {
  await page.keyboard.press('Alt+2')
  await page.keyboard.press('Alt+3')
  const box = page.getByRole('combobox', { name: 'What do you want to know?' })
  await box.waitFor()
  const day = page.getByRole('textbox', { name: 'As of' })
  await day.focus()
  await typeOver(page, asOf)
  await box.focus()
  await page.keyboard.type(title)
  const all = page.getByRole('listbox').getByRole('option')
  await all.filter({ hasText: title }).first().waitFor()
  const listed = await all.allTextContents()
  for (let down = listed.findIndex((text) => text.startsWith(title)); down > 0; down -= 1)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: new RegExp(`^${literally(title)}`) }).waitFor()
}

/** What the sheet shows, until nothing of it is left to answer; an answer may bring others in. */
async function answerAll(
  page: Page,
  inputs: readonly TrialInput[],
  labelOf: (one: TrialInput) => string,
): Promise<void> {
  const left = new Set(inputs)
  for (;;) {
    const shown = await page.locator('.inputs > li:not(.print-only) .name').allTextContents()
    const next = [...left].find((one) => shown.includes(labelOf(one)))
    if (!next && left.size > 0 && (await showMore(page))) continue
    if (!next) return
    left.delete(next)
    if (await isMissing(page, labelOf(next))) await answer(page, next, labelOf(next))
  }
}

async function showMore(page: Page): Promise<boolean> {
  const more = page.getByRole('button', { name: /^Show \d+ more/ })
  if ((await more.count()) === 0) return false
  await more.press('Enter')
  return true
}

async function isMissing(page: Page, label: string): Promise<boolean> {
  const [said] = await rowOf(page, label).allTextContents()
  return said?.includes('Not recorded.') ?? false
}

function rowOf(page: Page, label: string) {
  return page.locator('.inputs > li:not(.print-only)').filter({
    has: page.locator('.name', { hasText: new RegExp(`^${literally(label)}$`) }),
  })
}

async function answer(page: Page, { input, written }: TrialInput, label: string): Promise<void> {
  await goToRow(page, label)
  const place = input.places[input.args.indexOf(null)]
  if (!place) await page.keyboard.type({ yes: 'y', no: 'n' }[written] ?? 'u')
  else if (place.kind === 'name' && !place.open)
    await page.keyboard.type(place.choices.find(({ name }) => name === written)?.label ?? written)
  else {
    await typeOver(page, written.replace('..', ' to '))
    await page.keyboard.press('Enter')
  }
  await whyNot(async () => ((await isMissing(page, label)) ? 'not answered yet' : ''))
}

async function goToRow(page: Page, label: string): Promise<void> {
  const here = rowOf(page, label)
  await page.getByRole('combobox', { name: 'What do you want to know?' }).focus()
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    if ((await here.locator(':focus').count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab, pressed ${MOST_TABS} times, does not lead to "${label}".`)
}

async function typeOver(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(text)
}

/** Gives what was wrong, empty for nothing: `look` is asked until it says so or patience ends. */
async function whyNot(look: () => Promise<string>): Promise<string> {
  const startedMs = performance.now()
  let why = await look()
  while (why !== '' && performance.now() - startedMs < PATIENCE_MS) {
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS))
    why = await look()
  }
  return why
}

async function asksFor(page: Page, label: string): Promise<string> {
  const missing = await page.locator('.inputs > .missing .name').allTextContents()
  return missing.includes(label) ? '' : `does not ask for “${label}” but for: ${missing.join(', ') || 'nothing'}`
}

async function computed(page: Page, { expected, calculator: { unit } }: Trial): Promise<string> {
  const shown = (await page.getByTestId('sheet-result').textContent()) ?? ''
  const result = withoutUnit(shown.trim(), unit)
  // A day is shown with its weekday.
  const said = expected.map((one) => (typeof one === 'string' ? withDayWords(one) : one))
  return saysExpected(result, said) ? '' : `says ${shown}, not ${said.join(', ')}`
}

/** Why stands beside the field or above the sheet, there is no result, and what was typed is still there. */
async function refused(page: Page, label: string, typed: string): Promise<string> {
  const row = rowOf(page, label)
  const kept = await row.locator('input').first().inputValue()
  const problems = await row.locator('.row-problem').or(page.getByTestId('failure')).allTextContents()
  if (!typed.startsWith(kept) || kept === '') return `keeps “${kept}” of “${typed}”`
  return problems.some((text) => text.trim() !== '') ? '' : `says nothing of “${typed}”`
}

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)
}
