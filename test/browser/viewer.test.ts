import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { buildIfNeeded } from '../../scripts/build.ts'
import { ordinaryPdf } from '../../scripts/hostile/write-pdf.ts'
import { PATIENCE_MS } from '../patience.ts'
import { someAnswer, someClaim, someSource } from '../renderer/samples.ts'
import { largeDocument } from '../renderer/stand-in/invented-documents.ts'
import { serveStandIn, type StandInHost } from '../renderer/stand-in/serve-stand-in.ts'
import { expectNoViolations } from './check-access.ts'
import { serveHome, type ServedHome } from './serve-home.ts'

const LEASE = new URL('../../samples/tenancy-dispute/lease.pdf', import.meta.url).pathname
const FEES = `<h1>Fees</h1><p>What was charged in Wexcombe.</p><table>
  <tr><th>Item</th><th>Fee</th></tr><tr><td>Surveyor</td><td>1,240.50</td></tr><tr><td>Courier</td><td>18.00</td></tr>
</table>`

const column = (page: Page) => page.locator('aside')
const findField = (page: Page) => page.getByRole('searchbox', { name: 'Find in this document' })
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

test.describe('with the engine', () => {
  test.describe.configure({ mode: 'serial' })
  const MATTER = 'Read here'
  let served: ServedHome
  let page: Page

  test.beforeAll(async ({ browser }) => {
    served = await serveHome()
    const fees = join(served.folder, 'fees.html')
    await writeFile(fees, FEES)
    await served.asking(async (assistant) => {
      await assistant.home.create({ passphrase: null })
      await assistant.application.changeSettings({ welcomed: true })
      await assistant.matter.create({ name: MATTER })
      for await (const _event of await assistant.library.addPaths({ matter: MATTER, paths: [LEASE, fees] }));
    })
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    page = await context.newPage()
    await page.goto(served.url)
    await page.getByRole('link', { name: MATTER }).first().click()
    await page.getByRole('list', { name: 'Places' }).getByRole('link', { name: 'Documents' }).click()
  })

  test.afterAll(async () => {
    await page?.close()
    await served?.[Symbol.asyncDispose]()
  })

  test('a locked PDF says that a password is wrong, is read with the right one, and is drawn with it', async () => {
    const file = join(served.folder, 'locked.pdf')
    await writeFile(file, await ordinaryPdf(1, { userPassword: 'marmalade', ownerPassword: 'owner' }))
    await page.getByTestId('add-files').first().setInputFiles(file)
    const row = page.getByTestId('document').filter({ hasText: 'locked.pdf' })
    await expect(row).toHaveAttribute('data-state', 'needs-password')
    await row.getByLabel('Password').fill('jam')
    await page.keyboard.press('Enter')
    await expect(row.locator('small')).toHaveText('The password does not open this PDF.')
    await row.getByLabel('Password').fill('marmalade')
    await page.keyboard.press('Enter')
    await expect(row).toHaveAttribute('data-state', 'ready')
    await row.getByRole('button', { name: 'locked.pdf', exact: true }).click()
    await page.getByRole('button', { name: 'Open the document' }).click()
    await expect(page.locator('[data-drawn=true]')).toBeVisible()
    await page.keyboard.press('Escape')
  })

  test('a table that was found is a table, with the words of the passage marked in its cells', async () => {
    await page.getByRole('searchbox', { name: 'Search the documents' }).fill('surveyor fee')
    await page.getByTestId('hits').getByRole('button').first().click()
    await expect(column(page).getByRole('row').nth(1).locator('td')).toHaveText(['Surveyor', '1,240.50'])
    await expect(column(page).locator('td mark').filter({ hasText: '1,240.50' })).toBeVisible()
    await expectNoViolations(page, 'a table')
    await page.getByRole('searchbox', { name: 'Search the documents' }).fill('')
  })

  test('words are found in the whole of a PDF, in any capitals, and marked where they stand on their pages', async () => {
    await page.getByRole('button', { name: 'lease.pdf', exact: true }).click()
    await page.getByRole('button', { name: 'Open the document' }).click()
    await expect(page.locator('[data-drawn=true]')).toBeVisible()
    await page.keyboard.press('/')
    await findField(page).fill('NOTICE')
    const texts = await served.asking((assistant) => assistant.library.text({ matter: MATTER, document: 'lease.pdf' }))
    const places = texts.flatMap(({ text, page: number }) => [...text.matchAll(/notice/gi)].map(() => number))
    await expect(page.getByTestId('find-count')).toHaveText(`1 of ${places.length}`)
    for (const [at, number] of places.slice(0, 8).entries()) {
      await expect(page.getByTestId('find-count')).toHaveText(`${at + 1} of ${places.length}`)
      await expect(page.locator('[data-drawn=true]')).toHaveAttribute('data-page', String(number))
      await expect(page.getByTestId('current').first()).toBeInViewport()
      await page.keyboard.press('Enter')
    }
    await page.keyboard.press('Shift+F3')
    await expect(page.getByTestId('find-count')).toHaveText(`8 of ${places.length}`)
    await expectNoViolations(page, 'found on a page')
  })

  test('a reference on a drawn page leads to what it names, by mouse and by keyboard', async () => {
    await page.keyboard.press('Escape')
    const pages = await served.asking(async (assistant) => {
      const texts = await assistant.library.text({ matter: MATTER, document: 'lease.pdf' })
      const link = texts.flatMap(({ page: from, links, text }) =>
        links.map(({ start, end, target }) => ({
          from: from ?? 0,
          words: text.slice(start, end).replace(/\s+/g, ' '),
          to: texts.findLast((one) => one.start <= target)?.page ?? 0,
        })),
      )
      return link.find(({ from, to }) => from !== to)!
    })
    const open = async () => {
      await page.keyboard.press('g')
      await page.keyboard.type(String(pages.from))
      await page.keyboard.press('Enter')
      await expect(page.locator('[data-drawn=true]')).toHaveAttribute('data-page', String(pages.from))
    }
    await open()
    const link = column(page)
      .getByRole('button', { name: `Go to: ${pages.words}` })
      .first()
    await expectNoViolations(page, 'references on a page')
    await link.click()
    await expect(page.locator('[data-drawn=true]')).toHaveAttribute('data-page', String(pages.to))
    await expect(page.getByTestId('current').first()).toBeInViewport()
    await open()
    await link.focus()
    await page.keyboard.press('Enter')
    await expect(page.locator('[data-drawn=true]')).toHaveAttribute('data-page', String(pages.to))
    await page.keyboard.press('/')
  })

  test('a turned page keeps its marks over the same words', async () => {
    const before = await markOnPage(page)
    await page.keyboard.press('Escape')
    await expect(findField(page)).toHaveCount(0)
    await page.keyboard.press('Control+f')
    await page.keyboard.press('Escape')
    await page.keyboard.press('r')
    await page.keyboard.press('/')
    await expect(page.getByTestId('current').first()).toBeVisible()
    // A quarter turn to the right: what was at the top is at the right.
    await expect(async () => {
      const after = await markOnPage(page)
      expect(after.x).toBeCloseTo(1 - before.y, 1)
      expect(after.y).toBeCloseTo(before.x, 1)
    }).toPass({ timeout: PATIENCE_MS })
    await page.keyboard.press('Escape')
    for (let turn = 0; turn < 3; turn += 1) await page.keyboard.press('r')
  })

  test('selected words are copied from the page with the document and the page', async () => {
    await page.keyboard.press('Home')
    await expect(page.locator('[data-drawn=true]')).toHaveAttribute('data-page', '1')
    const words = page.locator('.word-layer > span')
    await words.nth(3).waitFor()
    const chosen = await page.evaluate(() => {
      const spans = [...document.querySelectorAll('.word-layer > span')].slice(0, 3)
      const range = document.createRange()
      range.setStart(spans[0]?.querySelector('span')?.firstChild ?? document, 0)
      range.setEndAfter(spans[2] ?? document)
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
      return spans.map((span) => span.textContent?.trim()).join(' ')
    })
    await page.keyboard.press('c')
    await expect(column(page).getByRole('button', { name: 'Copied' })).toBeVisible()
    expect(await clipboard(page)).toBe(`lease.pdf, page 1: “${chosen}”`)
    await column(page).getByRole('button', { name: 'Copied' }).waitFor({ state: 'detached' })
    await column(page).getByRole('button', { name: 'Copy with citation' }).click()
    await expect(column(page).getByRole('button', { name: 'Copied' })).toBeVisible()
  })

  test('keys leaf through the pages, go to one by its number, and change its size', async () => {
    const shown = page.locator('[data-testid=page]')
    await page.keyboard.press('ArrowRight')
    await expect(shown).toHaveAttribute('data-page', '2')
    await page.keyboard.press('g')
    await page.keyboard.type('1')
    await page.keyboard.press('Enter')
    await expect(shown).toHaveAttribute('data-page', '1')
    await page.keyboard.press('End')
    const { pages } = await served.asking((assistant) =>
      assistant.library.document({ matter: MATTER, document: 'lease.pdf' }),
    )
    await expect(shown).toHaveAttribute('data-page', String(pages))
    await page.keyboard.press('Control+=')
    await expect(page.getByTestId('zoom')).toHaveText('150 %')
    await page.keyboard.press('Control+0')
    await expect(page.getByTestId('zoom')).toHaveText('125 %')
    await page.getByRole('button', { name: 'Whole page' }).click()
    await expect(shown).toBeInViewport({ ratio: 0.99 })
  })
})

test.describe('with sheets and scans of the stand-in', () => {
  let host: StandInHost

  test.beforeAll(() => buildIfNeeded())
  test.beforeEach(async () => {
    host = await serveStandIn()
  })
  test.afterEach(() => host[Symbol.asyncDispose]())

  async function openMatter(page: Page): Promise<void> {
    await page.goto(host.url)
    await page.getByRole('link', { name: 'Sample: Hollis v Marlowe' }).first().click()
  }

  async function openDocument(page: Page, name: string): Promise<void> {
    await openMatter(page)
    await page.getByRole('list', { name: 'Places' }).getByRole('link', { name: 'Documents' }).click()
    await page.getByRole('button', { name, exact: true }).click()
    await page.getByRole('button', { name: 'Open the document' }).click()
  }

  test('a cell that is cited is marked in its row and column, and copied with the name of its sheet', async ({
    context,
    page,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const document = host.state.documents.find(({ detail }) => detail.document === 'Service charge 2019–24.xlsx')
    if (!document) throw new Error('The stand-in has no workbook any more.')
    const [sheet] = document.text
    const start = sheet?.text.indexOf('310.00') ?? -1
    const { documentId, document: name } = document.detail
    const place = { documentId, document: name, page: 1, start, end: start + 6 }
    host.state.answers.push(
      someAnswer({
        sources: [someSource({ ...place, text: '310.00' })],
        claims: [someClaim({ citations: [{ ...place, reference: null, source: 'S1', quote: '310.00' }] })],
      }),
    )
    await openMatter(page)
    await page.getByRole('navigation').getByTitle('How long is notice?').click()
    await page.getByTestId('citation').first().click()
    const cell = column(page).locator('td', { has: page.locator('mark') })
    await expect(cell).toHaveText('310.00')
    await expect(cell.locator('xpath=..').getByRole('rowheader')).toHaveText('5')
    await expect(cell).toHaveJSProperty('cellIndex', 3)
    await expect(column(page).locator('.letters th').nth(2)).toHaveText('D')
    await page.keyboard.press('c')
    await expect(column(page).getByRole('button', { name: 'Copied' })).toBeVisible()
    expect(await clipboard(page)).toBe('Service charge 2019–24.xlsx, sheet Rates: “310.00”')
    await column(page).getByRole('combobox', { name: 'Sheet' }).selectOption('2023 (5 of 6)')
    await expect(column(page).getByRole('columnheader', { name: 'Month' })).toBeVisible()
    await expect(column(page).locator('mark')).toHaveCount(0)
  })

  test('from within a source the brackets lead to the next and the one before', async ({ page }) => {
    await openMatter(page)
    await page.getByRole('textbox', { name: 'Question about the documents' }).fill('Was the notice served in time?')
    await page.keyboard.press('Enter')
    await page.locator('[data-testid=answer][data-state=uncertain]').waitFor()
    await page.getByTestId('citation').first().click()
    await expect(column(page)).toBeFocused()
    await expect(column(page).locator('.bar .src')).toHaveText('S1')
    for (const [key, mark] of [
      [']', 'S2'],
      [']', 'S3'],
      ['[', 'S2'],
    ] as const) {
      await page.keyboard.press(key)
      await expect(column(page).locator('.bar .src')).toHaveText(mark)
      await expect(page.getByTestId('highlight').first()).toBeInViewport()
    }
    await expect(column(page).locator('[data-drawn=true]')).toHaveAttribute('data-page', '3')
  })

  test('the library is narrowed by how pages were read, opens at a page of a kind, and unlocks a file', async ({
    page,
  }) => {
    await openMatter(page)
    await page.getByRole('list', { name: 'Places' }).getByRole('link', { name: 'Documents' }).click()
    const rows = page.getByTestId('document')
    await expect(rows).toHaveCount(14)
    await page.getByRole('button', { name: '2 failed', exact: true }).click()
    await expect(rows).toHaveCount(2)
    await rows.filter({ hasText: 'Rent ledger' }).getByRole('button', { name: '1 failed: open the first' }).click()
    await expect(page.getByTestId('page-line')).toContainText('Page 17 of 22')
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect(rows).toHaveCount(14)
    const locked = rows.filter({ hasText: 'Bank statements Q3.pdf' })
    await locked.getByLabel('Password').fill('a guess')
    await page.keyboard.press('Enter')
    await expect(locked.locator('small')).toHaveText('The password does not open this PDF.')
    await locked.getByLabel('Password').fill('correct horse')
    await locked.getByRole('button', { name: 'Open Bank statements Q3.pdf' }).click()
    await expect(locked).toHaveAttribute('data-state', 'queued')
    await expect(locked.getByLabel('Password')).toHaveCount(0)
  })

  test('a cross-reference leads to its place in the same text, and keys rest while one types', async ({ page }) => {
    await openDocument(page, 'Schedule of dilapidations.docx')
    await column(page).getByRole('button', { name: 'section 2' }).click()
    await expect(column(page).getByRole('heading', { name: '2. Cost' })).toBeInViewport()
    await column(page).focus()
    await page.keyboard.press('/')
    await findField(page).fill('crg/')
    await expect(page.getByTestId('find-count')).toHaveText('not found')
    await findField(page).fill('plywood 18 mm')
    await expect(column(page).locator('td mark')).toHaveText('plywood 18 mm')
    await page.keyboard.press('Escape')
    await expect(column(page)).toBeFocused()
    await expect(column(page).locator('mark')).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(column(page).getByText('Choose a document')).toBeVisible()
  })

  test('markup in the words of a document is shown as words', async ({ page }) => {
    await openDocument(page, 'Schedule of dilapidations.docx')
    await expect(column(page).locator('pre')).toContainText('<img src="x" onerror="alert(1)"><b>bold</b>')
    expect(await column(page).locator('img, b').count()).toBe(0)
  })

  test('single keys do nothing while they are switched off', async ({ page }) => {
    host.state.settings.singleKeys = false
    await openDocument(page, 'Break notice.pdf')
    await expect(page.locator('[data-drawn=true]')).toBeVisible()
    await page.keyboard.press('/')
    await expect(findField(page)).toHaveCount(0)
    await page.keyboard.press('Control+f')
    await expect(findField(page)).toBeFocused()
  })

  test('a scan says that it was recognised, and which words are in doubt', async ({ page }) => {
    await openDocument(page, 'Break notice.pdf')
    await expect(column(page).getByText('By OCR: compare with the page.')).toBeVisible()
    await expect(column(page).getByText('not sure of the letters').last()).toBeVisible()
    await expect(page.locator('.word-layer .unsure')).not.toHaveCount(0)
    await openDocument(page, 'Photographed slip.png')
    await expect(column(page).getByRole('img', { name: /Photographed slip/ })).toBeVisible()
    await page.keyboard.press('/')
    await findField(page).fill('ref')
    await expect(page.getByTestId('current')).toBeVisible()
  })

  test('a sheet of 50,000 rows holds few rows, and its last row is found', async ({ page }) => {
    host.state.documents.push(largeDocument(50_000))
    await openMatter(page)
    await page.getByRole('list', { name: 'Places' }).getByRole('link', { name: 'Documents' }).click()
    await page.getByRole('button', { name: 'All payments.xlsx', exact: true }).click()
    await page.getByRole('button', { name: 'Open the document' }).click()
    await expect(column(page).getByText('Payment 1', { exact: true })).toBeVisible()
    expect(await column(page).locator('tr').count()).toBeLessThan(3000)
    await page.keyboard.press('/')
    await findField(page).fill('payment 50000')
    const last = column(page).locator('td', { has: page.locator('mark.current') })
    await expect(last).toHaveText('Payment 50000')
    await expect(last).toBeInViewport()
    await expect(last.locator('xpath=..').getByRole('rowheader')).toHaveText('50001')
    expect(await column(page).locator('tr').count()).toBeLessThan(3000)
  })
})

/** The middle of the first mark, in shares of the place that the page takes. */
async function markOnPage(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const sheet = await page.getByTestId('page').first().boundingBox()
  const mark = await page.getByTestId('current').first().boundingBox()
  if (!sheet || !mark) throw new Error('Expected a page with a mark.')
  return {
    x: (mark.x + mark.width / 2 - sheet.x) / sheet.width,
    y: (mark.y + mark.height / 2 - sheet.y) / sheet.height,
  }
}
