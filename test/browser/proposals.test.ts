import { writeFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { expectNoViolations } from './check-access.ts'
import { openWindow } from './open-window.ts'
import type { ServedHome } from './serve-home.ts'

// No model is needed: what stands right behind the words that a pack gives is read by code.
test.describe.configure({ mode: 'serial' })

const MATTER = 'A. Okafor'
const LETTER =
  'Discharge letter\n\nDate of birth: 11 February 1948\n\nSex: female\n\nSeen on 5 June 2026. Weight: 58 kg.\n'
const NOTE = 'Note of the practice\n\nSex: male\n'
let served: ServedHome
let page: Page

test.beforeAll(async ({ browser }) => {
  ;({ served, page } = await openWindow(browser))
  const paths = [`${served.folder}/letter.txt`, `${served.folder}/note.txt`]
  await Promise.all([writeFile(paths[0]!, LETTER), writeFile(paths[1]!, NOTE)])
  await served.asking(async ({ matter, library, pack }) => {
    await matter.create({ name: MATTER, subtitle: '' })
    await pack.use({ matter: MATTER, pack: 'af-demo', on: true })
    for await (const _event of await library.addPaths({ matter: MATTER, paths }));
  })
  await page.getByRole('link', { name: MATTER }).first().click()
  await page.getByRole('list', { name: 'Places' }).getByText('Facts').click()
  await page.getByRole('tab', { name: 'Facts' }).click()
})

test.afterAll(async () => {
  await page?.close()
  await served?.[Symbol.asyncDispose]()
})

const proposal = (words: string | RegExp) => page.getByTestId('proposal').filter({ hasText: words })
const confirmed = () =>
  served.asking(async ({ fact }) =>
    (await fact.list({ matter: MATTER }))
      .filter(({ state }) => state === 'confirmed')
      .map(({ relation, args }) => [relation, ...args].join(' ')),
  )

test('what is read from the documents waits beside its quote, and nothing uses it', async () => {
  await page.getByRole('button', { name: 'read the documents' }).click()
  await expect(proposal('“Sex: female”')).toBeVisible()
  await expect(proposal('58 kg')).toBeVisible()
  await expect(proposal('11 February 1948').first()).toBeVisible()
  expect(await confirmed()).toEqual([])
  await expectNoViolations(page, 'facts that wait for a yes')
})

test('its quote opens the passage where it stands', async () => {
  await proposal('58 kg').locator('.from').click()
  const aside = page.getByRole('complementary')
  await expect(aside.getByText('Seen on 5 June 2026').first()).toBeVisible()
  await expect(aside.locator('mark').filter({ hasText: 'Weight: 58 kg.' }).first()).toBeVisible()
  await page.keyboard.press('Escape')
})

test('Y takes one and N refuses one, and the focus goes on to what waits next', async () => {
  await proposal('“Sex: female”').focus()
  await page.keyboard.press('y')
  await expect.poll(confirmed).toEqual(['sex patient female'])
  await expect(proposal('“Sex: female”')).toHaveCount(0)
  await proposal('58 kg').focus()
  await page.keyboard.press('n')
  await expect(proposal('58 kg')).toHaveCount(0)
  expect(await confirmed()).toEqual(['sex patient female'])
  // What was refused is not proposed again.
  await page.getByRole('button', { name: 'read the documents' }).click()
  await expect(page.getByRole('button', { name: 'read the documents' })).toBeVisible()
  await expect(proposal('58 kg')).toHaveCount(0)
})

test('what contradicts a recorded fact says so before its yes, and after it none is used', async () => {
  await expect(proposal('“Sex: male”')).toContainText('If you confirm both, none is used')
  await proposal('“Sex: male”')
    .getByRole('button', { name: /^Confirm/ })
    .click()
  await expect.poll(confirmed).toEqual(expect.arrayContaining(['sex patient female', 'sex patient male']))
  await expect(page.getByTestId('fact-row').filter({ hasText: 'Sex' }).first()).toContainText(
    /contradict|conflict|none is used/i,
  )
})
