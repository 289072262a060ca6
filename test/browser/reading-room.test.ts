import { expect, type Locator, type Page, test } from '@playwright/test'
import { buildIfNeeded } from '../../scripts/build.ts'
import { IN_PART } from '../renderer/stand-in/invented-scenes.ts'
import { serveStandIn, type StandInHost } from '../renderer/stand-in/serve-stand-in.ts'
import { expectNoViolations } from './check-access.ts'

let host: StandInHost

test.beforeAll(() => buildIfNeeded())
test.beforeEach(async () => {
  host = await serveStandIn()
})
test.afterEach(() => host[Symbol.asyncDispose]())

const column = (page: Page) => page.locator('aside:not(.second)')
const separator = (page: Page) => page.getByRole('separator', { name: 'Width of the document column' })
const widthOf = (page: Page, part = column(page)) =>
  part.evaluate((element) => Math.round(element.getBoundingClientRect().width))
const overflowOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

async function openDocument(page: Page, name = 'Lease, signed copy.pdf'): Promise<void> {
  await page.goto(host.url)
  await page.getByRole('link', { name: 'Sample: Hollis v Marlowe' }).first().click()
  await page.getByRole('list', { name: 'Places' }).getByRole('link', { name: 'Documents' }).click()
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('button', { name: 'Open the document' }).click()
  await page.locator('[data-drawn=true]').first().waitFor()
}

/** Moves the pointer as a hand does: press, a few steps, release. */
async function dragBy(page: Page, pixels: number): Promise<void> {
  const box = await separator(page).boundingBox()
  if (!box) throw new Error('Expected a separator in view.')
  const [x, y] = [box.x + box.width / 2, box.y + 300]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + pixels, y, { steps: 4 })
  await page.mouse.up()
}

test('the column is as wide as it is dragged, also after the window is opened again', async ({ page }) => {
  await openDocument(page)
  const usual = await widthOf(page)
  await dragBy(page, -200)
  await expect.poll(() => widthOf(page)).toBe(usual + 200)
  await expect.poll(() => host.state.settings.viewerWidth).toBe(usual + 200)
  await expectNoViolations(page, 'a wider column')
  await openDocument(page)
  await expect.poll(() => widthOf(page)).toBe(usual + 200)
  await separator(page).dblclick()
  await expect.poll(() => widthOf(page)).toBe(usual)
  await expect.poll(() => host.state.settings.viewerWidth).toBeNull()
})

test('in a window as wide as three, the column is as wide as it is dragged', async ({ page }) => {
  await page.setViewportSize({ width: 2560, height: 1080 })
  await openDocument(page)
  const usual = await widthOf(page)
  await dragBy(page, -(1952 - usual))
  await expect.poll(() => host.state.settings.viewerWidth).toBeGreaterThan(1700)
  await expect(page.getByTestId('failure')).toHaveCount(0)
  expect(await widthOf(page)).toBe(host.state.settings.viewerWidth)
})

test('a list of highlights that cannot be read says so, and invites nobody to select words', async ({ page }) => {
  host.state.canListHighlights = false
  await openDocument(page)
  const notes = page.getByRole('region', { name: /^Notes and highlights/ })
  await expect(notes.getByRole('alert')).toBeVisible()
  await expect(notes).not.toContainText('Select words')
  await expect(notes).not.toContainText('0')
})

test('arrow keys move the edge of the column, and Home brings the usual width back', async ({ page }) => {
  await openDocument(page)
  const usual = await widthOf(page)
  await separator(page).focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => widthOf(page)).toBe(usual + 24)
  await expect(separator(page)).toHaveAttribute('aria-valuenow', String(usual + 24))
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => widthOf(page)).toBe(usual)
  await page.keyboard.press('Shift+ArrowLeft')
  await expect.poll(() => widthOf(page)).toBe(usual + 120)
  await page.keyboard.press('Home')
  await expect.poll(() => widthOf(page)).toBe(usual)
})

test('a column of any kept width leaves room for the work and is not cut, and is a sheet in a narrow window', async ({
  page,
}) => {
  for (const kept of [320, 700, 1600]) {
    host.state.settings.viewerWidth = kept
    await page.setViewportSize({ width: 1440, height: 900 })
    await openDocument(page)
    for (const width of [960, 1200, 1440, 1920]) {
      await page.setViewportSize({ width, height: 900 })
      const where = `${kept} at ${width}`
      await expect.poll(() => overflowOf(page), where).toBeLessThanOrEqual(0)
      await expect.poll(() => widthOf(page, page.locator('#work')), where).toBeGreaterThanOrEqual(384)
      await expect.poll(() => cutIn(page), where).toEqual([])
    }
    await page.setViewportSize({ width: 800, height: 900 })
    await expect(separator(page)).toBeHidden()
    await expect.poll(() => widthOf(page)).toBe(440)
  }
})

/** The buttons of the column that reach beyond it. */
function cutIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const aside = document.querySelector('aside')!.getBoundingClientRect()
    return [...document.querySelectorAll('aside button:not(.page-link)')]
      .filter((one) => {
        const { left, right, width } = one.getBoundingClientRect()
        return width > 0 && (left < aside.left - 1 || right > aside.right + 1)
      })
      .map((one) => one.textContent)
  })
}

test('a page that has no width when it is opened is drawn at the width that it has when the window is', async ({
  page,
}) => {
  await page.goto(host.url)
  await page.getByRole('link', { name: 'Sample: Hollis v Marlowe' }).first().click()
  await page.locator('#work textarea').fill(IN_PART)
  const root = page.locator('#root')
  // Between frames nothing is laid out, as in a column that was hidden a moment ago.
  await root.evaluate((element) => {
    const show = () => {
      element.style.removeProperty('display')
      if (!element.matches('.rested')) setTimeout(hide)
    }
    const hide = () => {
      element.style.setProperty('display', 'none')
      requestAnimationFrame(show)
    }
    element.addEventListener('keyup', hide, { once: true })
  })
  await page.keyboard.press('Enter')
  await page.locator('[data-testid=answer][data-state=answered-in-part]').waitFor({ state: 'attached' })
  await page.getByTestId('page').waitFor({ state: 'attached' })
  await root.evaluate((element) => element.classList.add('rested'))
  await expect(page.locator('[data-drawn=true]')).toBeVisible()
})

test('a document is read in the whole window, its pages listed beside it, and Esc brings the column back', async ({
  page,
}) => {
  await openDocument(page)
  await page.getByRole('button', { name: 'Full window' }).click()
  await expect(column(page)).toBeFocused()
  await expect.poll(() => widthOf(page)).toBe(1440)
  await expect(page.locator('#work')).toBeHidden()
  const pages = page.getByRole('navigation', { name: 'Pages' })
  await expect(pages.getByRole('button', { name: /^Page 1\b/ })).toHaveAttribute('aria-current', 'page')
  await pages.getByRole('button', { name: /^Page 2\b/ }).click()
  await expect(page.locator('[data-drawn=true]')).toHaveAttribute('data-page', '2')
  await expect(page.getByTestId('page-line')).toContainText('Page 2 of')
  const sheet = (await page.getByTestId('page').boundingBox())!
  expect(sheet.width).toBeLessThanOrEqual(800)
  const notes = (await page.getByRole('region', { name: /^Notes and highlights/ }).boundingBox())!
  expect(notes.x).toBeGreaterThanOrEqual(sheet.x + sheet.width)
  await expectNoViolations(page, 'the reading room')
  await page.keyboard.press('/')
  await page.keyboard.press('Escape')
  await expect.poll(() => widthOf(page)).toBe(1440)
  await page.keyboard.press('Escape')
  await expect(page.locator('#work')).toBeVisible()
  await expect(page.locator('[data-drawn=true]')).toHaveAttribute('data-page', '2')
  await expect.poll(() => widthOf(page)).toBe(440)
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-drawn=true]')).toHaveCount(0)
})

test('in the whole document, too, a page is gone to by its number', async ({ page }) => {
  await openDocument(page)
  await page.getByRole('button', { name: 'whole document' }).click()
  await column(page).focus()
  await page.keyboard.press('g')
  await column(page).locator('.page-select input').fill('3')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('page-line')).toContainText('Page 3 of')
  await expect(page.locator('[data-page="3"][data-drawn=true]')).toBeInViewport()
})

test('the button of the reading room leads back as well, and closing a document leaves it', async ({ page }) => {
  await openDocument(page)
  await page.getByRole('button', { name: 'Full window' }).click()
  await page.getByRole('button', { name: 'Back to the column' }).click()
  await expect(page.locator('#work')).toBeVisible()
  await page.getByRole('button', { name: 'Full window' }).click()
  await column(page).locator('.bar').getByRole('button', { name: 'Close' }).click()
  await expect(page.locator('#work')).toBeVisible()
  await page.getByRole('button', { name: 'Open the document' }).click()
  await expect(page.locator('#work')).toBeVisible()
})

test('pages are listed with a small picture, drawn where it comes into view', async ({ page }) => {
  await openDocument(page)
  await page.getByRole('button', { name: 'Full window' }).click()
  const first = page.getByRole('navigation', { name: 'Pages' }).locator('canvas').first()
  const inked = () =>
    first.evaluate((canvas: HTMLCanvasElement) => {
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      return pixels.some((value, at) => at % 4 < 3 && value < 240)
    })
  await expect.poll(inked).toBe(true)
})

test('two documents, or two places of one, lie side by side, each with its own page and keys', async ({ page }) => {
  await openDocument(page)
  await page.getByRole('button', { name: 'Full window' }).click()
  await page.getByRole('button', { name: 'Side by side' }).click()
  const second = page.getByRole('complementary', { name: 'Second document' })
  await expect(second.getByRole('combobox', { name: 'Document', exact: true })).toBeFocused()
  const pageOf = (where: Locator) => where.locator('[data-drawn=true]').first()
  await expect(pageOf(second)).toHaveAttribute('data-page', '1')
  await second.focus()
  await page.keyboard.press('ArrowRight')
  await expect(pageOf(second)).toHaveAttribute('data-page', '2')
  await expect(pageOf(column(page))).toHaveAttribute('data-page', '1')
  const [left, right] = [await column(page).boundingBox(), await second.boundingBox()]
  expect([left?.x, left?.width, right?.x, right?.width]).toEqual([0, 720, 720, 720])
  await second.getByRole('combobox', { name: 'Document', exact: true }).selectOption({ index: 1 })
  await expect(pageOf(column(page))).toHaveAttribute('data-page', '1')
  await expectNoViolations(page, 'two documents side by side')
  await second.getByRole('button', { name: 'Close' }).click()
  await expect(second).toHaveCount(0)
  await page.getByRole('button', { name: 'Side by side' }).click()
  await page.keyboard.press('Escape')
  await expect(second).toHaveCount(0)
  await expect(page.locator('#work')).toBeVisible()
})

test('nothing of the reading room is cut in any window', async ({ page }) => {
  await openDocument(page)
  await page.getByRole('button', { name: 'Full window' }).click()
  for (const width of [640, 800, 960, 1280, 1440, 1920]) {
    await page.setViewportSize({ width, height: 900 })
    await expect.poll(() => cutIn(page), String(width)).toEqual([])
    const wider = () => column(page).evaluate((one) => one.scrollWidth - one.clientWidth)
    await expect.poll(wider, String(width)).toBe(0)
  }
})
