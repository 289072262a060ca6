import { expect, type Page, type Route, test } from '@playwright/test'
import { buildIfNeeded } from '../../scripts/build.ts'
import { serveStandIn } from '../renderer/stand-in/serve-stand-in.ts'
import { expectNoViolations } from './check-access.ts'

test.beforeAll(() => buildIfNeeded())

const LEDGER = '**/assets/ledger-*.js'
const places = (page: Page) => page.getByRole('list', { name: 'Places' })

test('each place opens from the navigation, by its key and from the palette, and its heading takes the focus', async ({
  page,
}) => {
  await using host = await serveStandIn()
  await page.goto(host.url)
  await page.getByRole('link', { name: 'Sample: Hollis v Marlowe' }).first().click()
  const arrived = () => expect(page.locator('#work h1')).toBeFocused()
  const titles = new Set<string>()
  const links = places(page).getByRole('link')
  await expect(links).not.toHaveCount(0)
  const count = await links.count()
  for (let at = 0; at < count; at++) {
    await links.nth((at + 1) % count).click()
    await arrived()
    titles.add(await page.locator('#work h1').innerText())
  }
  expect(titles.size).toBe(count)
  for (const number of ['2', '3']) {
    await page.keyboard.press(`Alt+${number}`)
    await arrived()
  }
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Matter, place' }).fill('sett')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Models' })).toBeFocused()
})

test('a page whose script is slow says that it opens, and takes the focus when it has come', async ({ page }) => {
  await using host = await serveStandIn()
  const { promise: isReleased, resolve: release } = Promise.withResolvers<void>()
  await page.route(LEDGER, async (route: Route) => {
    await isReleased
    await route.continue()
  })
  await page.goto(host.url)
  await places(page).getByRole('link', { name: 'Audit log' }).click()
  await expect(page.getByRole('status').getByText('Opening the page.')).toBeVisible()
  release()
  await expect(page.getByRole('heading', { level: 1, name: 'Audit log' })).toBeFocused()
})

test('a page whose script is missing says so in its place, and comes once the script is there', async ({ page }) => {
  await using host = await serveStandIn()
  await page.route(LEDGER, (route: Route) => route.fulfill({ status: 404 }))
  await page.goto(host.url)
  await places(page).getByRole('link', { name: 'Audit log' }).click()
  const failure = page.getByTestId('failure')
  await expect(failure).toContainText('This page could not be shown.')
  await expectNoViolations(page, 'a page whose script is missing')
  await places(page).getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Models' })).toBeFocused()
  await places(page).getByRole('link', { name: 'Audit log' }).click()
  await expect(failure).toBeVisible()
  await page.unroute(LEDGER)
  await failure.getByRole('button', { name: 'Show again' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Audit log' })).toBeVisible()
})

test('at the largest text no bar is cut off or lies over another, wide or narrow, in both languages', async ({
  page,
}) => {
  await using host = await serveStandIn()
  await page.goto(host.url)
  await page.getByRole('link', { name: 'Sample: Hollis v Marlowe' }).first().click()
  for (const language of ['en', 'de'] as const) {
    Object.assign(host.state.settings, { language, textScale: 1.5 })
    host.state.events.push({ type: 'settings-changed' })
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    for (const width of [800, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      for (let number = 1; number <= 9; number += 1) {
        await page.keyboard.press(`Alt+${number}`)
        await expect(page.locator('#work h1')).toBeFocused()
        await expect.poll(() => faultyBars(page), `${language}, ${width} px, place ${number}`).toEqual([])
      }
    }
  }
})

/** What of the bars is larger than its room, and what lies over something else: a bar over another, or a part of a bar over the next. */
function faultyBars(page: Page): Promise<readonly string[]> {
  return page.locator('.bar').evaluateAll((bars) => {
    const words = (one: Element) => one.textContent || one.className
    const isSeen = (one: Element) => one.getClientRects().length > 0
    const sharesRoom = (one: Element, other: Element) => {
      const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()]
      // Boxes that touch may share a pixel.
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
      return width > 1 && height > 1
    }
    const overlaps = (among: readonly Element[]) =>
      among
        .filter(isSeen)
        .flatMap((one, at, all) =>
          all.slice(at + 1).flatMap((other) => (sharesRoom(one, other) ? [`${words(one)} over ${words(other)}`] : [])),
        )
    const isCut = (bar: Element) => bar.scrollWidth > bar.clientWidth + 1 || bar.scrollHeight > bar.clientHeight + 1
    const cut = bars.flatMap((bar) => (isCut(bar) ? [`${words(bar)} cut off`] : []))
    const parts = bars.flatMap((bar) => [[...bar.children], ...[...bar.children].map((part) => [...part.children])])
    return [...cut, ...overlaps(bars), ...parts.flatMap(overlaps)]
  })
}
