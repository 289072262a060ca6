import { expect, type Locator, type Page, test } from '@playwright/test'
import { expectNoViolations } from './check-access.ts'
import { serveHome, type ServedHome } from './serve-home.ts'

// One host and one window for the whole file, as a person would go on. No model is needed: rules compute, it does not.
test.describe.configure({ mode: 'serial' })

const MATTER = 'A. Okafor'
let served: ServedHome
let page: Page
const troubles: string[] = []

test.beforeAll(async ({ browser }) => {
  served = await serveHome()
  page = await browser.newPage({ viewport: { width: 1440, height: 1000 } })
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
  await page.goto(served.url)
  await page.getByRole('button', { name: 'Not now' }).click()
  await page.getByRole('list', { name: 'Places' }).waitFor()
  await served.asking((assistant) => assistant.matter.create({ name: MATTER, subtitle: 'Admission, ward 4' }))
  await page.getByRole('link', { name: MATTER }).first().click()
  await page.getByRole('list', { name: 'Places' }).getByText('Facts').click()
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
  await page.getByRole('switch', { name: /Atrial fibrillation/ }).click()
  await expect(page.getByRole('group', { name: 'Conditions' })).toBeVisible()
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
  await expect(weight.getByText('Before:')).toContainText('2025-11-20')
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
  const born = row('Born').getByRole('textbox')
  await born.fill('2026-02-31')
  await page.keyboard.press('Enter')
  await expect(row('Born').getByRole('status')).toContainText('is no day')
  expect(await recorded()).toEqual(before)
  await weight.press('Escape')
  await born.press('Escape')
  await expect(weight).toHaveValue('58')
})

test('facts that contradict each other stand together, and one is taken back where it comes from', async () => {
  for (const sex of ['female', 'male'])
    await served.asking((assistant) => assistant.fact.setText({ matter: MATTER, text: `sex(patient, ${sex})` }))
  await expect(row('Sex')).toContainText('These cannot both hold, and none is used')
  await expectNoViolations(page, 'facts with a contradiction')
  await row('Sex').getByRole('button').last().click()
  const column = page.getByRole('complementary', { name: 'Fact' })
  await expect(column).toContainText('None of them is used.')
  await column.getByRole('button', { name: 'Unset' }).click()
  await expect(row('Sex')).not.toContainText('cannot both hold')
  await expect(row('Sex').getByRole('combobox')).toHaveValue('female')
})

test('nothing in the window went wrong', async () => {
  expect(troubles).toEqual([])
})
