import { writeFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { expectNoViolations } from './check-access.ts'
import { openWindow } from './open-window.ts'
import type { ServedHome } from './serve-home.ts'

const ONE = 'Anna Adeyemi'
const TWO = 'Two people'
const BARE = 'No rules yet'
const LETTER = 'Weight: 80 kg\n\nThe patient was seen on the ward.\n'

let served: ServedHome
let page: Page
let troubles: readonly string[]

test.beforeAll(async ({ browser }) => {
  ;({ served, page, troubles } = await openWindow(browser))
  await writeFile(`${served.folder}/letter.txt`, LETTER)
  await served.asking(async (assistant) => {
    for (const matter of [ONE, TWO, BARE]) await assistant.matter.create({ name: matter, subtitle: '' })
    for (const matter of [ONE, TWO]) await assistant.pack.use({ matter, pack: 'clinical', on: true })
    const record = (matter: string, text: string) => assistant.fact.setText({ matter, text })
    await record(ONE, 'height(patient, 170 cm)')
    await record(TWO, 'height(anna, 170 cm)')
    await record(TWO, 'height(ben, 180 cm)')
    await record(TWO, 'weight(ben, 90 kg)')
    const paths = [`${served.folder}/letter.txt`]
    await Array.fromAsync(await assistant.library.addPaths({ matter: BARE, paths }))
  })
  await openSheet(ONE, 'body mass index')
})

test.afterAll(async () => {
  await page?.close()
  await served?.[Symbol.asyncDispose]()
})

async function openSheet(matter: string, goal: string): Promise<void> {
  await page.getByRole('link', { name: matter }).first().click()
  await page.getByRole('list', { name: 'Places' }).getByText('Facts').click()
  await choose(goal)
}

async function choose(goal: string): Promise<void> {
  await box().fill(goal)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: new RegExp(goal, 'i') })).toBeVisible()
}

const box = () => page.getByRole('combobox', { name: 'What do you want to know?' })
const result = () => page.getByTestId('sheet-result')
const row = (name: string) =>
  page
    .getByRole('region', { name: /^Inputs/ })
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) })
const field = (name: string) => row(name).getByRole('textbox')
const recorded = async (matter: string, relation: string) =>
  (await served.asking((assistant) => assistant.fact.list({ matter })))
    .filter((fact) => fact.relation === relation && fact.state === 'confirmed')
    .map(({ args }) => args)

test('a value that cannot be stands where it was typed, with the reason, and no result stands beside it', async () => {
  await field('Weight').fill('80')
  await page.keyboard.press('Enter')
  await expect(result()).toContainText('27.7')
  await field('Weight').fill('80000')
  await expect(result()).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/weight.*0\.\d.*kg/i).first()).toBeVisible()
  await expect(field('Weight')).toHaveValue('80000')
  await expect(result()).toBeHidden()
  await field('Weight').fill('81')
  await page.keyboard.press('Enter')
  await expect(result()).toContainText('28')
  await expect(row('Weight')).toContainText('Answered by you')
})

test('a recorded value is corrected also when it is typed slowly, and Esc takes back what was typed', async () => {
  await field('Height').fill('160')
  await expect(result()).toContainText('31.6')
  await expect(row('Height')).toContainText('Not recorded yet')
  await page.keyboard.press('Escape')
  await expect(field('Height')).toHaveValue('170')
  await expect(result()).toContainText('28')
  await field('Height').fill('160')
  await expect(row('Height')).toContainText('Not recorded yet')
  await page.keyboard.press('Enter')
  await expect(row('Height')).toContainText('Answered by you')
  expect(await recorded(ONE, 'height')).toEqual([['patient', '160 cm']])
})

test('an emptied field says how a recorded value is taken back', async () => {
  await field('Height').fill('')
  await page.keyboard.press('Enter')
  await expect(row('Height')).toContainText('choose Unset')
  await page.keyboard.press('Escape')
  await expect(field('Height')).toHaveValue('160')
})

test('values that conflict are settled by choosing one of them', async () => {
  await served.asking((assistant) => assistant.fact.setText({ matter: ONE, text: 'height(patient, 175 cm)' }))
  await expect(row('Height')).toContainText('These values conflict.')
  await expectNoViolations(page, 'a conflict on a case sheet')
  await row('Height')
    .getByRole('button', { name: /^Use: .* 175 cm$/ })
    .press('Enter')
  await expect(row('Height')).not.toContainText('conflict')
  await expect(field('Height')).toHaveValue('175')
  expect(await recorded(ONE, 'height')).toEqual([['patient', '175 cm']])
})

test('the goal that is open already may be chosen once more', async () => {
  await choose('body mass index')
  await expect(box()).toHaveValue('')
  await expect(field('Height')).toHaveValue('175')
})

test('a sheet is kept only with what is recorded, and opens about whom and of the day that it was kept for', async () => {
  await field('Weight').fill('90')
  await expect(page.getByRole('button', { name: 'Keep sheet' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await openSheet(TWO, 'body mass index')
  await expect(page.getByText('Choose whose facts first.')).toBeVisible()
  await expect(page.getByRole('region', { name: /^Inputs/ })).toBeHidden()
  await page.getByRole('textbox', { name: 'As of' }).fill('2026-06-03')
  await page.getByRole('combobox', { name: /which patient/ }).selectOption('ben')
  await expect(page.getByRole('heading', { name: /as of Wed 3 Jun 2026/ })).toBeVisible()
  await expect(result()).toContainText('27.8')
  await page.getByRole('button', { name: 'Keep sheet' }).press('Enter')
  const kept = page.getByRole('region', { name: /Kept sheets/ })
  await expect(kept).toContainText('ben')
  await page.getByRole('textbox', { name: 'As of' }).fill('')
  await page.getByRole('combobox', { name: /which patient/ }).selectOption('anna')
  await expect(field('Weight')).toHaveValue('')
  await kept.getByRole('button', { name: /^Body mass index, ben/ }).press('Enter')
  await expect(page.getByRole('combobox', { name: /which patient/ })).toHaveValue('ben')
  await expect(page.getByRole('heading', { name: /as of Wed 3 Jun 2026/ })).toBeVisible()
  await expect(result()).toContainText('27.8')
})

test('what is typed about one person counts for no other', async () => {
  await field('Weight').fill('95')
  await expect(result()).toContainText('29.3')
  await page.getByRole('combobox', { name: /which patient/ }).selectOption('anna')
  await expect(field('Height')).toHaveValue('170')
  await expect(field('Weight')).toHaveValue('')
  expect(await recorded(TWO, 'weight')).toEqual([['ben', '90 kg']])
})

test('a matter without rules answers at once, and takes them up and looks in the documents from the sheet', async () => {
  await openSheet(BARE, 'body mass index')
  await field('Height').fill('180')
  await page.keyboard.press('Enter')
  await expect(row('Height')).toContainText('Counts here only.')
  await field('Weight').fill('81')
  await expect(result()).toContainText('25')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Use these rules' }).press('Enter')
  await page.getByRole('button', { name: 'Look in the documents' }).press('Enter')
  await expect(row('Weight')).toContainText('“Weight: 80 kg”')
  await row('Weight')
    .getByRole('button', { name: /^Confirm/ })
    .press('Enter')
  await expect(row('Weight')).not.toContainText('Not confirmed.')
  expect(await recorded(BARE, 'weight')).toEqual([['patient', '80 kg']])
})

test('nothing in the window went wrong', () => {
  expect(troubles).toEqual([])
})
