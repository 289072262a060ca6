import { writeFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { expectNoViolations } from './check-access.ts'
import { openWindow } from './open-window.ts'
import type { ServedHome } from './serve-home.ts'

const MATTER = 'Ward 7'

let served: ServedHome
let page: Page
let troubles: readonly string[]

test.beforeAll(async ({ browser }) => {
  ;({ served, page, troubles } = await openWindow(browser))
  await writeFile(`${served.folder}/letter.txt`, 'Weight: 80 kg\n\nThe patient was seen on the ward.\n')
  await served.asking(async (assistant) => {
    await assistant.matter.create({ name: MATTER, subtitle: '' })
    await assistant.pack.use({ matter: MATTER, pack: 'clinical', on: true })
    await Array.fromAsync(await assistant.library.addPaths({ matter: MATTER, paths: [`${served.folder}/letter.txt`] }))
    await Array.fromAsync(await assistant.fact.propose({ matter: MATTER }))
    await assistant.fact.setText({ matter: MATTER, text: 'born(patient, 1948-02-11)' })
  })
  await page.getByRole('link', { name: MATTER }).first().click()
  await page.getByRole('list', { name: 'Places' }).getByText('Facts').click()
})

test.afterAll(async () => {
  await page?.close()
  await served?.[Symbol.asyncDispose]()
})

const box = () => page.getByRole('combobox', { name: 'What do you want to know?' })
const best = () => page.getByRole('listbox').getByRole('option', { selected: true })
const result = () => page.getByTestId('sheet-result')
const row = (name: string) =>
  page
    .getByRole('region', { name: /^Inputs/ })
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) })

test('a goal is found by the words of a question and opened by the keyboard', async () => {
  await page.getByRole('tab', { name: 'Case sheets' }).waitFor()
  await page.keyboard.press('/')
  await expect(box()).toBeFocused()
  await expect(page.getByRole('group', { name: 'Kidney function' }).getByRole('option').first()).toBeVisible()
  await expectNoViolations(page, 'goals by subject')
  await page.keyboard.press('ArrowUp')
  await expect(best()).toBeInViewport()
  await page.keyboard.type('stroke risk')
  await expect(best()).toContainText('CHA2DS2-VASc')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /CHA2DS2-VASc/ })).toBeVisible()
  await expect(result()).toHaveText('2 to 9')
  await expect(row('Diabetes')).toContainText('If yes: 3 to 9. If no: 2 to 8.')
  await expectNoViolations(page, 'a case sheet')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoViolations(page, 'a case sheet, dark')
  await page.emulateMedia({ colorScheme: 'light' })
})

test('an answer is recorded at once, changes the result, and is about the patient of the other facts', async () => {
  await row('Diabetes').getByRole('button', { name: 'no', exact: true }).press('Enter')
  await expect(result()).toHaveText('2 to 8')
  await expect(row('Diabetes')).toContainText('you')
  await row('Sex').getByRole('combobox').selectOption('male')
  await expect(result()).toHaveText('2 to 7')
  const facts = await served.asking((assistant) => assistant.fact.list({ matter: MATTER }))
  expect(facts.filter(({ relation }) => relation === 'finding').map(({ args, holds }) => [args, holds])).toEqual([
    [['patient', 'diabetes'], 'no'],
  ])
})

test('what a document says counts and is marked, what is typed changes the result before it is recorded', async () => {
  await box().fill('body mass index')
  // Enter waits for what is found for these words.
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /body mass/i })).toBeVisible()
  await expect(row('Weight')).toContainText('“Weight: 80 kg”')
  await expect(row('Weight')).toContainText('Not confirmed.')
  await row('Height').getByRole('textbox').fill('180')
  await expect(result()).toContainText('24.7')
  await expect(row('Height')).toContainText('Not recorded yet. Enter records it.')
  await page.keyboard.press('Enter')
  await expect(row('Height')).not.toContainText('Not recorded yet')
  await row('Height').getByRole('textbox').fill('tall')
  await page.keyboard.press('Enter')
  await expect(row('Height')).toContainText('is no number')
})

test('the source of an input opens in the right column, and the steps come back when it is closed', async () => {
  await row('Weight').getByRole('button', { name: 'source of Weight' }).press('Enter')
  const aside = page.getByRole('complementary')
  await expect(aside.locator('mark').filter({ hasText: 'Weight: 80 kg' }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'How this was calculated' })).toBeVisible()
  await expect(aside.getByRole('listitem').filter({ hasText: 'Weight' })).toContainText('80 kg')
  await aside.getByText('Show the proof').press('Enter')
  await expect(aside.getByRole('list', { name: /^Proof/ })).toBeVisible()
})

test('it is opened from the command palette as well, and is there after a reload', async () => {
  await page.keyboard.press('ControlOrMeta+K')
  await page.keyboard.type('HAS-BLED')
  await page.getByRole('dialog').getByText('case sheet').first().waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /HAS-BLED/ })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: /HAS-BLED/ })).toBeVisible()
})

test('a sheet is kept in the list of the matter, and says what has changed since', async () => {
  await box().fill('body mass index')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /body mass/i })).toBeVisible()
  await page.getByRole('button', { name: 'Keep sheet' }).press('Enter')
  const kept = page.getByRole('region', { name: /Kept sheets/ })
  await expect(kept).toContainText('24.7')
  await served.asking((assistant) =>
    assistant.fact.setText({ matter: MATTER, text: 'weight(patient, 90 kg) @2026-06-01' }),
  )
  await expect(kept).toContainText('Changed since: Weight. Now about 27.8')
  await expectNoViolations(page, 'kept sheets')
  await kept.getByRole('button', { name: /^Remove/ }).press('Enter')
  await expect(kept).toBeHidden()
})

test('a value that changes from day to day is answered anew without contradicting an older one', async () => {
  await expect(result()).toContainText('27.8')
  const enter = async (weight: string, bmi: string) => {
    await row('Weight').getByRole('textbox').fill(weight)
    await page.keyboard.press('Enter')
    await expect(result()).toContainText(bmi)
    await expect(row('Weight')).toContainText('Answered by you')
  }
  await enter('85', '26.2')
  await enter('80', '24.7')
  await expect(row('Weight')).not.toContainText('conflict')
  const facts = await served.asking((assistant) => assistant.fact.list({ matter: MATTER }))
  const confirmed = facts.filter(({ relation, state }) => relation === 'weight' && state === 'confirmed')
  expect(confirmed.map(({ args }) => args[1])).toEqual(['90 kg', '80 kg'])
})

test('at every width and in both looks the sheet is whole: nothing is cut off, and its steps can be opened', async () => {
  await box().fill('stroke risk')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /CHA2DS2-VASc/ })).toBeVisible()
  for (const width of [800, 960, 1100, 1440])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      await expect(result()).toBeVisible()
      await expect(page.getByText('as of', { exact: true })).toBeVisible()
      const wider = () => page.locator('#work .col').evaluate((one) => one.scrollWidth - one.clientWidth)
      await expect.poll(wider, `${width} px`).toBe(0)
      await expectNoViolations(page, `a case sheet of ${width} pixels, ${colorScheme}`)
    }
  await page.setViewportSize({ width: 800, height: 900 })
  await page.getByRole('button', { name: 'How this was calculated' }).press('Enter')
  await expect(page.getByRole('complementary').getByRole('listitem').filter({ hasText: 'Sum' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'How this was calculated' })).toBeFocused()
})

test('nothing in the window went wrong', () => {
  expect(troubles).toEqual([])
})
