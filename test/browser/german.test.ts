import { expect, type Page, test } from '@playwright/test'
import { buildIfNeeded } from '../../scripts/build.ts'
import { IN_PART } from '../renderer/stand-in/invented-scenes.ts'
import { serveStandIn, type StandInHost } from '../renderer/stand-in/serve-stand-in.ts'
import { layoutFaults } from './layout-faults.ts'

// German words are the longest that the window has. Its states are those of the stand-in.
let host: StandInHost

test.beforeAll(() => buildIfNeeded())
test.beforeEach(async ({ page }) => {
  host = await serveStandIn()
  host.state.settings.language = 'de'
  await page.goto(host.url)
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
})
test.afterEach(() => host[Symbol.asyncDispose]())

const WIDTHS = [800, 1440, 1920]
const tabs = (page: Page) => page.locator('#work').getByRole('tab')

async function expectWhole(page: Page, where: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    // Loads, and sizes that follow the window, come after it.
    await expect.poll(() => layoutFaults(page), `${where}, ${width} px`).toEqual([])
  }
}

async function openMatter(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Sample: Hollis v Marlowe' }).first().click()
  await expect(page.getByRole('list', { name: 'Bereiche' })).toBeVisible()
}

test('no place of the window and no tab is cut, overflows or breaks a label', async ({ page }) => {
  await expectWhole(page, 'matters')
  await openMatter(page)
  const [first, ...others] = await page.getByRole('list', { name: 'Bereiche' }).getByRole('link').all()
  if (!first) throw new Error('Expected places in the navigation.')
  // The first is open already, and takes the focus only where it is gone to.
  for (const place of [...others, first]) {
    const name = await place.innerText()
    await place.click()
    await expect(page.locator('#work h1')).toBeFocused()
    await expectWhole(page, name)
    for (const tab of await tabs(page).all()) {
      await tab.click()
      await expect(tab).toHaveAttribute('aria-selected', 'true')
      await expectWhole(page, `${name}, ${await tab.innerText()}`)
    }
  }
})

test('no answer is cut, nor the document beside it, whose name gives way in its middle', async ({ page }) => {
  await openMatter(page)
  await page.locator('#work textarea').fill(IN_PART)
  await page.keyboard.press('Enter')
  await page.locator('[data-testid=answer][data-state=answered-in-part]').waitFor()
  await expectWhole(page, 'an answer in part')
  await page.getByTestId('citation').first().click()
  await page.locator('[data-drawn=true]').first().waitFor()
  const name = page.getByRole('complementary').getByTitle('Lease, signed copy.pdf').first()
  await expect(name).toBeVisible()
  await expectWhole(page, 'a source')
})

test('no part of a text under review is cut, and its approval is one line', async ({ page }) => {
  await openMatter(page)
  await page.getByRole('link', { name: 'Zweitmeinung' }).click()
  await page.locator('#work textarea').fill('Was the notice in time?')
  await page.getByRole('button', { name: 'Ausgehenden Text vorbereiten' }).click()
  await page.getByTestId('panes').waitFor()
  await expectWhole(page, 'a text under review')
})
