import { expect, type Page, test } from '@playwright/test'
import { buildIfNeeded } from '../../scripts/build.ts'
import { serveStandIn, type StandInHost } from '../renderer/stand-in/serve-stand-in.ts'

let host: StandInHost

test.beforeAll(() => buildIfNeeded())
test.beforeEach(async ({ page }) => {
  host = await serveStandIn()
  // Its field for the password would keep the column wide by itself.
  host.state.documents = host.state.documents.filter(({ detail }) => detail.state !== 'needs-password')
  await page.goto(host.url)
  await page.getByRole('link', { name: 'Sample: Hollis v Marlowe' }).first().click()
  await page.getByRole('list', { name: 'Places' }).getByRole('link', { name: 'Documents' }).click()
  await page.getByTestId('document').first().waitFor()
})
test.afterEach(() => host[Symbol.asyncDispose]())

/** Words of the names that stand in two lines. */
function brokenWords(page: Page): Promise<readonly string[]> {
  return page
    .getByTestId('document')
    .locator('.name')
    .evaluateAll((names) =>
      names.flatMap((name) => {
        const text = document.createTreeWalker(name, NodeFilter.SHOW_TEXT).nextNode()
        return [...(text?.textContent ?? '').matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
          const range = document.createRange()
          if (text) range.setStart(text, index)
          if (text) range.setEnd(text, index + word.length)
          // A hyphen may end a line.
          return range.getClientRects().length > word.split(/[-–]/).length ? [word] : []
        })
      }),
    )
}

const nameBox = (page: Page, at: number) => page.getByTestId('document').nth(at).locator('.name').boundingBox()

for (const width of [1440, 800])
  test(`a document that is chosen does not move, and no name breaks in a word beside its page, at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    const before = await nameBox(page, 3)
    await page.getByTestId('document').nth(3).locator('.name').click()
    await expect(page.locator('tr.sel')).toHaveCount(1)
    const after = await nameBox(page, 3)
    expect(after?.x).toBe(before?.x)
    await page.getByRole('button', { name: 'Open the document' }).click()
    await page.locator('.aside.opened .viewer').waitFor()
    expect(await brokenWords(page)).toEqual([])
    const box = await page.locator('table.lib').boundingBox()
    const work = await page.locator('#work').boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((work?.x ?? 0) + (work?.width ?? 0))
  })

test('what can be done with ticked documents stays in sight far down a long list', async ({ page }) => {
  const [first] = host.state.documents
  if (!first) throw new Error('Expected a document')
  host.state.documents = Array.from({ length: 60 }, (_, at) => ({
    ...first,
    detail: { ...first.detail, documentId: `many-${at}`, document: `Letter ${at}.pdf`, parent: null },
  }))
  await page.reload()
  await page.getByRole('checkbox', { name: 'Select Letter 0.pdf' }).check()
  await page.getByText('Letter 59.pdf').scrollIntoViewIfNeeded()
  const ticked = page.getByRole('group', { name: 'Selected documents' })
  await expect(ticked).toBeInViewport({ ratio: 1 })
  // Nothing lies over it: it can be pressed where it is seen.
  await ticked.getByRole('button', { name: 'Clear selection' }).click({ timeout: 5000 })
  await expect(ticked).toBeHidden()
})

test('a list of thousands shows each row that is scrolled to, and the keys lead to its ends', async ({ page }) => {
  const [first] = host.state.documents
  if (!first) throw new Error('Expected a document')
  host.state.documents = Array.from({ length: 2000 }, (_, at) => ({
    ...first,
    detail: { ...first.detail, documentId: `many-${at}`, document: `Letter ${at}.pdf`, parent: null },
  }))
  await page.reload()
  const rows = page.getByTestId('document')
  await rows.first().waitFor()
  expect(await rows.count()).toBeLessThan(400)
  const table = page.locator('table.lib')
  const height = async () => (await table.boundingBox())?.height ?? 0
  // Once it was drawn, a row takes as much room as before: the list does not jump.
  const before = await height()
  await table.evaluate((element) => {
    const bodies = element.querySelectorAll('tbody')
    bodies[bodies.length / 2]?.scrollIntoView()
  })
  await expect(page.getByText('Letter 1010.pdf')).toBeVisible()
  expect(await rows.count()).toBeLessThan(400)
  expect(Math.abs((await height()) - before) / before).toBeLessThan(0.5)
  await page.getByText('Letter 1010.pdf').focus()
  await page.keyboard.press('End')
  await expect(page.getByText('Letter 1999.pdf')).toBeFocused()
  await page.keyboard.press('Home')
  await expect(page.getByText('Letter 0.pdf')).toBeFocused()
})
