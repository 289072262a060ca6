import type { Page } from '@playwright/test'
import { enterInput, enterText } from './enter-input.ts'
import { focusOf, pressUntil } from './focus.ts'
import { saysExpected, type Trial, type TrialInput, type TrialResult } from './trial.ts'
import { withoutUnit } from './without-unit.ts'

const PATIENCE_MS = 8000
const BETWEEN_MS = 50

/** Tries a calculator in the window, which shows the calculators of a matter already. Only keys are pressed. */
export async function tryInWindow(page: Page, trial: Trial): Promise<TrialResult> {
  const { calculator, inputs, missing, impossible, wrongUnit } = trial
  await setDay(page, trial.asOf)
  await openCalculator(page, calculator.title)
  const rowOf = ({ input }: TrialInput) => calculator.inputs.findIndex((one) => one === input)
  const enter = (one: TrialInput) => enterInput(page, rowOf(one), one)
  for (const one of inputs) if (one.input !== missing?.input) await enter(one)
  const asks = missing && (await whyNot(() => asksFor(page, missing.question)))
  if (missing) await enter(missing)
  const computes = await whyNot(() => computed(page, trial))
  const tryWrong = async (one: TrialInput | null, type: (row: number, one: TrialInput) => Promise<void>) => {
    if (!one) return null
    await type(rowOf(one), one)
    const why = await whyNot(() => refused(page, rowOf(one), one.written))
    const right = inputs.find(({ input }) => input === one.input)
    if (right) await enter(right)
    return why
  }
  const refuses = await tryWrong(impossible, (row, one) => enterInput(page, row, one))
  const refusesUnit = await tryWrong(wrongUnit, (row, one) => enterText(page, row, one.written))
  return { computes, asks, refuses, refusesUnit }
}

async function setDay(page: Page, asOf: string): Promise<void> {
  const day = page.getByRole('textbox', { name: 'As of' })
  if ((await day.inputValue()) === asOf) return
  await pressUntil(page, 'Shift+Tab', ({ name }) => name === 'As of')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(asOf)
}

async function openCalculator(page: Page, title: string): Promise<void> {
  const { row, list } = await focusOf(page)
  const key = row < 0 && list !== 'Calculators' ? 'Tab' : 'Shift+Tab'
  await pressUntil(page, key, (focus) => focus.list === 'Calculators' && focus.tag === 'button' && isListed(focus.name))
  await page.keyboard.press('Home')
  await pressUntil(page, 'ArrowDown', ({ name }) => nameOf(name) === title)
  await page.keyboard.press('Enter')
}

function isListed(name: string): boolean {
  return name !== 'Find calculator'
}

function nameOf(text: string): string {
  return text.replace(/sample, not reviewed$/, '')
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

async function asksFor(page: Page, question: string): Promise<string> {
  const text = await textOf(page, 'calculation')
  return text.includes(question) ? '' : `does not ask “${question}” but says: ${text}`
}

async function computed(page: Page, { expected, calculator: { unit } }: Trial): Promise<string> {
  const shown = await textOf(page, 'result')
  const result = withoutUnit(shown, unit)
  return saysExpected(result, expected) ? '' : `says ${shown}, not ${expected.join(', ')}`
}

/** Why stands beside the field, or where the result would be; there is no result, and what was typed is still there. */
async function refused(page: Page, row: number, typed: string): Promise<string> {
  const field = page.locator('.calculators .frow').nth(row)
  const kept = await field.locator('input').inputValue()
  const [beside, instead] = [await field.locator('.row-problem').textContent(), await textOf(page, 'failure')]
  const result = await textOf(page, 'result')
  if (!typed.startsWith(kept) || kept === '') return `keeps “${kept}” of “${typed}”`
  if (!beside && !instead) return `says nothing, but: ${result}`
  return result === '' ? '' : `computes all the same: ${result}`
}

/** What stands there now, without waiting for it; empty where it is not. */
async function textOf(page: Page, id: string): Promise<string> {
  const [first] = await page.getByTestId(id).allTextContents()
  return first ?? ''
}
