import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { type OpenedWindow, openWindow } from './open-window.ts'

test.describe.configure({ mode: 'serial' })

const SAMPLE = 'A tenancy dispute'
let opened: OpenedWindow
let page: Page

test.beforeAll(async ({ browser }) => {
  opened = await openWindow(browser)
  page = opened.page
  await page.getByRole('heading', { name: 'Welcome to Consilium' }).waitFor()
})

test.afterAll(async () => {
  await page?.close()
  await opened?.served[Symbol.asyncDispose]()
})

/** Text files dropped on the window. */
async function drop(...names: readonly string[]): Promise<void> {
  const transfer = await page.evaluateHandle((dropped) => {
    const data = new DataTransfer()
    for (const name of dropped) data.items.add(new File([`What ${name} says is short.`], name, { type: 'text/plain' }))
    return data
  }, names)
  for (const event of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('body', event, { dataTransfer: transfer })
}

const nameField = () => page.getByRole('textbox', { name: 'Name of the matter' })
const row = (name: string) => page.getByTestId('document').filter({ hasText: name })
const goTo = (place: string) => page.getByRole('list', { name: 'Places' }).getByRole('link', { name: place }).click()
const documentsOf = async (name: string) =>
  opened.served.asking(async ({ library }) => (await library.documents({ matter: name })).map((one) => one.document))

test('files dropped on the first page make a matter of their own, whose name can be changed before', async () => {
  await drop('Keys.txt', 'Rent.txt')
  await expect(page.getByRole('dialog', { name: 'New matter with 2 files' })).toBeVisible()
  await expect(nameField()).toHaveValue('Keys')
  await nameField().fill('Wexcombe office')
  await page.keyboard.press('Enter')
  await expect(row('Keys.txt')).toHaveAttribute('data-state', 'ready')
  await expect(row('Rent.txt')).toHaveAttribute('data-state', 'ready')
  await expect(page.getByTestId('matter-menu')).toContainText('Wexcombe office')
  expect(await documentsOf(SAMPLE)).toHaveLength(4)
})

test('files dropped while a name is asked for join those of the first drop, and other dialogs take none', async () => {
  await page.getByRole('link', { name: SAMPLE }).first().click()
  await drop('First.txt')
  await expect(page.getByRole('dialog', { name: 'New matter with 1 file' })).toBeVisible()
  await nameField().fill('Two drops')
  await drop('Second.txt', 'Third.txt')
  await expect(page.getByRole('dialog', { name: 'New matter with 3 files' })).toBeVisible()
  await expect(nameField()).toHaveValue('Two drops')
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Enter')
  for (const name of ['First.txt', 'Second.txt', 'Third.txt'])
    await expect(row(name)).toHaveAttribute('data-state', 'ready')
  await page.getByRole('link', { name: /All matters/ }).click()
  await page.getByRole('button', { name: 'Rename Two drops' }).click()
  await drop('Fourth.txt')
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await documentsOf('Two drops')).toHaveLength(3)
})

test('a folder chosen in the documents of a sample makes a matter of that name, and the sample stays as it is', async () => {
  const folder = join(opened.served.folder, 'Tolland Row')
  await mkdir(folder)
  await writeFile(join(folder, 'minutes.txt'), 'The board met in Tolland Row.')
  await page.getByRole('link', { name: SAMPLE }).first().click()
  await goTo('Documents')
  await page.getByTestId('add-folder').first().setInputFiles(folder)
  await expect(page.getByRole('dialog', { name: 'New matter with 1 file' })).toBeVisible()
  await expect(nameField()).toHaveValue('Tolland Row')
  await page.keyboard.press('Enter')
  await expect(row('minutes.txt')).toHaveAttribute('data-state', 'ready')
  await expect(page.getByTestId('matter-menu')).toContainText('Tolland Row')
  expect(await documentsOf(SAMPLE)).toHaveLength(4)
})

test('a matter made by dropping is one of those that more files can go to', async () => {
  await page.getByRole('link', { name: SAMPLE }).first().click()
  await drop('Later.txt')
  const dialog = page.getByRole('dialog', { name: 'New matter with 1 file' })
  await expect(dialog.getByRole('button', { name: SAMPLE })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Wexcombe office' }).click()
  await expect(row('Later.txt')).toHaveAttribute('data-state', 'ready')
  expect(await documentsOf('Wexcombe office')).toHaveLength(3)
})

test('a matter is renamed among all matters, and goes by its new name everywhere at once', async () => {
  await page.getByRole('link', { name: /All matters/ }).click()
  await page.getByRole('button', { name: 'Rename Wexcombe office' }).click()
  await nameField().fill('tolland row')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('The matter keeps its name.')
  await nameField().fill('Wexcombe, the appeal')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByTestId('matter-menu')).toContainText('Wexcombe, the appeal')
  await goTo('Audit log')
  await page.getByRole('tab', { name: 'Consilium' }).click()
  await expect(page.getByText('Matter renamed:').first()).toBeVisible()
})

for (const { kind, name } of [
  {
    kind: 'of many words',
    name: 'Estate of Rosalind Tamsin, deceased, against the trustees of the Wexcombe and Tolland almshouse charity fund',
  },
  { kind: 'of one word', name: `Re${'x'.repeat(118)}` },
])
  test(`a long name ${kind} is cut nowhere without a way to read it`, async () => {
    await opened.served.asking(async ({ matter }) => matter.create({ name, subtitle: '' }))
    for (const width of [1440, 800]) {
      await page.setViewportSize({ width, height: 1000 })
      await page.getByRole('link', { name: /All matters/ }).click()
      await page.getByRole('table', { name: 'Matters' }).getByRole('link', { name }).waitFor()
      expect(await cutTexts(page, name), `in the list at ${width}`).toEqual([])
      await page.getByRole('table', { name: 'Matters' }).getByRole('link', { name }).click()
      await page.getByTestId('matter-menu').click()
      await page.getByRole('dialog', { name: 'Choose a matter' }).waitFor()
      expect(await cutTexts(page, name), `in the navigation at ${width}`).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill(name.slice(0, 20))
      await page.getByRole('option', { name }).waitFor()
      expect(await cutTexts(page, name), `in the palette at ${width}`).toEqual([])
      await page.keyboard.press('Escape')
    }
  })

/** Elements that show the text, are narrower than it, and have no title that says the whole. */
function cutTexts(from: Page, text: string): Promise<readonly string[]> {
  return from.evaluate((wanted) => {
    const all = [...document.querySelectorAll<HTMLElement>('body *')]
    return all
      .filter((one) => one.textContent.includes(wanted) && one.offsetParent !== null)
      .filter((one) => getComputedStyle(one).display !== 'inline' && one.scrollWidth > one.clientWidth + 1)
      .filter((one) => one.closest('[title]')?.getAttribute('title') !== wanted)
      .map((one) => `${one.tagName}.${one.className}: ${one.scrollWidth} in ${one.clientWidth}`)
  }, text)
}
