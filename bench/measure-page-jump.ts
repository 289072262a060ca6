import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { wilsonInterval } from '../assistant/statistics/estimates.ts'
import { writePdf } from '../scripts/hostile/write-pdf.ts'
import type { Measurement } from './measurement.ts'
import { openWindow, runCommand } from './open-window.ts'
import { quantiles } from './quantiles.ts'
import { temporaryFolder } from './temporary-home.ts'

const PAGES = 1000
const JUMPS = 40
const BAR_MS = 300
const MATTER = 'Long'

/** From Enter behind the number of a page to that page drawn, in a PDF of 1,000 pages, by turns in one page and in the whole document. */
export async function* measurePageJump(): AsyncGenerator<Measurement> {
  await using folder = await temporaryFolder()
  const home = join(folder.path, 'home')
  const file = join(folder.path, 'long.pdf')
  await writeFile(file, longPdf())
  await runCommand(home, 'matter', 'create', MATTER)
  await runCommand(home, 'add', MATTER, file)
  await using window = await openWindow(home, { width: 1440, height: 900 })
  await openDocument(window.page)
  for (const view of ['one page', 'whole document'] as const) {
    if (view === 'whole document') await window.page.getByRole('button', { name: 'whole document' }).click()
    const took: number[] = []
    for (let jump = 1; jump <= JUMPS; jump += 1) took.push(await jumpTo(window.page, ((jump * 383) % PAGES) + 1))
    const within = took.filter((ms) => ms <= BAR_MS).length
    yield {
      bench: 'page-jump',
      view,
      pages: PAGES,
      ...quantiles(took),
      within,
      interval: wilsonInterval(within, JUMPS),
    }
  }
}

async function openDocument(page: Page): Promise<void> {
  await page.getByRole('list', { name: 'Places' }).waitFor()
  await page.keyboard.press('ControlOrMeta+K')
  await page.keyboard.type(MATTER)
  await page.getByRole('dialog').getByText(MATTER).first().waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+2')
  await page.getByRole('button', { name: 'long.pdf', exact: true }).click()
  await page.getByRole('button', { name: 'Open the document' }).click()
  await page.locator('[data-drawn=true]').first().waitFor()
}

/** Measured by the page itself, from the key on. */
async function jumpTo(page: Page, wanted: number): Promise<number> {
  await page.locator('aside').focus()
  await page.keyboard.press('g')
  await page.locator('aside .page-select input').fill(String(wanted))
  // Awaited, so that the page listens before the key comes.
  await page.evaluate(() => {
    addEventListener('keydown', ({ timeStamp }) => Object.assign(window, { pressedMs: timeStamp }), {
      once: true,
      capture: true,
    })
  })
  await page.keyboard.press('Enter')
  return page.evaluate(async (number) => {
    const isThere = () => {
      const sheet = document.querySelector(`.sheet[data-page="${number}"][data-drawn=true]`)?.getBoundingClientRect()
      return sheet !== undefined && sheet.bottom > 0 && sheet.top < innerHeight
    }
    while (!isThere()) await new Promise(requestAnimationFrame)
    return performance.now() - (window as unknown as { pressedMs: number }).pressedMs
  }, wanted)
}

/** Written by hand: a typesetter takes a minute for as many pages. */
function longPdf(): Buffer {
  const font = 3
  const pageAt = (index: number) => font + 1 + 2 * index
  const pages = Array.from({ length: PAGES }, (_, index) => index)
  const lines = (page: number) =>
    Array.from({ length: 40 }, (_, line) => `(${page}.${line + 1} The tenant pays the rent of this quarter.) Tj T*`)
  return writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${PAGES} /Kids [${pages.map((index) => `${pageAt(index)} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${pageAt(index) + 1} 0 R
   /Resources << /Font << /F1 ${font} 0 R >> >> >>`,
      {
        dictionary: '',
        stream: Buffer.from(`BT /F1 11 Tf 16 TL 72 770 Td ${lines(index + 1).join('\n')} ET`),
      },
    ]),
  ])
}
