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
      for (let number = 1; number <= 8; number += 1) {
        await page.keyboard.press(`Alt+${number}`)
        await expect(page.locator('#work h1')).toBeFocused()
        expect([language, width, number, await cutBars(page)]).toEqual([language, width, number, []])
      }
    }
  }
})

/** The bars that are wider than their column. */
function cutBars(page: Page): Promise<readonly (string | null)[]> {
  return page
    .locator('.bar')
    .evaluateAll((bars) => bars.flatMap((bar) => (bar.scrollWidth > bar.clientWidth + 1 ? [bar.textContent] : [])))
}
