import { expect, type Page, test } from '@playwright/test'
import { createRandom } from '../kb/random.ts'
import { PATIENCE_MS } from '../patience.ts'
import { serveHome, type ServedHome } from './serve-home.ts'

const LEASE = new URL('../../samples/tenancy-dispute/lease.pdf', import.meta.url).pathname
const MATTER = 'Kept in place'

let served: ServedHome
let page: Page

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  served = await serveHome()
  await served.asking(async (assistant) => {
    await assistant.home.create({ passphrase: null })
    await assistant.application.changeSettings({ welcomed: true })
    await assistant.matter.create({ name: MATTER })
    for await (const _event of await assistant.library.addPaths({ matter: MATTER, paths: [LEASE] }));
  })
  page = await browser.newPage()
  await page.goto(served.url)
  await page.getByRole('link', { name: MATTER }).first().click()
  await page.getByRole('list', { name: 'Places' }).getByRole('link', { name: 'Documents' }).click()
  await page.getByRole('button', { name: 'lease.pdf', exact: true }).click()
  await page.getByRole('button', { name: 'Open the document' }).click()
  await page.locator('[data-drawn=true]').waitFor()
})

test.afterAll(async () => {
  await page?.close()
  await served?.[Symbol.asyncDispose]()
})

const column = () => page.locator('aside')
const press = (key: string) => async () => {
  await column().focus()
  await page.keyboard.press(key)
}
const toWhole = () => column().getByRole('button', { name: 'whole document' }).click()
const toSingle = () => column().getByRole('button', { name: 'only this page' }).click()
const resize = (width: number, height: number) => () => page.setViewportSize({ width, height })

/** Looks for words, which goes to the first place from the shown page on; the field is left open. */
async function find(words: string): Promise<void> {
  await press('/')()
  await page.getByRole('searchbox', { name: 'Find in this document' }).fill(words)
  await page.getByTestId('current').first().waitFor()
}

/** What is seen of the column: the page of the header, the pages of which half is seen, or that fill half of it, and whether the found words are in it. */
async function seen() {
  const [, said] = /^Page (\d+) of 9/.exec(await page.getByTestId('page-line').innerText()) ?? []
  return page.evaluate((header) => {
    const aside = document.querySelector('aside')!.getBoundingClientRect()
    const top = document.querySelector('.viewer-tools')!.getBoundingClientRect().bottom
    const heightIn = ({ top: from, bottom: to }: DOMRect) => Math.min(to, aside.bottom) - Math.max(from, top)
    const pages = [...document.querySelectorAll<HTMLElement>('aside [data-testid=page]')]
      .map((one) => ({
        page: Number(one.dataset.page),
        isDrawn: one.dataset.drawn === 'true',
        height: heightIn(one.getBoundingClientRect()),
        whole: one.getBoundingClientRect().height,
      }))
      .filter(({ height }) => height > 1)
    const mark = document.querySelector('aside [data-testid=current]')
    const box = mark?.getBoundingClientRect()
    const isInside =
      box !== undefined &&
      box.top >= top - 1 &&
      box.bottom <= aside.bottom + 1 &&
      box.left >= aside.left - 1 &&
      box.right <= aside.right + 1
    return {
      header,
      inView: pages
        .filter(({ height, whole }) => height > 0.5 * Math.min(whole, aside.bottom - top))
        .map((one) => one.page),
      isDrawn: pages.every(({ isDrawn }) => isDrawn),
      found: mark ? { page: Number(mark.closest<HTMLElement>('[data-page]')?.dataset.page), isInside } : null,
    }
  }, Number(said))
}

type Wanted = { readonly isFound: boolean; readonly after: string }

/** The header names the page in view: that of the found words, which stay in view, or where none are, one that is seen. */
async function expectPlaceKept({ isFound, after }: Wanted): Promise<void> {
  await expect(async () => {
    const now = await seen()
    expect(now.isDrawn, after).toBe(true)
    const isAtFound = now.found?.page === now.header && now.found.isInside
    if (isFound) expect(isAtFound, `${after}: ${JSON.stringify(now)}`).toBe(true)
    else if (!isAtFound) expect(now.inView, after).toContain(now.header)
  }).toPass({ timeout: PATIENCE_MS, intervals: [50, 100, 200] })
}

for (const [view, go] of [
  ['the whole document', toWhole],
  ['a single page', toSingle],
] as const)
  test(`words found on page 6 stay in view at another size of page and window, in ${view}`, async () => {
    await go()
    await find('forfeiture')
    await expectPlaceKept({ isFound: true, after: 'finding' })
    await page.keyboard.press('Control+=')
    await page.keyboard.press('Control+=')
    await expectPlaceKept({ isFound: true, after: 'two zooms' })
    await page.keyboard.press('Control+0')
    await resize(720, 900)()
    await expectPlaceKept({ isFound: true, after: 'a narrow window' })
    await resize(1440, 900)()
    await expectPlaceKept({ isFound: true, after: 'a wide window' })
    expect(await leftOfMiddle(), 'the middle of the page').toBeCloseTo(0.5, 1)
    await page.keyboard.press('Escape')
  })

/** Where the middle of what is seen lies on the page, by its width. */
function leftOfMiddle(): Promise<number> {
  return page.evaluate(() => {
    const frame = document.querySelector('.sheet-frame')!.getBoundingClientRect()
    const sheet = document.querySelector('aside [data-testid=page]')!.getBoundingClientRect()
    return (frame.left + frame.width / 2 - sheet.left) / sheet.width
  })
}

test('scrolled by hand, the whole document names the page that came into view, and keeps that one', async () => {
  await toWhole()
  await column().focus()
  for (const share of [0.8, 0.35, 0.6]) {
    await column().evaluate((element, to) => element.scrollTo(0, to * element.scrollHeight), share)
    await expectPlaceKept({ isFound: false, after: `scrolling to ${share}` })
    const { header } = await seen()
    await press('Control+=')()
    await expectPlaceKept({ isFound: false, after: 'a zoom' })
    await press('Control+0')()
    await toSingle()
    await expectPlaceKept({ isFound: false, after: 'the single page' })
    expect((await seen()).header).toBe(header)
    await toWhole()
    await expectPlaceKept({ isFound: false, after: 'the whole document' })
  }
  await toSingle()
})

test('what a person scrolls is kept where the pages change their sizes at the same moment', async () => {
  await toWhole()
  await expectPlaceKept({ isFound: false, after: 'the whole document' })
  await column().evaluate((element) => element.scrollTo(0, 0.5 * element.scrollHeight))
  await expectPlaceKept({ isFound: false, after: 'scrolling to its middle' })
  const { scrolled, grown } = await column().evaluate(async (element) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const [top, height] = [element.scrollTop, element.scrollHeight]
    element.scrollTop += 400
    element.querySelector<HTMLElement>('[data-page="1"]')!.style.marginBottom = '150px'
    await frame()
    await frame()
    return { scrolled: element.scrollTop - top, grown: element.scrollHeight - height }
  })
  expect(grown).toBeCloseTo(150, -1)
  expect(scrolled).toBeCloseTo(400 + grown, -1)
  await column().evaluate((element) => {
    element.querySelector<HTMLElement>('[data-page="1"]')!.style.marginBottom = ''
  })
  await expectPlaceKept({ isFound: false, after: 'the pages as they were' })
  await toSingle()
})

test('after each of 200 zooms, turns, resizes, leafs and changes of view the header names the page in view', async () => {
  test.setTimeout(900_000)
  await resize(1440, 900)()
  await find('landlord')
  const { pick } = createRandom(6)
  let isWhole = false
  let isFound = true
  const search = press('F3')
  const acts = {
    larger: press('Control+='),
    smaller: press('Control+-'),
    back: press('Control+0'),
    turn: press('r'),
    resize: () => resize(pick([720, 1000, 1440, 1920]), pick([600, 900, 1080]))(),
    view: async () => {
      await (isWhole ? toSingle() : toWhole())
      isWhole = !isWhole
    },
    leaf: async () => {
      if (isWhole) return
      const before = (await seen()).header
      await press(pick(['ArrowRight', 'ArrowLeft']))()
      if ((await seen()).header !== before) isFound = false
    },
    find: async () => {
      await search()
      isFound = true
    },
    findBack: async () => {
      await press('Shift+F3')()
      isFound = true
    },
  }
  const done: string[] = []
  for (let step = 0; step < 200; step += 1) {
    const name = pick(Object.keys(acts)) as keyof typeof acts
    await acts[name]()
    done.push(name)
    await expectPlaceKept({ isFound, after: `step ${step}: ${done.slice(-6).join(', ')}` })
  }
})
