import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { buildIfNeeded } from '../scripts/build.ts'
import type { Measurement } from './measurement.ts'
import { openBenchAssistant } from './open-bench-assistant.ts'
import { openWindow } from './open-window.ts'
import { quantiles } from './quantiles.ts'
import { temporaryFolder } from './temporary-home.ts'

const DOCUMENTS = [100, 5000]
const DOCUMENTS_A_FOLDER = 100
const RUNS = 7
const MATTER = 'Long'

/** From the key that opens the documents of a matter to their list drawn in the window, anew each time and once it is known. */
export async function* measureLongLists(): AsyncGenerator<Measurement> {
  await buildIfNeeded()
  for (const documents of DOCUMENTS) {
    await using folder = await temporaryFolder()
    const home = join(folder.path, 'home')
    await addDocuments(home, documents)
    await using window = await openWindow(home, { width: 1440, height: 900 })
    await openMatter(window.page)
    const took: number[] = []
    for (let run = 0; run < RUNS; run += 1) took.push(await openList(window.page))
    const [first, ...again] = took
    const drawn = await window.page.getByTestId('document').count()
    yield { bench: 'long-lists', documents, firstMs: Math.round(first ?? NaN), againMs: quantiles(again), drawn }
  }
}

async function addDocuments(home: string, count: number): Promise<void> {
  await using bench = await openBenchAssistant(home)
  await bench.client.matter.create({ name: MATTER })
  const { store } = await bench.assistant.matters.open(MATTER)
  store.database.transaction(() => {
    for (let at = 0; at < count; at += 1) {
      const path = `Folder ${Math.floor(at / DOCUMENTS_A_FOLDER)}/Letter ${at} of the landlord.pdf`
      const document = { root: 'bench', path, state: 'ready', mediaType: 'application/pdf', bytes: 40_000 } as const
      const id = store.documents.add({ ...document, addedAt: new Date(Date.UTC(2026, 0, 1, 0, at)).toISOString() })
      store.documents.change(id, { pages: 3, pagesDone: 3, pagesWithText: 2, pagesByOcr: 1 })
    }
  })
}

async function openMatter(page: Page): Promise<void> {
  await page.getByRole('list', { name: 'Places' }).waitFor()
  await page.keyboard.press('ControlOrMeta+K')
  await page.keyboard.type(MATTER)
  await page.getByRole('dialog').getByText(MATTER).first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

/** Measured by the page itself, from the key to the frame behind the one that shows the list; then it goes back. */
async function openList(page: Page): Promise<number> {
  await page.keyboard.press('Alt+1')
  await page.getByTestId('document').first().waitFor({ state: 'detached' })
  await page.evaluate(() => {
    addEventListener('keydown', ({ timeStamp }) => Object.assign(window, { pressedMs: timeStamp }), {
      once: true,
      capture: true,
    })
  })
  await page.keyboard.press('Alt+2')
  return page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame)
    while (!document.querySelector('[data-testid=document]')) await frame()
    await frame()
    return performance.now() - (window as unknown as { pressedMs: number }).pressedMs
  })
}
