import { writeFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { expectNoViolations } from './check-access.ts'
import { openWindow } from './open-window.ts'
import type { ServedHome } from './serve-home.ts'

// One host and one window for the whole file, as a person would go on, with the smallest model.
test.describe.configure({ mode: 'serial' })

const MATTER = 'Hollis v Marlowe'
const QUESTION = 'Within how many days must a tenancy deposit be protected?'
const LEASE = `Lease between Marlowe Estates Ltd (the Landlord) and Hollis Bakery Ltd (the Tenant) of 7 Kestrel Row, Bristol.

7.2 The Tenant may end this Lease on 31 March 2025 by giving the Landlord not less than six months' prior written notice.

9.1 The Tenant pays a tenancy deposit to the Landlord, and the Landlord protects the deposit as the law asks.`
const SUMMARY = 'Asked for the time to protect a tenancy deposit: the tenancy deposit must be protected within 30 days.'

let served: ServedHome
let page: Page
let troubles: readonly string[]

test.beforeAll(async ({ browser }) => {
  ;({ served, page, troubles } = await openWindow(browser, 'smollm2-135m-instruct-q4_1'))
  await writeFile(`${served.folder}/lease.txt`, LEASE)
  await served.asking(async (assistant) => {
    await assistant.matter.create({ name: MATTER, subtitle: 'Lease dispute, England' })
    const paths = [`${served.folder}/lease.txt`]
    await Array.fromAsync(await assistant.library.addPaths({ matter: MATTER, paths }))
    await assistant.model.use({ id: 'smollm2-135m-instruct-q4_1' })
    await assistant.application.changeSettings({ userName: 'E. Vale' })
  })
  await page.getByRole('link', { name: MATTER }).first().click()
})

test.afterAll(async () => {
  await page?.close()
  await served?.[Symbol.asyncDispose]()
})

const answers = () => page.locator('[data-testid=answer]:not([data-state=writing])')
const ask = async (question: string, so: number) => {
  await page
    .getByRole('textbox', { name: /^(Question|Follow-up)/ })
    .first()
    .fill(question)
  await page.keyboard.press('Enter')
  await expect(answers()).toHaveCount(so)
}
const inBothLooks = async (where: string) => {
  await expectNoViolations(page, where)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoViolations(page, `${where}, dark`)
  await page.emulateMedia({ colorScheme: 'light' })
}
const record = () => page.getByTestId('record')

test('a wrong answer is corrected below it, and a card is begun that says nothing of the matter', async () => {
  await ask(QUESTION, 1)
  await answers().getByRole('button', { name: 'Report a mistake…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Report a mistake' })
  await expect(dialog.getByRole('button', { name: 'Begin a lesson' })).toHaveAttribute('aria-disabled', 'true')
  await dialog.getByRole('textbox', { name: 'What it should say' }).fill('Within 30 days.')
  await dialog.getByRole('combobox', { name: 'What went wrong' }).selectOption('missing-fact')
  await inBothLooks('correcting an answer')
  await dialog.getByRole('button', { name: 'Begin a lesson' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Lessons', level: 1 })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Shown when a question looks like' })).toHaveValue(QUESTION)
  // What was written in the correction is not to be typed again.
  await expect(page.getByRole('textbox', { name: 'Summary' })).toHaveValue('Within 30 days.')
  await expect(record()).toContainText('from a correction')
  await record().getByRole('link', { name: 'Open the answer' }).press('Enter')
  await expect(page.getByTestId('corrected')).toContainText('Within 30 days.')
  await inBothLooks('an answer that was corrected')
  await page.getByTestId('corrected').getByRole('link').press('Enter')
})

test('the card is written, and what names somebody is stopped by its tests', async () => {
  const summary = page.getByRole('textbox', { name: 'Summary' })
  await summary.fill(`${SUMMARY} Mr Hollis knew that.`)
  await page.getByRole('button', { name: 'Add an item' }).press('Enter')
  await page
    .getByRole('textbox', { name: 'Item 1', exact: true })
    .fill('A tenancy deposit must be protected within 30 days.')
  await page.getByRole('textbox', { name: 'Source of item 1' }).fill('Housing Act 2004, s. 213')
  await page.getByRole('textbox', { name: 'Title' }).fill('Protection of a deposit')
  await inBothLooks('the form of a card')
  await page.getByRole('button', { name: 'Save' }).press('Enter')
  await page.getByRole('button', { name: 'Run tests' }).press('Enter')
  await expect(record()).toContainText('Hollis')
  await expect(record()).toContainText('fails')
  await expect(page.getByRole('button', { name: 'Approve…' })).toHaveCount(0)
})

test('it passes once its question is right with it, and a person approves it by name', async () => {
  await page.getByRole('button', { name: 'Edit a new version' }).press('Enter')
  await page.getByRole('textbox', { name: 'Summary' }).fill(SUMMARY)
  await page.getByRole('button', { name: 'Save' }).press('Enter')
  await page.getByRole('button', { name: 'Run tests' }).press('Enter')
  await expect(record()).toContainText('corrected')
  await expect(record()).toContainText('wrong without, right with')
  await inBothLooks('a tested card')
  await page.getByRole('button', { name: 'Approve…' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).press('Enter')
  await expect(page.getByRole('article').getByText('approved', { exact: true })).toBeVisible()
  await expect(record()).toContainText('E. Vale')
})

test('asked again, the unsure model is given it, and that is shown beside the answer', async () => {
  await page.getByRole('list', { name: 'Places' }).getByText('Ask').click()
  await ask(QUESTION, 1)
  await expect(answers()).toContainText('30 days')
  const mark = answers().getByRole('button', { name: 'K1, general knowledge: Protection of a deposit' })
  await expect(mark).toBeVisible()
  await expect(answers()).toContainText('1 lesson used')
  await mark.press('Enter')
  const card = page.getByTestId('used-card')
  await expect(card).toContainText(SUMMARY)
  await expect(card).toContainText('no sentence relies on it alone')
  await inBothLooks('a card beside an answer')
  // The document does not say it, so no sentence is said to be borne out by it.
  await expect(answers()).toHaveAttribute('data-state', 'uncertain')
})

test('what it did is said once and counted; harm takes it out of use', async () => {
  await page.getByTestId('used-card').getByRole('button', { name: 'It made the answer wrong' }).press('Enter')
  await expect(page.getByTestId('used-card')).toContainText('Marked harmful.')
  await page.getByTestId('used-card').getByRole('link', { name: 'The lesson as it is now' }).press('Enter')
  await expect(page.getByTestId('card')).toContainText('did harm, back to draft')
  await expect(record()).toContainText('1did harm: right became wrong')
  await inBothLooks('a card that hurt')
  expect(troubles).toEqual([])
})
