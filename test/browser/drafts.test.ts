import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { collect } from '../library/read/collect.ts'
import { expectNoViolations } from './check-access.ts'
import { licenceVersions } from '../../scripts/licence-versions.ts'
import { type OpenedWindow, openWindow } from './open-window.ts'

test.describe.configure({ mode: 'serial' })

const LICENCE = 'Licence of the yard'
const SKELETON = join(import.meta.dirname, '../assistant/drafts/skeleton-argument.md')
let opened: OpenedWindow
let page: Page

test.beforeAll(async ({ browser }) => {
  opened = await openWindow(browser)
  page = opened.page
  await opened.served.asking(async ({ matter, library }) => {
    await matter.create({ name: LICENCE })
    const { before, after } = await licenceVersions()
    const paths = ['Licence, draft 1.docx', 'Licence, draft 2.docx'].map((name) => join(opened.served.folder, name))
    await writeFile(paths[0] ?? '', before)
    await writeFile(paths[1] ?? '', after)
    for await (const _ of await library.addPaths({ matter: LICENCE, paths }));
  })
  await goTo('Documents')
  await expect(page.locator('[data-testid=document][data-state=ready]')).toHaveCount(4)
})

test.afterAll(async () => {
  await page?.close()
  await opened?.served[Symbol.asyncDispose]()
})

const goTo = (place: string) => page.getByRole('list', { name: 'Places' }).getByRole('link', { name: place }).click()
const finding = (words: string) => page.getByTestId('finding').filter({ hasText: words })
const column = () => page.getByRole('complementary', { name: 'Finding' })

/** A file that is pressed for, as it was saved. */
async function saved(press: () => Promise<void>): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const coming = page.waitForEvent('download')
  await press()
  const download = await coming
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

async function expectNoViolationsInBothThemes(where: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectNoViolations(page, `${where}, ${colorScheme}`)
  }
}

/** Nothing is wider than the window, which scrolls nowhere as a whole. */
async function expectToFit(): Promise<void> {
  const over = await page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
    return { wide: scrollWidth - clientWidth, high: scrollHeight - clientHeight }
  })
  expect(over).toEqual({ wide: 0, high: 0 })
}

test('a draft that is dropped is checked against the matter, and its findings stand by gravity', async () => {
  await goTo('Drafts')
  const text = await readFile(SKELETON, 'utf8')
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer()
    data.items.add(new File([content], 'Skeleton argument.md', { type: 'text/markdown' }))
    return data
  }, text)
  for (const event of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('body', event, { dataTransfer: transfer })
  await expect(page.getByRole('heading', { name: 'Skeleton argument.md' })).toBeVisible()
  await expect(page.getByText('Checked today', { exact: false })).toBeVisible()
  await expect(finding('Penhallow v Tregarth Estates')).toHaveCount(1)
  await expect(page.getByRole('region', { name: 'Contradicted' }).getByTestId('finding').first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Authority not found' })).toBeVisible()
  await expect(page.locator('[data-testid=sign][data-group=confirmed]').first()).toBeVisible()
  await expectNoViolationsInBothThemes('a checked draft')
})

test('a draft is no document of the matter', async () => {
  await goTo('Documents')
  await expect(page.getByTestId('document')).toHaveCount(4)
  await expect(page.getByTestId('document').filter({ hasText: 'Skeleton argument' })).toHaveCount(0)
  await goTo('Drafts')
  await expect(page.getByRole('region', { name: 'Contradicted' })).toBeVisible()
})

test('a finding shows its page with the words marked, by mouse and by key', async () => {
  await finding('three months').first().click()
  await expect(column().getByText('six months', { exact: false }).first()).toBeVisible()
  await expect(column().getByTestId('highlight').first()).toBeVisible()
  await expectNoViolationsInBothThemes('a finding beside its page')
  await page.keyboard.press('Escape')
  await expect(finding('three months').first()).toBeFocused()
  await page.keyboard.press('j')
  await expect(page.getByTestId('finding').nth(1)).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('j')
  const third = page.getByTestId('finding').nth(2)
  await expect(third).toHaveAttribute('aria-current', 'true')
  await expect(third).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(third).toBeFocused()
  await expect(page.getByTestId('finding').and(page.locator('[aria-current]'))).toHaveCount(0)
})

test('a finding is dismissed with a reason, which is there after a reload and in the report', async () => {
  await finding('Penhallow').click()
  await column().getByRole('button', { name: 'Dismiss…' }).click()
  await page.getByRole('textbox', { name: 'Reason' }).fill('read on paper')
  await page.getByRole('button', { name: 'Dismiss', exact: true }).click()
  await expect(finding('Penhallow')).toContainText('Dismissed by you: read on paper')
  await page.reload()
  await expect(finding('Penhallow')).toContainText('Dismissed by you: read on paper')
  await page.getByRole('button', { name: 'Export report' }).click()
  const { name, bytes } = await saved(() => page.getByRole('button', { name: 'Word', exact: true }).click())
  const { pages } = await collect(name, bytes)
  expect(pages.map((one) => one.text).join('\n')).toContain('read on paper')
})

test('the draft comes back as a Word file with its findings as comments', async () => {
  await page.getByRole('button', { name: 'Export with comments' }).click()
  const { name, bytes } = await saved(() => page.getByRole('button', { name: 'Word', exact: true }).click())
  expect(name).toMatch(/\.docx$/)
  const { pages } = await collect(name, bytes)
  expect(pages.map((one) => one.text).join('\n')).toContain('three months’')
})

test('all of it fits a window of 800 pixels', async () => {
  await page.setViewportSize({ width: 800, height: 900 })
  await expectToFit()
  await finding('three months').first().click()
  await expect(column()).toBeVisible()
  await expectToFit()
  await expectNoViolations(page, 'a finding at 800 px')
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 1440, height: 1000 })
})

test('two versions are compared from a document’s actions, the weightiest change first, and narrowed', async () => {
  await page.getByRole('link', { name: LICENCE }).first().click()
  await goTo('Documents')
  await page.getByRole('button', { name: 'Licence, draft 1.docx', exact: true }).click()
  await page.getByRole('link', { name: 'Compare with…' }).click()
  await expect(page.getByLabel('Earlier version').locator('option:checked')).toHaveText('Licence, draft 1.docx')
  await page.getByLabel('Later version').selectOption({ label: 'Licence, draft 2.docx' })
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  const numbers = page.getByRole('region', { name: 'Numbers and dates' })
  await expect(numbers.getByTestId('change')).toHaveCount(3)
  await expect(page.getByText('tracked by R. Lindqvist', { exact: false }).first()).toBeVisible()
  await expectNoViolationsInBothThemes('compared versions')
  await page.getByRole('button', { name: /^Not tracked/ }).click()
  await expect(page.getByTestId('change').filter({ hasText: '£4,750' })).toHaveCount(0)
  await expect(page.getByTestId('change').filter({ hasText: 'may' }).first()).toBeVisible()
  await page.getByRole('button', { name: /^All/ }).click()
})

test('a change stands level in both texts, and what moved leads to its place', async () => {
  await page.getByTestId('change').filter({ hasText: 'three months' }).click()
  const texts = page.getByTestId('paired-texts')
  await expect(texts.locator('.now del').last()).toHaveText(/six/)
  await expect(texts.locator('.now ins').last()).toHaveText(/three/)
  await page.getByRole('region', { name: 'Moved' }).getByTestId('change').first().click()
  await texts.getByRole('button', { name: 'Go to 5.2' }).click()
  await expect(texts.locator('.now[data-side=after]')).toContainText('A notice may be left')
  await page.setViewportSize({ width: 800, height: 900 })
  await expectToFit()
  await expectNoViolations(page, 'compared versions at 800 px')
  await page.setViewportSize({ width: 1440, height: 1000 })
})

test('the redline and the list of changes are saved as files', async () => {
  await page.getByRole('button', { name: 'Export redline' }).click()
  const redline = await saved(() => page.getByRole('button', { name: 'Word', exact: true }).click())
  expect(redline.name).toMatch(/\.docx$/)
  await page.getByRole('button', { name: 'Export list…' }).click()
  const list = await saved(() => page.getByRole('button', { name: 'Markdown', exact: true }).click())
  expect(list.bytes.toString('utf8')).toContain('three months')
  expect(opened.troubles).toEqual([])
})

test('a document that is replaced is compared with the version before, which can be deleted', async () => {
  await goTo('Documents')
  await page.getByRole('button', { name: 'Licence, draft 1.docx', exact: true }).click()
  const panel = page.getByRole('complementary').filter({ has: page.getByRole('link', { name: 'Compare with…' }) })
  await panel.getByTestId('replace-file').setInputFiles(join(opened.served.folder, 'Licence, draft 2.docx'))
  await panel.getByRole('link', { name: 'Compare with the previous version' }).click()
  const numbers = page.getByRole('region', { name: 'Numbers and dates' })
  await expect(numbers.getByTestId('change')).toHaveCount(3)
  await expect(page.getByText('Previous version of Licence, draft 1.docx').first()).toBeVisible()
  await numbers.getByTestId('change').filter({ hasText: 'three months' }).click()
  await expect(page.getByTestId('paired-texts').locator('.now del').last()).toHaveText(/six/)
  await goTo('Documents')
  await page.getByRole('button', { name: 'Licence, draft 1.docx', exact: true }).click()
  await expectNoViolations(page, 'a document with a version before')
  await panel.getByRole('button', { name: 'Delete the previous version…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(panel.getByRole('link', { name: 'Compare with the previous version' })).toHaveCount(0)
  expect(opened.troubles).toEqual([])
})
