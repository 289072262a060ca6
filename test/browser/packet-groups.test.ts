import { writeFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { expectNoViolations } from './check-access.ts'
import { openWindow } from './open-window.ts'
import type { ServedHome } from './serve-home.ts'

// One host and one window for the whole file. Nothing is ever sent.
test.describe.configure({ mode: 'serial' })

const MATTER = 'A clinic letter'
const LETTER = `The reading was 4.1 zqx in the morning and 77 zqx at night. The flumpish dorrel was put back.

Mr Edwin Calloway, born 14 March 1951 (74 years), was seen on 3 June 2025 and again on 17 June 2025.`

let served: ServedHome
let page: Page
let troubles: readonly string[]

test.beforeAll(async ({ browser }) => {
  ;({ served, page, troubles } = await openWindow(browser))
  await writeFile(`${served.folder}/letter.txt`, LETTER)
  await served.asking(async (assistant) => {
    await assistant.matter.create({ name: MATTER })
    const paths = [`${served.folder}/letter.txt`]
    await Array.fromAsync(await assistant.library.addPaths({ matter: MATTER, paths }))
    await assistant.provider.save({
      provider: 'House',
      kind: 'openai-compatible',
      address: 'http://127.0.0.1:9/v1',
      model: 'large',
      account: '',
      retention: '',
    })
    await assistant.application.changeSettings({ userName: 'J. Marsh' })
  })
  await page.getByRole('link', { name: MATTER }).first().click()
})

test.afterAll(async () => {
  await page?.close()
  await served?.[Symbol.asyncDispose]()
})

const go = (place: string) => page.getByRole('list', { name: 'Places' }).getByText(place).click()
const groups = () => page.getByTestId('flag-group')
const ofKind = (kind: string) => page.locator(`[data-testid=flag-group][data-kind=${kind}]`)
const kept = () => served.asking((assistant) => assistant.term.kept({ matter: MATTER }))

async function prepare(question: string): Promise<void> {
  await go('Second opinion')
  await page.getByLabel('Question', { exact: true }).fill(question)
  await page.getByRole('button', { name: 'Prepare the outgoing text…' }).press('Enter')
  await page.getByTestId('panes').waitFor()
}

/** Light and dark, wide and narrow. */
async function expectNoViolationsAnywhere(where: string): Promise<void> {
  for (const [width, colorScheme] of [
    [800, 'dark'],
    [1440, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 1000 })
    await page.emulateMedia({ colorScheme })
    await expectNoViolations(page, `${where}, ${width} ${colorScheme}`)
  }
}

test('a reviewer sees groups, what is likeliest to identify first, and keeps one with a key', async () => {
  await prepare('What was the reading?')
  await expect(groups()).toHaveCount(2)
  await expect(groups().first()).toContainText('2 words in no dictionary')
  await expect(groups().last()).toContainText('1 unit or mark beside a number')
  await expectNoViolationsAnywhere('groups')
  await ofKind('unknown-word').getByRole('button', { name: 'one by one' }).press('Enter')
  await expect(ofKind('unknown-word').getByTestId('flag')).toHaveCount(2)
  await expect(ofKind('unknown-word')).toContainText('The flumpish dorrel was put')
  await expectNoViolationsAnywhere('one by one')
  await ofKind('unit').focus()
  await page.keyboard.press('l')
  await expect(ofKind('unit')).toHaveCount(0)
  await page.getByRole('button', { name: 'Keep flumpish' }).press('Enter')
  await expect(page.getByTestId('open-flags')).toHaveText('1 of 3 words open')
  expect((await kept()).map(({ word }) => word)).toEqual(['flumpish', 'zqx'])
})

test('what is not to be remembered holds for this packet alone', async () => {
  await page.getByRole('checkbox', { name: 'Remember in this matter' }).uncheck()
  await page.getByRole('button', { name: /^Keep: 1 word in no dictionary/ }).press('Enter')
  await expect(page.getByTestId('open-flags')).toHaveText('All decided')
  expect(await kept()).toHaveLength(2)
})

test('a birthday leaves as a band of years, and the age beside it as the same band', async () => {
  await expect(page.getByTestId('outgoing').filter({ hasText: 'born' })).toContainText(
    'born [DATE-1, 70 to 79 years before the latest date] ([AGE-1, 70 to 79] years), was seen on [DATE-2, day 1, Tuesday] and again on [DATE-3, day 15, Tuesday]',
  )
  await expect(page.getByTestId('replaced')).toContainText('1 person')
})

test('the next packet of the matter asks only about what is new, shows what was decided, and takes it back', async () => {
  await prepare('And at night?')
  await expect(page.getByTestId('open-flags')).toHaveText('1 of 3 words open')
  await page.getByTestId('decided').press('Enter')
  await expect(page.getByRole('list', { name: 'Decided words' })).toContainText('kept in this matter, decided earlier')
  await expectNoViolationsAnywhere('decided words')
  await page.getByRole('button', { name: 'Ask again: zqx' }).press('Enter')
  await expect(ofKind('unit')).toHaveCount(1)
  expect((await kept()).map(({ word }) => word)).toEqual(['flumpish'])
})

test('in a narrow window the decisions stand below the text in reach, however long it is', async () => {
  await page.setViewportSize({ width: 800, height: 900 })
  await expect(page.getByTestId('panes')).toBeVisible()
  // Many times as long as the window is high.
  await page.getByTestId('panes').evaluate((panes) => {
    panes.style.minHeight = '6600px'
  })
  const work = page.locator('#work')
  await work.evaluate((column) => column.scrollTo(0, 0))
  await expect(page.getByTestId('open-flags')).toBeInViewport()
  await expect(page.getByTestId('why-not-send')).toBeInViewport()
  await expectNoViolations(page, 'a long text in a narrow window')
  await page.setViewportSize({ width: 1440, height: 1000 })
})

test('what the matter keeps stands beside what it always replaces', async () => {
  await go('Second opinion')
  const list = page.getByRole('region', { name: 'Kept in this matter' })
  await list.getByRole('button', { name: 'Kept in this matter' }).press('Enter')
  await expect(list).toContainText('flumpish')
  await expectNoViolationsAnywhere('kept words')
  await list.getByRole('button', { name: 'Ask again about flumpish' }).press('Enter')
  await expect(list).toHaveCount(0)
  expect(await kept()).toEqual([])
})

test('nothing in the window went wrong', () => {
  expect(troubles).toEqual([])
})
