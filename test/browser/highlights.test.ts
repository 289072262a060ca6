import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectNoViolations } from './check-access.ts'
import { serveHome, type ServedHome } from './serve-home.ts'

const LEASE = new URL('../../samples/tenancy-dispute/lease.pdf', import.meta.url).pathname
const MATTER = 'Marked here'
const NOTE = `The Tenant pays the rent. The Tenant gives notice. The Tenant pays the costs.`
const LONG = 'Each instalment of the rent is due on the first day of its quarter. '.repeat(80)
const RENTS = 'Quarter,Rent,Paid on\nFirst,4200,3 January 2024\nSecond,4200,2 April 2024\nThird,4300,1 July 2024\n'

let served: ServedHome
let page: Page

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  served = await serveHome()
  const written = { 'note.txt': NOTE, 'long.txt': LONG, 'rents.csv': RENTS }
  const paths = Object.keys(written).map((name) => join(served.folder, name))
  for (const [name, text] of Object.entries(written)) await writeFile(join(served.folder, name), text)
  await served.asking(async (assistant) => {
    await assistant.home.create({ passphrase: null })
    await assistant.application.changeSettings({ welcomed: true, userName: 'A. Lyle' })
    await assistant.matter.create({ name: MATTER })
    for await (const _event of await assistant.library.addPaths({ matter: MATTER, paths: [LEASE, ...paths] }));
  })
  page = await browser.newPage()
  await page.goto(served.url)
  await page.getByRole('link', { name: MATTER }).first().click()
  await page.getByRole('list', { name: 'Places' }).getByRole('link', { name: 'Documents' }).click()
})

test.afterAll(async () => {
  await page?.close()
  await served?.[Symbol.asyncDispose]()
})

const column = () => page.locator('aside')
const notes = () => column().getByRole('region', { name: /^Notes and highlights/ })
const kept = () => served.asking((assistant) => assistant.highlight.list({ matter: MATTER }))

async function open(name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('button', { name: 'Open the document' }).click()
}

const newNote = () => column().getByRole('region', { name: /^Highlighted/ })

/** Selects words of the drawn page by their numbers, the first of them from its second letter on. */
async function selectWords(from: number, to: number): Promise<string> {
  await page.locator('.word-layer > span').nth(to).waitFor()
  return page.evaluate(
    ([first, last]) => {
      const spans = [...document.querySelectorAll('.word-layer > span')].slice(first, (last ?? 0) + 1)
      const range = document.createRange()
      range.setStart(spans[0]?.querySelector('span')?.firstChild ?? document, 1)
      range.setEndAfter(spans.at(-1) ?? document)
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
      return spans.map((span) => span.textContent?.trim()).join(' ')
    },
    [from, to],
  )
}

test('words selected on a drawn page are kept in whole words, marked there, and take a note', async () => {
  await open('lease.pdf')
  await expect(page.locator('[data-drawn=true]')).toBeVisible()
  await column().getByRole('button', { name: 'Highlight', exact: true }).click()
  await expect(column().getByRole('button', { name: 'Select words first' })).toBeVisible()
  await column().getByRole('button', { name: 'Highlight', exact: true }).waitFor()
  const words = await selectWords(4, 8)
  await column().getByRole('button', { name: 'Highlight', exact: true }).click()
  const field = newNote().getByRole('textbox', { name: 'Note' })
  await expect(field).toBeFocused()
  await expect(field).toBeInViewport()
  await field.fill('The parties. Check the register.')
  await newNote().getByRole('button', { name: 'Save note' }).click()
  await expect(newNote()).toHaveCount(0)
  await expect(notes().getByText('The parties. Check the register.')).toBeVisible()
  await expect(page.getByTestId('kept').first()).toBeVisible()
  expect(await kept()).toMatchObject([
    { note: 'The parties. Check the register.', madeBy: 'A. Lyle', isEvidence: false, place: { page: 1 } },
  ])
  expect((await kept())[0]?.quote.replace(/\s+/g, ' ')).toBe(words)
  await expectNoViolations(page, 'a highlight on a page')
})

test('a highlight leads back to its page, and can be kept as evidence', async () => {
  await column().focus()
  await page.keyboard.press('End')
  await expect(page.locator('[data-drawn=true]')).not.toHaveAttribute('data-page', '1')
  await notes()
    .getByRole('button', { name: /^Go to page 1/ })
    .click()
  await expect(page.locator('[data-drawn=true]')).toHaveAttribute('data-page', '1')
  await expect(page.getByTestId('kept').first()).toBeInViewport()
  await notes().getByRole('checkbox', { name: 'Use as evidence' }).click()
  await expect(notes().getByRole('checkbox', { name: 'Use as evidence' })).toBeChecked()
  expect((await kept())[0]?.isEvidence).toBe(true)
})

test('all of them are exported with their pages', async () => {
  await notes().getByRole('button', { name: 'Export…' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Markdown' }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  expect(text).toContain('The parties. Check the register.')
  expect(text).toContain('page 1')
})

test('a search of the documents finds a highlight by its note, above the passages, and opens it', async () => {
  await page.keyboard.press('Escape')
  const field = page.getByRole('searchbox', { name: 'Search the documents' })
  await field.fill('register check')
  const found = page.getByRole('main').getByRole('region', { name: /^Found in notes and highlights/ })
  await expect(found).toContainText('The parties. Check the register.')
  await found.getByRole('button', { name: /^lease\.pdf, p\. 1/ }).click()
  await expect(page.getByTestId('kept').first()).toBeInViewport()
  await expectNoViolations(page, 'a search that finds a highlight')
  await field.fill('no such note')
  await expect(found).toHaveCount(0)
  await field.fill('')
})

test('the same words elsewhere in a text are not mistaken for those selected', async () => {
  await page.keyboard.press('Escape')
  await open('note.txt')
  await column().locator('.sheet.text').getByText('The Tenant gives notice.').waitFor()
  await page.evaluate((from) => {
    const walker = document.createTreeWalker(
      document.querySelector('aside .sheet.text') ?? document,
      NodeFilter.SHOW_TEXT,
    )
    let node = walker.nextNode()
    while (node && !node.textContent?.includes('gives notice')) node = walker.nextNode()
    const range = document.createRange()
    range.setStart(node ?? document, from)
    range.setEnd(node ?? document, from + 'The Tenant pays'.length)
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
  }, NOTE.lastIndexOf('The Tenant'))
  await column().getByRole('button', { name: 'Highlight', exact: true }).click()
  await newNote().getByRole('button', { name: 'No note' }).click()
  await expect(column().locator('mark.kept')).toHaveText('The Tenant pays')
  const mine = (await kept()).find(({ document }) => document === 'note.txt')
  expect(mine?.place?.start).toBe(NOTE.lastIndexOf('The Tenant'))
  await notes().getByRole('button', { name: 'Remove highlight' }).click()
  await expect(column().locator('mark.kept')).toHaveCount(0)
})

/** Selects from the first to the last of these words in the column, wherever each of them is drawn. */
async function selectFrom(first: string, last: string): Promise<void> {
  await page.evaluate(
    ([from = '', to = '']) => {
      const find = (words: string) => {
        const walker = document.createTreeWalker(document.querySelector('aside')!, NodeFilter.SHOW_TEXT)
        let node = walker.nextNode()
        while (node && !node.textContent?.includes(words)) node = walker.nextNode()
        if (!node) throw new Error(`Expected "${words}" in the column.`)
        return { node, at: node.textContent?.indexOf(words) ?? 0 }
      }
      const [begin, end] = [find(from), find(to)]
      getSelection()?.setBaseAndExtent(begin.node, begin.at, end.node, end.at + to.length)
    },
    [first, last],
  )
}

const highlight = () => column().getByRole('button', { name: 'Highlight', exact: true }).click()
const quotes = async (document: string) =>
  (await kept()).filter((one) => one.document === document).map(({ quote }) => quote.replace(/\s+/g, ' '))

test('words over two rows of a sheet are kept without the row numbers that are drawn between them', async () => {
  await page.keyboard.press('Escape')
  await open('rents.csv')
  await column().getByText('3 January 2024').waitFor()
  await selectFrom('January 2024', 'Seco')
  await highlight()
  await expect(column().locator('mark.kept')).toHaveText(['January 2024', 'Second'])
  expect(await quotes('rents.csv')).toEqual(['January 2024 Second'])
  await newNote().getByRole('button', { name: 'No note' }).click()
  expect(
    await column()
      .locator('.row-number')
      .first()
      .evaluate((one) => getComputedStyle(one).userSelect),
  ).toBe('none')
})

test('words over the end of a page are kept, and marked on both', async () => {
  await page.keyboard.press('Escape')
  await open('lease.pdf')
  await column().getByRole('button', { name: 'whole document' }).click()
  await page.locator('[data-page="1"] .word-layer > span').last().waitFor()
  await page.locator('[data-page="2"][data-drawn=true]').scrollIntoViewIfNeeded()
  await page.locator('[data-page="2"] .word-layer > span').nth(3).waitFor()
  const words = await page.evaluate(() => {
    const of = (number: number) => [...document.querySelectorAll(`[data-page="${number}"] .word-layer > span`)]
    const [end, begin] = [of(1).slice(-3), of(2).slice(0, 3)]
    const letters = (word: Element | undefined) => word?.querySelector('span')?.firstChild ?? document
    getSelection()?.setBaseAndExtent(letters(end[0]), 0, letters(begin[2]), 1)
    return [...end, ...begin].map((word) => word.textContent?.trim()).join(' ')
  })
  await highlight()
  // One stays at the words: nothing is scrolled to the notes below nine pages.
  await expect(newNote().getByRole('textbox', { name: 'Note' })).toBeInViewport()
  await expect(column().getByText('Page 2 of 9')).toBeVisible()
  await newNote().getByRole('button', { name: 'No note' }).click()
  expect(await quotes('lease.pdf')).toContain(words)
  expect((await kept()).every(({ quote }) => !quote.includes('\f'))).toBe(true)
  for (const number of [1, 2])
    await expect(page.locator(`[data-page="${number}"] .box-mark.kept`).first()).toBeAttached()
})

test('a selection that is too long is refused with what to do, and what was kept is said once', async () => {
  await page.keyboard.press('Escape')
  await open('long.txt')
  await column().locator('.sheet.text').getByText('Each instalment').first().waitFor()
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('aside .sheet.text')!))
  await highlight()
  await expect(notes().getByRole('alert')).toContainText(
    /this one has 5[\d,]+. Select less\.\s*Nothing was highlighted\.\s*$/,
  )
  expect(await quotes('long.txt')).toEqual([])
})

test('a highlight with a note is removed only after that is confirmed', async () => {
  await page.keyboard.press('Escape')
  await open('lease.pdf')
  const first = notes().getByRole('listitem').filter({ hasText: 'Check the register.' })
  await first.getByRole('button', { name: 'Remove highlight' }).click()
  const dialog = page.getByRole('dialog', { name: 'Remove this highlight?' })
  await expect(dialog).toContainText('The parties. Check the register.')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(first).toBeVisible()
  await first.getByRole('button', { name: 'Remove highlight' }).click()
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await expect(first).toHaveCount(0)
})
