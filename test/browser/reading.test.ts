import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { imagePdf } from '../../library/read/ocr/recognise-words.ts'
import { typedPdf } from '../library/read/typed-pdf.ts'
import { scanPdf } from '../library/read/ocr/scan-pdf.ts'
import { SCAN_DPI, scanOf } from '../library/read/ocr/scans.ts'
import { expectNoViolations } from './check-access.ts'
import { expectMarksAt } from './page-marks.ts'
import { serveHome, type ServedHome } from './serve-home.ts'

test.describe.configure({ mode: 'serial' })

const MATTER = 'Own documents'
const NOTICE = 'The tenant shall give notice of six months to the Wexcombe office before the lease comes to its end.'
const COVER = 'A cover sheet with nothing on it but these words, and two pages in all.'
const RECEIPT = 'Receipt by Harrow and Sons for the repair of the boiler in the bakery house.'
const PAGES = 400
let served: ServedHome
let page: Page
let folder: string

test.beforeAll(async ({ browser }) => {
  served = await serveHome()
  folder = join(served.folder, 'case')
  await mkdir(folder)
  const pages = Array.from({ length: PAGES }, (_, at) => [[72, 90, 11, `Page ${at + 1} of a long bundle.`] as const])
  await writeFile(join(folder, 'bundle.pdf'), typedPdf(pages))
  await writeFile(join(folder, 'scan.pdf'), imagePdf(await scanOf([NOTICE]), SCAN_DPI))
  await writeFile(join(folder, 'mail.eml'), MAIL)
  await writeFile(join(folder, 'fax.tif'), await faxOf([COVER, RECEIPT]))
  await served.asking(async (assistant) => {
    await assistant.home.create({ passphrase: null })
    await assistant.application.changeSettings({ welcomed: true })
    await assistant.matter.create({ name: MATTER })
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

const MAIL = `From: agent@example.org
To: tenant@example.org
Subject: The lease
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain

The schedule is attached.
--b
Content-Type: text/plain; name="schedule.txt"
Content-Disposition: attachment; filename="schedule.txt"

Repairs in Tolland Row.
--b--
`

/** A TIFF with a page for each text. */
async function faxOf(texts: readonly string[]): Promise<Buffer> {
  const scans = await Promise.all(texts.map((text) => scanOf([text])))
  const frames = await Promise.all(
    scans.map(({ width, height, pixels }) =>
      sharp(pixels, { raw: { width, height, channels: 1 } })
        .toColourspace('b-w')
        .png()
        .toBuffer(),
    ),
  )
  return sharp(frames, { join: { animated: true } })
    .toColourspace('b-w')
    .withMetadata({ density: SCAN_DPI })
    .tiff({ compression: 'lzw' })
    .toBuffer()
}

const row = (name: string) => page.getByTestId('document').filter({ hasText: name })

test('a folder that is added shows how far it is, can be paused, and goes on where it was', async () => {
  await page.getByTestId('add-folder').first().setInputFiles(folder)
  const job = page.getByTestId('reading')
  await expect(job).toContainText(/Reading \d+ of \d+/)
  await job.getByRole('button', { name: 'Pause' }).click()
  await expect(job).toContainText('Paused')
  await expect(page.locator('[data-testid=document][data-state=paused]').first()).toBeVisible()
  await expectNoViolations(page, 'a paused reading')
  await job.getByRole('button', { name: 'Resume' }).click()
  for (const name of ['bundle.pdf', 'scan.pdf', 'mail.eml', 'schedule.txt', 'fax.tif'])
    await expect(row(name).first()).toHaveAttribute('data-state', 'ready')
  await expect(job).toHaveCount(0)
})

test('an attachment stands below its message', async () => {
  await expect(row('schedule.txt')).toContainText('In mail.eml.')
})

test('a scanned page opens at what was found, with the words marked on the scan', async () => {
  await page.getByRole('searchbox', { name: 'Search the documents' }).fill('six months notice Wexcombe')
  await page.getByTestId('hits').getByRole('button').first().click()
  await expect(page.locator('[data-testid=page][data-drawn=true]').first()).toBeVisible()
  await expect(page.locator('aside')).toContainText('By OCR')
  const boxes = await served.asking(async (assistant) => {
    const { hits } = await assistant.library.search({
      matter: MATTER,
      question: 'six months notice Wexcombe',
      limit: 1,
    })
    const { documentId, start, end } = hits[0]!
    const [marked] = await assistant.library.boxes({ matter: MATTER, document: documentId, spans: [{ start, end }] })
    return marked!
  })
  await expectMarksAt(page, boxes, 3)
  await expectNoViolations(page, 'a scanned page')
})

test('a fax is shown page by page as pictures, with the words marked that were found on them', async () => {
  await page.getByRole('searchbox', { name: 'Search the documents' }).fill('Harrow boiler receipt')
  await expect(page.getByTestId('hits').getByRole('button').first()).toContainText('fax.tif')
  await page.getByTestId('hits').getByRole('button').first().click()
  const shown = page.locator('[data-testid=page][data-drawn=true]')
  await expect(shown).toHaveAttribute('data-page', '2')
  await expect(page.locator('aside')).toContainText('By OCR')
  const boxes = await served.asking(async (assistant) => {
    const question = 'Harrow boiler receipt'
    const { hits } = await assistant.library.search({ matter: MATTER, question, limit: 1 })
    const { documentId, start, end } = hits[0]!
    const [marked] = await assistant.library.boxes({ matter: MATTER, document: documentId, spans: [{ start, end }] })
    return marked!
  })
  await expectMarksAt(page, boxes, 3)
  await expectNoViolations(page, 'a page of a fax')
  await page.getByRole('button', { name: 'Previous page' }).click()
  await expect(shown).toHaveAttribute('data-page', '1')
  await page.getByRole('button', { name: 'whole document' }).click()
  await expect(page.locator('[data-testid=page][data-drawn=true]')).toHaveCount(2)
})

test('the page that is open can be read by OCR instead of its own text, alone; the reading can be stopped, and undone', async () => {
  const file = join(served.folder, 'mixed.pdf')
  const layer = 'word '.repeat(70).trim()
  await writeFile(file, scanPdf([{ text: 'A typed page.' }, { image: await scanOf([NOTICE]), layer }]))
  await page.getByRole('searchbox', { name: 'Search the documents' }).fill('')
  await page.getByTestId('add-files').first().setInputFiles(file)
  await expect(row('mixed.pdf')).toHaveAttribute('data-state', 'ready')
  await page.getByRole('button', { name: 'mixed.pdf', exact: true }).click()
  await page.getByRole('button', { name: 'Open the document' }).click()
  const column = page.locator('aside')
  const button = column.getByRole('button', { name: 'Read this page by OCR' })
  await expect(button).toBeVisible()
  await column.getByRole('button', { name: 'Next page' }).click()
  await expect(column).toContainText('Own text, not OCR.')
  await expectNoViolations(page, 'a page that can be read by OCR')
  await button.click()
  await expect(column.getByRole('status')).toBeVisible()
  await column.getByRole('button', { name: 'Stop' }).click()
  await expect(button).toBeVisible()
  await expect(column).toContainText('Own text, not OCR.')
  await button.click()
  await expect(column).toContainText('By OCR: compare with the page.')
  await expect(page.locator('[data-testid=page][data-drawn=true]')).toHaveAttribute('data-page', '2')
  const texts = await served.asking((assistant) => assistant.library.text({ matter: MATTER, document: 'mixed.pdf' }))
  expect(texts.map(({ text }) => text)).toEqual(['A typed page.', NOTICE])
  await page.keyboard.press('/')
  await page.getByRole('searchbox', { name: 'Find in this document' }).fill('Wexcombe')
  await expect(page.getByTestId('find-count')).toHaveText('1 of 1')
  await page.keyboard.press('Escape')
  await expectNoViolations(page, 'a page that was read by OCR on demand')
  const back = column.getByRole('button', { name: 'Use the page’s own text again' })
  await back.click()
  await expect(column).toContainText('Own text, not OCR.')
  await expect(back).toHaveCount(0)
  await expect(page.locator('[data-testid=page][data-drawn=true]')).toHaveAttribute('data-page', '2')
})

test('the scanned pages can be told their language', async () => {
  await page.keyboard.press('Escape')
  await page.getByRole('searchbox', { name: 'Search the documents' }).fill('')
  await page.getByRole('button', { name: 'Change…' }).click()
  await page.getByLabel('German').check()
  await expectNoViolations(page, 'the options of scanned pages')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Scanned pages are read by OCR in German.')).toBeVisible()
})

test('LibreOffice may be let convert what is not read here, and what it does is told', async () => {
  await page.getByRole('button', { name: 'LibreOffice…' }).click()
  await expect(page.getByText(/LibreOffice (\d[\d.]* was found|was not found)/)).toBeVisible()
  await expect(page.getByText(/Its working copies.*(memory|disk)/)).toBeVisible()
  await expectNoViolations(page, 'the option of LibreOffice')
  await page.getByLabel('Let LibreOffice convert what Consilium cannot read itself').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('LibreOffice converts what Consilium cannot read itself')).toBeVisible()
})

test('a folder can be watched, and what comes into it is read', async () => {
  const watched = join(served.folder, 'incoming')
  await mkdir(watched)
  await page.getByRole('button', { name: /Watch a(nother)? folder…/ }).click()
  // Before the name is typed: the button that it frees changes its colour by and by.
  await expectNoViolations(page, 'watching a folder')
  await page.getByLabel('Folder', { exact: true }).fill(watched)
  await page.getByRole('button', { name: 'Watch', exact: true }).click()
  await expect(page.getByTestId('watched')).toContainText(watched)
  await writeFile(join(watched, 'late.txt'), 'This came later.')
  await expect(row('late.txt')).toHaveAttribute('data-state', 'ready')
})

test('every page of a PDF can be recognised on demand, beside its own text', async () => {
  await page.getByRole('button', { name: 'scan.pdf', exact: true }).click()
  await page.getByRole('button', { name: 'Read every page by OCR' }).click()
  await expect(row('scan.pdf')).toHaveAttribute('data-state', 'ready')
  const versions = await served.asking(async (assistant) => {
    const { textVersion } = await assistant.library.document({ matter: MATTER, document: 'scan.pdf' })
    return textVersion
  })
  expect(versions).not.toBeNull()
})

test('a document that is being read can be skipped, accepted with the pages it has, and replaced', async () => {
  const pages = Array.from({ length: 4000 }, (_, at) => [[72, 90, 11, `Sheet ${at + 1} of the long survey.`] as const])
  await writeFile(join(served.folder, 'survey.pdf'), typedPdf(pages))
  await page.getByTestId('add-files').first().setInputFiles(join(served.folder, 'survey.pdf'))
  await expect(page.getByTestId('reading')).toContainText(/survey.pdf: reading, page [1-9][\d,]+ of 4,000/)
  await row('survey.pdf').getByRole('button', { name: 'Skip survey.pdf' }).click()
  await expect(row('survey.pdf')).toHaveAttribute('data-state', 'failed')
  await page.getByRole('button', { name: 'survey.pdf', exact: true }).click()
  await expectNoViolations(page, 'a skipped document')
  await page.getByRole('button', { name: /^Accept [\d,]+ of 4,000 pages$/ }).click()
  await expect(row('survey.pdf')).toHaveAttribute('data-state', 'partial')
  await expect(row('survey.pdf')).toContainText('Accepted as it is.')
  await expect(page.locator('aside')).toContainText('You accepted it as it is.')
  await expectNoViolations(page, 'an accepted document')
  await writeFile(join(served.folder, 'shorter.pdf'), typedPdf(pages.slice(0, 2)))
  await page.locator('aside').getByTestId('replace-file').setInputFiles(join(served.folder, 'shorter.pdf'))
  await expect(row('survey.pdf')).toHaveAttribute('data-state', 'ready')
  await expect(row('survey.pdf').locator('td.n')).toHaveText('2')
})
