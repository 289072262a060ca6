import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { collect } from '../library/read/collect.ts'
import { realModel } from '../model/real-models.ts'
import { expectNoViolations } from './check-access.ts'
import { coloursUnderMark, expectMarksAt } from './page-marks.ts'
import { serveHome, type ServedHome } from './serve-home.ts'
import { quotesOf } from '../assistant/answers/passages-of.ts'

// One host, one window and one real model for the whole file, as a person would go on: loading a model anew costs 15 s.
test.describe.configure({ mode: 'serial' })

const SAMPLE = 'A tenancy dispute'
let served: ServedHome
let page: Page
const troubles: string[] = []

test.beforeAll(async ({ browser }) => {
  const [language, embedding] = [
    await realModel('qwen2.5-coder-0.5b-instruct-q4_k_m'),
    await realModel('all-minilm-l6-v2-int8'),
  ]
  test.skip(!language.installed, language.whyNot ?? '')
  test.skip(!embedding.installed, embedding.whyNot ?? '')
  served = await serveHome({ models: dirname(dirname(language.installed?.path ?? '')) })
  page = await browser.newPage()
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
})

test.afterAll(async () => {
  await page?.close()
  await served?.[Symbol.asyncDispose]()
})

const answer = () => page.getByTestId('answer').last()
const questionBox = () => page.getByRole('textbox', { name: /^Question about/ })
const finished = async () => {
  await expect(answer()).not.toHaveAttribute('data-state', 'writing')
  return answer().getAttribute('data-state')
}

/** The source that stands in the right column, with its marks checked against what the assistant says. */
async function expectMarkedWords(): Promise<void> {
  const { claim, source } = await served.asking(async (assistant) => {
    const [last] = await assistant.answer.list({ matter: SAMPLE })
    const cited = last?.claims.find(({ citations }) => citations[0])
    return { claim: cited, source: quotesOf(cited?.citations)[0] }
  })
  if (!claim || !source) throw new Error('The answer cites nothing.')
  const spans = [{ start: source.start, end: source.end }]
  const boxes = await served.asking((assistant) =>
    assistant.library.boxes({ matter: SAMPLE, document: source.documentId, spans }),
  )
  const aside = page.getByRole('complementary', { name: 'Source' })
  if (source.page === null) {
    await expect(aside.locator('mark').first()).toBeVisible()
    // White space between blocks and cells, and the strokes of a Markdown table, are layout: they are not shown as text.
    const letters = (text: string) => text.replace(/[\s|#]+/g, '')
    expect(letters((await aside.locator('mark').allTextContents()).join(''))).toBe(letters(source.quote))
    return
  }
  await expect(aside.locator('[data-drawn=true]').first()).toHaveAttribute('data-page', String(source.page))
  await expect(page.getByTestId('highlight').first()).toBeVisible()
  const [first] = boxes
  if (!first) throw new Error('The quote has no place on the page.')
  await expectMarksAt(page, first)
  const colours = await coloursUnderMark(page)
  expect(colours.yellow).toBeGreaterThan(0.3)
  // Letters: without them the mark would lie beside the words.
  expect(colours.dark).toBeGreaterThan(0.02)
}

test('the first start leads to a question without an account, a passphrase or a download', async () => {
  await page.goto(served.url)
  await expect(page.getByRole('heading', { name: 'Protect your data' })).toBeVisible()
  await expectNoViolations(page, 'first screen')
  expect(page.url()).not.toContain('#t=')
  await page.getByRole('button', { name: 'Not now' }).click()
  await expect(page.getByRole('heading', { name: /ask the first question now/ })).toBeVisible()
  await expectNoViolations(page, 'welcome')
})

/** In which order these come into sight from now on; what comes at once is one. */
function appearing(...testIds: readonly string[]) {
  return page.evaluateHandle((wanted) => {
    const seen: string[] = []
    const missing = new Set(wanted)
    new MutationObserver(() => {
      const come = [...missing].filter((id) => document.querySelector(`[data-testid="${id}"]`))
      for (const id of come) missing.delete(id)
      if (come.length > 0) seen.push(come.join(' and '))
    }).observe(document.body, { childList: true, subtree: true })
    return seen
  }, testIds)
}

test('asking shows the evidence first, then an answer whose citation opens the page with its words marked', async () => {
  await expect
    .poll(() =>
      served.asking(
        async (assistant) =>
          (await assistant.library.documents({ matter: SAMPLE })).filter(({ state }) => state === 'ready').length,
      ),
    )
    .toBe(4)
  await questionBox().fill('When may the tenant break the lease, and how is notice given?')
  const order = await appearing('evidence', 'claim')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^S1,/ }).first()).toBeVisible()
  await finished()
  expect((await order.evaluate((seen) => [...seen])).join(' and ')).toBe('evidence and claim')
  await page.getByTestId('citation').first().click()
  await expectMarkedWords()
})

test('with the keyboard alone one asks, goes to a sentence and opens its source', async () => {
  await page.keyboard.press('Alt+1')
  await questionBox().waitFor()
  await page.keyboard.press('/')
  await expect(questionBox()).toBeFocused()
  await page.keyboard.type('How long before the break date must notice be given?')
  await page.keyboard.press('Enter')
  await expect(answer()).toBeVisible()
  await finished()
  // The heading of the new thread has the focus, so letters are commands.
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('j')
    const focused = page.locator('[data-testid=claim]:focus')
    if ((await focused.count()) > 0 && (await focused.getByTestId('citation').count()) > 0) break
  }
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Source' })).toBeFocused()
  await expectMarkedWords()
})

test('Esc closes the source and keeps it closed, though the focus goes back to the sentence', async () => {
  const aside = page.getByRole('complementary', { name: 'Source' })
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-testid=claim]:focus')).toHaveCount(1)
  await expect(aside.getByText('Open a source mark to see its page here')).toBeVisible()
})

test('a dialog gives the focus back, and the keys of the window rest under it', async () => {
  const button = page.getByRole('button', { name: 'Delete…' })
  await button.click()
  await page.keyboard.press('Alt+2')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
})

test('a reload keeps the place, the answer and the line to the engine', async () => {
  const question = await answer().getAttribute('aria-label')
  await page.reload()
  await expect(answer()).toHaveAttribute('aria-label', question ?? '')
  await expect(page.locator('[data-connection=open]')).toHaveCount(1)
  await page.goBack()
  await page.goForward()
  await expect(answer()).toHaveAttribute('aria-label', question ?? '')
})

test('an answer is saved as a Word file that holds its sentences', async () => {
  await page.getByRole('button', { name: 'Export…' }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Word', exact: true }).click()
  const saved = await coming
  expect(saved.suggestedFilename()).toMatch(/\.docx$/)
  const { pages } = await collect('answer.docx', await readFile(await saved.path()))
  const sentence = await page.getByTestId('claim').first().locator('.say').innerText()
  expect(pages[0]?.text).toContain(sentence.split(' ').slice(0, 5).join(' '))
})

const arrived = () => expect(page.locator('#work h1')).toBeFocused()

/** Each goes to its place, and waits until it is there. */
const PLACES: Readonly<Record<string, () => Promise<void>>> = {
  thread: async () => {
    await page
      .getByRole('navigation')
      .getByTitle(/When may the tenant/)
      .first()
      .click()
    await answer().waitFor()
  },
  ask: async () => {
    await page.keyboard.press('Alt+1')
    await questionBox().waitFor()
  },
  library: async () => {
    await page.keyboard.press('Alt+2')
    const document = page.getByTestId('document')
    await document.nth(1).getByRole('button').first().focus()
    await page.keyboard.press('ArrowUp')
    await expect(document.first().getByRole('button').first()).toBeFocused()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Open the document' }).waitFor()
  },
  matters: async () => {
    await page.getByRole('link', { name: /All matters/ }).click()
    await arrived()
  },
  ...Object.fromEntries(
    ['Models', 'Privacy', 'Encryption', 'Backup', 'You', 'Data'].map((tab) => [
      `settings ${tab}`,
      async () => {
        await page.getByRole('list', { name: 'Places' }).getByRole('link', { name: 'Settings' }).click()
        await page.getByRole('tab', { name: tab }).click()
        await expect(page.getByRole('tab', { name: tab })).toHaveAttribute('aria-selected', 'true')
      },
    ]),
  ),
}

for (const scheme of ['light', 'dark'] as const)
  for (const width of [1440, 1100])
    test(`axe finds nothing in any place, ${scheme}, ${width} px wide`, async () => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 900 })
      for (const [name, go] of Object.entries(PLACES)) {
        await go()
        await expectNoViolations(page, `${name}, ${scheme}, ${width}`)
      }
    })

test('the network switch is in sight at every width, and works', async () => {
  for (const width of [1920, 1440, 1100, 900, 640]) {
    await page.setViewportSize({ width, height: 800 })
    await page.keyboard.press('Alt+1')
    const toggle = page.getByRole('navigation').getByRole('switch')
    await expect(toggle, `${width} px`).toBeInViewport({ ratio: 1 })
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  const toggle = page.getByRole('navigation').getByRole('switch')
  const before = await toggle.getAttribute('aria-checked')
  await toggle.click()
  await expect(toggle).not.toHaveAttribute('aria-checked', before ?? '')
  const { network } = await served.asking((assistant) => assistant.application.settings())
  expect(String(network)).not.toBe(before)
})

test('the page reported no error and broke no rule of its content policy', () => {
  expect(troubles).toEqual([])
})
