import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { makeHostile } from '../../scripts/make-hostile.ts'
import { expectNoViolations } from './check-access.ts'
import { darkShareOfPage } from './page-marks.ts'
import { serveHome, type ServedHome } from './serve-home.ts'

test.describe.configure({ mode: 'serial' })

const LEASE = new URL('../../samples/tenancy-dispute/lease.pdf', import.meta.url).pathname
const MATTER = 'Own documents'
let served: ServedHome
let page: Page

// No model at all: reading, searching and viewing must work without one.
test.beforeAll(async ({ browser }) => {
  served = await serveHome()
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

const row = (name: string) => page.getByTestId('document').filter({ hasText: name })

async function open(name: string): Promise<void> {
  await row(name).getByRole('button', { name, exact: true }).click()
  await page
    .getByRole('button', { name: /^(Read|Open)/ })
    .first()
    .click()
}

/** Files dropped on the window, as the browser hands them over; `type` is what it guesses. */
async function drop(files: readonly { name: string; type: string; text: string }[]): Promise<void> {
  const transfer = await page.evaluateHandle((dropped) => {
    const data = new DataTransfer()
    for (const { name, type, text } of dropped) data.items.add(new File([text], name, { type }))
    return data
  }, files)
  for (const event of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('body', event, { dataTransfer: transfer })
}

test('a file that was chosen is read and arrives byte for byte', async () => {
  await page.getByTestId('add-files').first().setInputFiles(LEASE)
  await expect(row('lease.pdf')).toHaveAttribute('data-state', 'ready')
  const kept = await served.asking(async (assistant) => {
    const { bytes } = await assistant.library.bytes({ matter: MATTER, document: 'lease.pdf', from: 0, to: 4e6 })
    return Buffer.from(await bytes.arrayBuffer())
  })
  expect(kept.equals(await readFile(LEASE))).toBe(true)
})

test('files dropped on the window are read into the matter that is open', async () => {
  await drop([
    { name: 'note.txt', type: 'text/plain', text: 'The keys were handed over at the Wexcombe office.' },
    { name: 'page.html', type: 'text/html', text: '<h1>Minutes</h1><p>The board met in Tolland Row.</p>' },
  ])
  await expect(row('note.txt')).toHaveAttribute('data-state', 'ready')
  await expect(row('page.html')).toHaveAttribute('data-state', 'ready')
  await page.getByRole('searchbox').fill('Where were the keys handed over?')
  await page.getByTestId('hits').getByRole('button').first().click()
  await expect(page.getByTestId('text-page').locator('mark')).toContainText('Wexcombe office')
  await page.getByRole('searchbox').fill('')
})

test('a scan in JBIG2 shows: its page is not blank', async () => {
  const hostile = join(served.folder, 'hostile')
  const scan = (await makeHostile(hostile)).find(({ name }) => name.includes('jbig2'))
  if (!scan) throw new Error('make-hostile.ts makes no JBIG2 scan any more.')
  await page.getByTestId('add-files').first().setInputFiles(join(hostile, scan.name))
  await expect(row(scan.name)).toHaveAttribute('data-state', /ready|partial/)
  await open(scan.name)
  await expect(page.locator('[data-testid=page][data-drawn=true]').first()).toBeVisible()
  const dark = await darkShareOfPage(page)
  expect(dark).toBeGreaterThan(0.005)
  expect(dark).toBeLessThan(0.6)
})

test('what cannot be read says why, and the others are not disturbed', async () => {
  const file = join(served.folder, 'broken.pdf')
  await writeFile(file, '%PDF-1.7\nthis is no PDF at all')
  await page.getByTestId('add-files').first().setInputFiles(file)
  await expect(row('broken.pdf')).toHaveAttribute('data-state', 'failed')
  await expect(row('broken.pdf').locator('small')).not.toBeEmpty()
  await expect(row('lease.pdf')).toHaveAttribute('data-state', 'ready')
})

test('a folder is ticked as a whole, and its documents are removed together', async () => {
  const folder = join(served.folder, 'case')
  await mkdir(join(folder, 'Letters'), { recursive: true })
  for (const number of [1, 2]) await writeFile(join(folder, 'Letters', `letter-${number}.txt`), `Letter ${number}.`)
  await served.asking(async (assistant) =>
    Array.fromAsync(await assistant.library.addPaths({ matter: MATTER, paths: [folder] })),
  )
  await expect(row('letter-2.txt')).toHaveAttribute('data-state', 'ready')
  await page.keyboard.press('Escape')
  await page.getByRole('columnheader', { name: 'Pages' }).getByRole('button').press('Enter')
  await expect(page.getByTestId('document').first()).toContainText('lease.pdf')
  await page.getByRole('checkbox', { name: /^Select all documents in .*Letters$/ }).press('Space')
  const bar = page.getByRole('group', { name: 'Selected documents' })
  await expect(bar).toContainText('2 documents selected')
  for (const [width, colorScheme] of [
    [800, 'dark'],
    [1440, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    await expectNoViolations(page, `ticked documents, ${width} ${colorScheme}`)
  }
  await bar.getByRole('button', { name: 'Remove…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Remove 2 documents?' })
  await expect(dialog).toContainText('letter-1.txt')
  await dialog.getByRole('button', { name: 'Remove', exact: true }).press('Enter')
  await expect(page.getByTestId('folder')).toHaveCount(0)
  await expect(bar).toBeHidden()
  await expect(row('lease.pdf')).toBeVisible()
})
