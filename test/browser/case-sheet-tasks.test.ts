import { expect, type Page, test } from '@playwright/test'
import { withDayWords } from '../../wording/format-time.ts'
import { openWindow } from './open-window.ts'
import type { ServedHome } from './serve-home.ts'

/** Beyond the question and the values themselves (issue 20). */
const PRESSES_AT_MOST = 12

type Task = {
  readonly question: string
  readonly title: RegExp
  /** By the beginning of the label: what is typed there; y, n and u answer a question. */
  readonly values: Readonly<Record<string, string>>
  /** Worked out by hand. */
  readonly result: string
}

const WOMAN = { 'Date of birth': '1948-02-11', Sex: 'female' }

const TASKS: readonly Task[] = [
  {
    question: 'stroke risk in atrial fibrillation',
    title: /CHA2DS2-VASc/,
    // 75 or over 2, female 1, hypertension 1.
    values: {
      ...WOMAN,
      'Heart failure': 'n',
      Hypertension: 'y',
      Diabetes: 'n',
      'A past stroke': 'n',
      'A past heart': 'n',
    },
    result: '4',
  },
  {
    question: 'creatinine clearance',
    title: /Cockcroft-Gault, actual/,
    // (140 - 78) x 60 kg x 0.85 / (72 x 1.0).
    values: { ...WOMAN, Weight: '60', 'Serum creatinine': '1.0' },
    result: '43.9',
  },
  {
    question: 'is she on too much enoxaparin?',
    title: /Enoxaparin/,
    // Prophylaxis with a clearance of 43.9 mL/min.
    values: {
      ...WOMAN,
      Weight: '60',
      'Serum creatinine': '1.0',
      'Reason for': 'prophylaxis in acute',
      'Long-term dialysis': 'n',
      'Dialysis of any kind': 'n',
    },
    result: '40 mg once daily',
  },
  {
    question: 'QTc',
    title: /QTc/,
    // At one beat a second both formulas leave the interval as it is.
    values: { 'QT interval': '400', 'Heart rate': '60' },
    result: '400 ms',
  },
  {
    question: 'NEWS2',
    title: /^NEWS2 as/,
    // Respiratory rate 22: 2; saturation 93 %: 2; pulse 108: 1; systolic 104: 1; temperature 38.4: 1.
    values: {
      'Respiratory rate': '22',
      SpO2: '93',
      'A prescribed saturation': 'n',
      'Supplemental oxygen': 'n',
      Temperature: '38.4',
      'Systolic blood': '104',
      'Heart rate': '108',
      'Reduced alertness': 'n',
      'New confusion': 'n',
    },
    result: '7',
  },
  {
    question: 'body mass index',
    title: /Body mass index/,
    values: { Weight: '81', Height: '180' },
    result: '25',
  },
  {
    question: 'how long have I got under the Civil Procedure Rules?',
    title: /Deadline under the Civil Procedure Rules/,
    // Five days or less leave out Christmas Day, the substitute for Boxing Day, the weekends and New Year's Day.
    values: { 'Day of the event': '2026-12-23', 'Length in days': '5', 'To be done at': 'n', 'Notice of': 'n' },
    result: '2027-01-04',
  },
  {
    question: 'US federal deadline',
    title: /US federal deadline \(FRCP 6\)/,
    // Monday 1 June and 14 days.
    values: { 'Day of the event': '2026-06-01', 'Length in days': '14', 'Served by mail': 'n' },
    result: '2026-06-15',
  },
  {
    question: 'German period of months after an event',
    title: /German period of months after an event/,
    // BGB 187(1), 188(2): the day of the month that has the number of the event; a Sunday moves to Monday (193).
    values: {
      'Day of the event': '2026-03-11',
      'Length in months': '1',
      'Declaration or': 'y',
      'First day counts': 'n',
    },
    result: '2026-04-13',
  },
  {
    question: 'limitation in England',
    title: /Limitation in England and Wales/,
    // Six years for a simple contract.
    values: {
      'Kind of claim': 'breach of simple',
      'Cause of action arose': '2021-03-04',
      'Arose at the start': 'n',
      'Fraud, conc': 'n',
      'Claimant was under': 'n',
    },
    result: '2027-03-04',
  },
  {
    question: 'simple interest',
    title: /Simple interest/,
    // 1000 at 8 % for 365 days of a year of 365.
    values: {
      Principal: '1000',
      'Rate per': '8',
      'First day of': '2025-01-01',
      'Last day of': '2026-01-01',
      'How days': 'actual',
    },
    result: '80',
  },
  {
    question: 'last day to give notice',
    title: /Last day to give notice/,
    // Six months before 24 March 2027.
    values: { 'End of the term': '2027-03-24', 'Notice period': '6' },
    result: '2026-09-24',
  },
]

let served: ServedHome
let page: Page
let troubles: readonly string[]

test.beforeAll(async ({ browser }) => {
  ;({ served, page, troubles } = await openWindow(browser))
  await served.asking(async (assistant) => {
    for (const at of TASKS.keys()) {
      const matter = `Task ${at + 1}`
      await assistant.matter.create({ name: matter, subtitle: '' })
      for (const pack of ['clinical', 'legal-time']) await assistant.pack.use({ matter, pack, on: true })
    }
  })
})

test.afterAll(async () => {
  await page?.close()
  await served?.[Symbol.asyncDispose]()
})

for (const [at, task] of TASKS.entries())
  test(`“${task.question}” is answered by the keyboard alone in few presses`, async () => {
    await page.keyboard.press('ControlOrMeta+K')
    await page.keyboard.type(`Task ${at + 1}`)
    await page
      .getByRole('dialog')
      .getByText(`Task ${at + 1}`, { exact: true })
      .click()
    await page.getByRole('list', { name: 'Places' }).getByText('Facts').click()
    await page.getByRole('combobox', { name: 'What do you want to know?' }).waitFor()
    let presses = 0
    const press = async (key: string) => {
      presses += 1
      await page.keyboard.press(key)
    }
    await press('/')
    await page.keyboard.type(task.question)
    await press('Enter')
    await expect(page.getByRole('heading', { name: task.title })).toBeVisible()
    await press('Enter')
    const missing = page.locator('.inputs > .missing')
    await expect(missing.first().locator(':focus')).toHaveCount(1)
    for (let left = await missing.count(); left > 0; left = await missing.count()) {
      const label = (await page.locator('.inputs > li:focus-within .name').textContent()) ?? ''
      const value = Object.entries(task.values).find(([beginning]) => label.startsWith(beginning))?.[1]
      if (value === undefined) throw new Error(`The sheet asks for "${label}", which the task does not answer.`)
      await page.keyboard.type(value)
      if (!/^[ynu]$/.test(value)) await press('Enter')
      await expect(missing.getByText(label, { exact: true })).toHaveCount(0)
    }
    await expect(page.getByTestId('sheet-result')).toContainText(withDayWords(task.result))
    test.info().annotations.push({ type: 'presses', description: String(presses) })
    expect(presses).toBeLessThanOrEqual(PRESSES_AT_MOST)
  })

test('nothing in the window went wrong', () => {
  expect(troubles).toEqual([])
})
