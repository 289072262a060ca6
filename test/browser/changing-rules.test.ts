import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { FEVER_PACK, writePack } from '../assistant/rules/write-pack.ts'
import { expectNoViolations } from './check-access.ts'
import { openWindow } from './open-window.ts'
import type { ServedHome } from './serve-home.ts'

// One host and one window for the whole file, as a person would go on. No model is needed: rules compute, it does not.
test.describe.configure({ mode: 'serial' })

const MATTER = 'A. Okafor'
const FACTS = [
  'has(patient, af)',
  'sex(patient, female)',
  'born(patient, 1948-02-11)',
  'has(patient, hypertension)',
  'no has(patient, active_bleeding)',
]
let served: ServedHome
let page: Page
let troubles: readonly string[]

test.beforeAll(async ({ browser }) => {
  ;({ served, page, troubles } = await openWindow(browser))
  await served.asking(async (assistant) => {
    await assistant.matter.create({ name: MATTER, subtitle: 'Admission, ward 4' })
    await assistant.pack.use({ matter: MATTER, pack: 'af-demo', on: true })
    for (const text of FACTS) await assistant.fact.setText({ matter: MATTER, text })
  })
})

test.afterAll(async () => {
  await page?.close()
  await served?.[Symbol.asyncDispose]()
})

const rule = () => page.getByRole('article')
/** Presses a button of the rule once it has been checked. */
const step = async (name: string) => {
  const button = rule().getByRole('button', { name })
  await expect(button).not.toHaveAttribute('aria-disabled', 'true')
  await button.press('Enter')
  await expect(button).toBeHidden()
}
/** The words of all buttons of the rule that appear from now on, however shortly. */
const buttonsFromNowOn = () =>
  rule().evaluateHandle((article) => {
    const seen = new Set<string>()
    const look = () => {
      for (const button of article.querySelectorAll('button')) seen.add(button.textContent)
    }
    new MutationObserver(look).observe(article, { childList: true, subtree: true, characterData: true })
    return seen
  })
const tests = () => page.getByTestId('tests')

test('a number of what is found has a row of its own in the form, and stands in the sentence', async () => {
  await page.getByRole('list', { name: 'Places' }).getByText('Lessons').click()
  await page.getByRole('tab', { name: 'Rules' }).click()
  await page.getByRole('searchbox', { name: 'Search the rules' }).fill('medicine-count')
  await page.getByTestId('rule').first().press('Enter')
  await expect(page.getByTestId('sentence')).toContainText(
    'the total counts each drug where the patient takes the drug',
  )
  const kind = rule().getByRole('combobox', { name: 'Number or sum 1, kind' })
  await expect(kind).toHaveValue('count')
  await expectNoViolations(page, 'a number of what is found')
  await kind.selectOption('total')
  await expect(page.getByTestId('problems')).toBeVisible()
  await kind.selectOption('count')
  await expect(page.getByTestId('sentence')).toContainText('the total counts each drug')
  await rule().getByRole('button', { name: 'Add a number, sum, least or greatest of what is found' }).press('Enter')
  await expect(rule().getByRole('combobox', { name: 'Number or sum 2, kind' })).toBeVisible()
  await rule().getByRole('button', { name: 'Remove Number or sum 2' }).press('Enter')
  await expect(kind).toHaveCount(1)
})

test('a rule that comes with the program is read, and changed in a copy of its pack', async () => {
  await page.getByRole('list', { name: 'Places' }).getByText('Lessons').click()
  await page.getByRole('tab', { name: 'Rules' }).click()
  await page.getByRole('searchbox', { name: 'Search the rules' }).fill('af-oac')
  await page.getByTestId('rule').first().press('Enter')
  await expect(page.getByTestId('sentence')).toContainText(/^If .* atrial fibrillation/)
  await expect(tests().getByRole('table').first()).toContainText('passes')
  await expectNoViolations(page, 'a rule')
  await expect(rule()).toContainText('comes with Consilium')
  await rule().getByRole('button', { name: 'Copy the pack…' }).press('Enter')
  await page.getByLabel('Name of the copy').fill('af-own')
  await page.keyboard.press('Enter')
  await expect(rule()).toContainText('copy named af-own')
  await served.asking(async (assistant) => {
    await assistant.pack.use({ matter: MATTER, pack: 'af-demo', on: false })
    await assistant.pack.use({ matter: MATTER, pack: 'af-own', on: true })
  })
})

test('before a changed rule is taken, it is shown which tests fail and which conclusions change', async () => {
  await rule().getByRole('textbox', { name: 'Condition 4, as text' }).fill('?s >= 9')
  await expect(page.getByTestId('changes')).toContainText(MATTER)
  await expect(page.getByTestId('changes')).toContainText('Offer the patient oral anticoagulation')
  await expect(tests()).toContainText('fails')
  await expect(rule().getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true')
  await expect(rule()).toContainText(/tests? fails?\./)
  await expectNoViolations(page, 'a changed rule')
  await rule().getByRole('button', { name: 'Discard changes' }).press('Enter')
  await expect(rule().getByRole('textbox', { name: 'Condition 4, as text' })).toHaveValue('?s >= ?t')
})

test('a problem is named at its line and column in the text, and leads there', async () => {
  await rule().getByRole('button', { name: 'Show as text' }).press('Enter')
  const text = rule().getByRole('textbox', { name: 'The rule as text' })
  const sound = await text.inputValue()
  await text.fill(sound.replace('has(?p, af)', 'hass(?p, af)'))
  const problem = page.getByTestId('problems').getByRole('listitem').first()
  await expect(problem).toContainText('hass')
  await problem.getByRole('button').press('Enter')
  await expect(text).toBeFocused()
  const after = await text.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart))
  expect(after).toMatch(/^"?hass/)
  await expectNoViolations(page, 'a rule as text')
  await rule().getByRole('button', { name: 'Discard changes' }).press('Enter')
})

test('a changed rule is a draft, is tested, and is approved by name; then it concludes', async () => {
  const say = rule().getByRole('textbox', { name: 'Sentence of the conclusion' })
  await say.fill('Begin oral anticoagulation for {p}, score {s}, threshold {t}')
  await expect(page.getByTestId('changes')).toContainText('Begin oral anticoagulation for the patient')
  const appeared = await buttonsFromNowOn()
  await step('Save')
  await expect(rule()).toContainText('draft, not active')
  const words = await appeared.evaluate((seen) => [...seen])
  expect(words).toContain('Mark as tested')
  // Else a press just after Save would fall on the step of the rule as it was before.
  expect(words).not.toContain('Retire')
  await step('Mark as tested')
  await step('Approve…')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Your name').fill('Dr J. Marsh')
  await expectNoViolations(page, 'approval')
  await page.keyboard.press('Enter')
  await expect(tests()).toContainText('Dr J. Marsh')
  await page.getByRole('link', { name: MATTER }).first().click()
  await page.getByRole('list', { name: 'Places' }).getByText('Facts').click()
  await page.getByRole('tab', { name: 'Facts' }).click()
  await page.getByRole('tab', { name: 'Conclusions' }).click()
  await expect(
    page.getByTestId('conclusion').filter({ hasText: 'Begin oral anticoagulation for the patient' }),
  ).toHaveAttribute('data-holds', 'yes')
})

test('a pack whose rules are not fit to answer says so when it is taken in', async () => {
  const folder = join(served.folder, 'packs')
  await mkdir(folder, { recursive: true })
  const rules = (FEVER_PACK['rules/fever.yaml'] ?? '').replace('39 °C', '37 °C')
  const pack = await writePack(folder, 'fever', { ...FEVER_PACK, 'rules/fever.yaml': rules })
  await page.getByRole('list', { name: 'Places' }).getByText('Lessons').click()
  await page.getByRole('tab', { name: 'Packs' }).click()
  await page.getByRole('button', { name: 'Import a pack' }).click()
  await page.getByRole('textbox', { name: 'Folder of the pack' }).fill(pack)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('status')).toContainText(
    '1 of its 2 rules came in as a draft and will not answer',
  )
  await expectNoViolations(page, 'rules that came in as drafts')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('nothing in the window went wrong', async () => {
  expect(troubles).toEqual([])
})
