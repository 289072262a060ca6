import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { expectNoViolations } from './check-access.ts'
import { openWindow } from './open-window.ts'
import type { ServedHome } from './serve-home.ts'

// One host and one window for the whole file, as a person would go on. No model is needed: rules compute, it does not.
test.describe.configure({ mode: 'serial' })

const MATTER = 'A. Okafor'
let served: ServedHome
let page: Page
let troubles: readonly string[]

test.beforeAll(async ({ browser }) => {
  ;({ served, page, troubles } = await openWindow(browser))
  await served.asking((assistant) => assistant.matter.create({ name: MATTER, subtitle: 'Admission, ward 4' }))
  await page.getByRole('link', { name: MATTER }).first().click()
  await page.getByRole('list', { name: 'Places' }).getByText('Facts').click()
  await page.getByRole('tab', { name: 'Facts' }).click()
})

test.afterAll(async () => {
  await page?.close()
  await served?.[Symbol.asyncDispose]()
})

const row = (label: string): Locator =>
  page.getByTestId('fact-row').filter({ has: page.getByText(label, { exact: true }) })
const facts = () => served.asking((assistant) => assistant.fact.list({ matter: MATTER }))
const recorded = async () => (await facts()).map(({ relation, args, holds }) => [relation, ...args, holds].join(' '))

test('a matter concludes nothing until a person chooses a pack, and the pack says what it is', async () => {
  await expect(page.getByRole('heading', { name: 'No rules are used in this matter yet.' })).toBeVisible()
  await expect(page.getByText('sample, not reviewed guidance').first()).toBeVisible()
  await expectNoViolations(page, 'choice of packs')
  // What only shows what rules can do is offered in sample matters.
  await expect(page.getByRole('switch', { name: /Clinical calculators/ })).toBeVisible()
  await expect(page.getByRole('switch', { name: /\(sample\)/ })).toHaveCount(0)
  await page.getByRole('switch', { name: /Clinical calculators/ }).click()
  await page.getByRole('switch', { name: /Clinical calculators/, checked: true }).click()
  await expect(page.getByRole('heading', { name: 'No rules are used in this matter yet.' })).toBeVisible()
  await served.asking((assistant) => assistant.pack.use({ matter: MATTER, pack: 'af-demo', on: true }))
  await expect(page.getByRole('group', { name: 'Conditions' })).toBeVisible()
  await expect(page.getByRole('switch', { name: /Atrial fibrillation/, checked: true })).toBeVisible()
})

test('facts are entered by the keyboard alone, and moving over the answers records none', async () => {
  await page.getByRole('group', { name: 'Hypertension' }).getByRole('button', { name: 'yes', exact: true }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  expect(await recorded()).toEqual([])
  await page.keyboard.press('Enter')
  await expect.poll(recorded).toEqual(['has patient hypertension no'])
  // What is said the other way corrects it, and adds nothing beside it.
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Space')
  await expect.poll(recorded).toEqual(['has patient hypertension yes'])
})

test('a value keeps its unit and its day; a later one leaves the earlier with its date', async () => {
  const weight = row('Weight')
  await weight.getByRole('textbox', { name: 'Weight', exact: true }).fill('61')
  await weight.getByRole('textbox', { name: 'Weight, day' }).fill('2025-11-20')
  await page.keyboard.press('Enter')
  await expect.poll(recorded).toContain('weight patient 61 kg yes')
  await weight.getByRole('textbox', { name: 'Weight', exact: true }).fill('58')
  await weight.getByRole('textbox', { name: 'Weight, day' }).fill('2026-06-01')
  await page.keyboard.press('Enter')
  const overTime = weight.getByRole('table', { name: 'Weight over time' }).getByRole('row')
  await expect(overTime.last()).toContainText('20 Nov 2025')
  const [earlier, later] = (await facts()).filter(({ relation }) => relation === 'weight')
  expect([earlier?.args[1], earlier?.supersededBy, later?.args[1], later?.at]).toEqual([
    '61 kg',
    later?.id,
    '58 kg',
    '2026-06-01',
  ])
})

test('what cannot be is refused in words, and what was recorded stays', async () => {
  const before = await recorded()
  const weight = row('Weight').getByRole('textbox', { name: 'Weight', exact: true })
  await weight.fill('5 8')
  await page.keyboard.press('Enter')
  await expect(row('Weight').getByRole('status')).toContainText('is no number')
  await weight.fill('5800')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('failure')).toContainText('The facts stay as they were.')
  const born = row('Date of birth').getByRole('textbox')
  await born.fill('2026-02-31')
  await page.keyboard.press('Enter')
  await expect(row('Date of birth').getByRole('status')).toContainText('is no day')
  expect(await recorded()).toEqual(before)
  await weight.press('Escape')
  await born.press('Escape')
  await expect(weight).toHaveValue('58')
})

test('values that conflict stand together with a choice, and equal values of several sources are one', async () => {
  for (const sex of ['female', 'male'])
    await served.asking((assistant) => assistant.fact.setText({ matter: MATTER, text: `sex(patient, ${sex})` }))
  await expect(row('Sex')).toContainText('These values conflict. Choose one.')
  await expectNoViolations(page, 'facts with a contradiction')
  await row('Sex').getByRole('button', { name: 'Use: the patient is female' }).click()
  await expect(row('Sex')).not.toContainText('conflict')
  await expect(row('Sex').getByRole('combobox')).toHaveValue('female')
  await served.asking((assistant) => assistant.fact.setText({ matter: MATTER, text: 'sex(patient, female)' }))
  await expect(row('Sex')).toContainText('2 sources')
  await expect(row('Sex')).not.toContainText('conflict')
})

const conclusion = (text: string | RegExp) => page.getByTestId('conclusion').filter({ hasText: text })

test('a conclusion stands with its proof: rule, facts with their origin, every item of the sum', async () => {
  await served.asking(async (assistant) => {
    for (const text of ['has(patient, af)', 'born(patient, 1948-02-11)', 'no has(patient, diabetes)'])
      await assistant.fact.setText({ matter: MATTER, text })
  })
  await page.getByRole('tab', { name: 'Conclusions' }).click()
  const score = conclusion(/^R\d+\s*The CHA2DS2-VASc score of the patient is/)
  await expect(score).toContainText('is 4 to 8')
  const summary = score.getByRole('button', { name: /CHA2DS2-VASc score of the patient/ })
  if ((await summary.getAttribute('aria-expanded')) === 'false') await summary.press('Enter')
  const proof = score.getByRole('list', { name: /^Proof/ })
  await expect(proof.getByRole('link', { name: 'CHA2DS2-VASc score' })).toBeVisible()
  await expect(proof.getByText('+2')).toBeVisible()
  await expect(proof.getByText('age 75 or over')).toBeVisible()
  await expect(proof.getByText('age 65 to 74')).toHaveCount(0)
  await expect(proof.getByText('heart failure: not known')).toBeVisible()
  await expect(score).toContainText('not reviewed guidance')
  await expectNoViolations(page, 'conclusions')
})

test('what decides a conclusion is asked for there, and the answer settles it', async () => {
  const offer = conclusion('Offer the patient oral anticoagulation')
  await expect(offer).toHaveAttribute('data-holds', 'unknown')
  await expect(offer).toContainText('Not confirmed.')
  await offer.getByRole('button', { name: /Offer the patient/ }).press('Enter')
  const bleeding = offer.getByRole('group', { name: /active bleeding/ }).first()
  await expect(bleeding).toContainText('Absence is not taken as a no.')
  // Not known is an answer too: it is recorded, and settles nothing.
  await bleeding.getByRole('button', { name: /^Not known/ }).press('Enter')
  await expect.poll(recorded).toContain('has patient active_bleeding unknown')
  await expect(offer).toHaveAttribute('data-holds', 'unknown')
  await offer
    .getByRole('group', { name: /active bleeding/ })
    .first()
    .getByRole('button', { name: /^No:/ })
    .press('Enter')
  await expect(offer).toHaveAttribute('data-holds', 'yes')
  expect((await recorded()).filter((fact) => fact.includes('active_bleeding'))).toEqual([
    'has patient active_bleeding no',
  ])
  // The focus stays where one was.
  await expect
    .poll(() =>
      page.evaluate(() => document.activeElement?.closest('[data-testid=conclusion]')?.getAttribute('aria-label')),
    )
    .toContain('Offer the patient')
})

test('it is said what would change a conclusion', async () => {
  const offer = conclusion('Offer the patient oral anticoagulation')
  await offer.getByRole('button', { name: 'what would change it' }).press('Enter')
  const column = page.getByRole('complementary', { name: 'What would change it' })
  await expect(column.getByRole('table')).toContainText('does not apply')
  await expectNoViolations(page, 'what would change it')
  await page.keyboard.press('Escape')
  await expect(column).toBeHidden()
  await expect(offer.getByRole('button', { name: 'what would change it' })).toBeFocused()
})

test('conclusions are drawn as of a day, and a day that does not exist is none', async () => {
  const field = page.getByRole('textbox', { name: 'As of' })
  await field.fill('2010-01-01')
  await expect(conclusion(/^R\d+\s*The CHA2DS2-VASc score of the patient is/)).toContainText('is 2 to 6')
  await field.fill('2010-02-31')
  await expect(page.getByText('no such day')).toBeVisible()
  await field.fill('')
  await expect(conclusion(/^R\d+\s*The CHA2DS2-VASc score of the patient is/)).toContainText('is 4 to 8')
})

test('a matter without documents is asked what its rules answer', async () => {
  await page.getByRole('list', { name: 'Places' }).getByText('Ask').click()
  await page.getByRole('textbox', { name: 'Question about this matter' }).fill('Should the patient be anticoagulated?')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Should the patient be anticoagulated?' })).toBeVisible()
  await expect(page.getByText(/Offer the patient oral anticoagulation/).first()).toBeVisible()
  await expectNoViolations(page, 'an answer by rules alone')
})

test('rules are asked as of a day that exists, and a follow-up keeps it', async () => {
  await page.getByRole('link', { name: 'New question' }).click()
  const question = page.getByRole('textbox', { name: 'Question about this matter' })
  const day = page.getByRole('textbox', { name: 'As of' })
  await day.fill('2010-02-31')
  await question.fill('What is the CHA2DS2-VASc score of the patient?')
  await question.press('Enter')
  await expect(page.getByText('no such day')).toBeVisible()
  await expect(question).toHaveValue(/CHA2DS2/)
  await day.fill('2010-01-01')
  await question.press('Enter')
  await expect(page.getByText(/rules as of 1 January 2010/)).toHaveCount(1)
  await expect(day).toHaveAttribute('placeholder', '01/01/2010')
  const followUp = page.getByRole('textbox', { name: 'Ask a follow-up' })
  await followUp.fill('Should the patient be anticoagulated?')
  await followUp.press('Enter')
  await expect(page.getByText(/rules as of 1 January 2010/)).toHaveCount(2)
  await expectNoViolations(page, 'an answer as of another day')
  await page.getByRole('list', { name: 'Places' }).getByText('Facts').click()
  await page.getByRole('tab', { name: 'Facts' }).click()
  await page.getByRole('tab', { name: 'Conclusions' }).click()
})

test('deadlines stand on a line and in a table, and go out as a calendar', async () => {
  await served.asking(async (assistant) => {
    await assistant.matter.create({ name: 'Hollis', subtitle: 'Contract claim' })
    await assistant.pack.use({ matter: 'Hollis', pack: 'limitation-demo', on: true })
    for (const text of [
      'claim_type(claim, contract)',
      'accrued(claim, 2024-09-29)',
      'claimant(claim, hollis)',
      'date_of_birth(hollis, 1980-05-01)',
      'no disapplied(claim)',
    ])
      await assistant.fact.setText({ matter: 'Hollis', text })
  })
  await page.getByRole('link', { name: 'Hollis' }).first().click()
  await page.getByRole('list', { name: 'Places' }).getByText('Facts').click()
  await page.getByRole('tab', { name: 'Facts' }).click()
  await page.getByRole('tab', { name: 'Deadlines' }).click()
  await page.getByRole('textbox', { name: 'As of' }).fill('2026-06-03')
  const ahead = page.getByRole('table', { name: 'Dates ahead' })
  await expect(ahead).toContainText('Sun 29 Sept 2030')
  await expect(page.getByRole('img', { name: /^Timeline: 2024-09-29/ }).first()).toBeVisible()
  await expectNoViolations(page, 'deadlines')
  await served.asking(async (assistant) => {
    await assistant.fact.setText({ matter: 'Hollis', text: 'sent(notice, first_class_post, 2024-09-27)' })
  })
  await expect(page.getByRole('img', { name: /Not counted: 2024-09-28 to 2024-09-29, weekend/ }).first()).toBeVisible()
  await page.getByRole('button', { name: 'export to calendar…' }).press('Enter')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the file' }).press('Enter'),
  ])
  const file = await readFile(await download.path(), 'utf8')
  expect(download.suggestedFilename()).toBe('dates.ics')
  expect(file).toContain('DTSTART;VALUE=DATE:20300929\r\n')
  expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
})

test('a matter says its law by the keyboard, and rules of another law are then left out and named', async () => {
  await page.getByRole('tab', { name: 'Facts' }).click()
  const law = page.getByLabel('Law of this matter')
  const left = page.getByRole('list', { name: 'Rules that are not used' })
  await law.fill('Scotland')
  await law.press('Enter')
  await expect(left.first()).toContainText('is law of England and Wales; this matter is under Scotland')
  await expect(page.getByText('Nothing follows yet from what is recorded.')).toBeVisible()
  await expectNoViolations(page, 'the law of a matter')
  await law.fill('')
  await law.press('Enter')
  await expect(left).toHaveCount(0)
  await expect(page.getByText('Nothing follows yet from what is recorded.')).toBeHidden()
})

test('nothing in the window went wrong', async () => {
  expect(troubles).toEqual([])
})
