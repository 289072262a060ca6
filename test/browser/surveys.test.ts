import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { realModel } from '../model/real-models.ts'
import { expectNoViolations } from './check-access.ts'
import { serveHome, type ServedHome } from './serve-home.ts'

test.describe.configure({ mode: 'serial' })

const MATTER = 'Roe v Doe'
let served: ServedHome
let page: Page
const troubles: string[] = []

/** In other words than the documents, so that the model writes: what code finds is there before anything could be stopped. */
const COLUMNS = 'How much does it cost to live there?\nWhy did Ms Roe come to them?'

test.beforeAll(async ({ browser }) => {
  const language = await realModel('qwen2.5-coder-0.5b-instruct-q4_k_m')
  test.skip(!language.installed, language.whyNot ?? '')
  served = await serveHome({ models: dirname(dirname(language.installed?.path ?? '')) })
  const write = async (name: string, text: string) => {
    const path = join(served.folder, name)
    await writeFile(path, text)
    return path
  }
  const paths = [
    await write(
      'letter.txt',
      'Ms Roe was hired on 3 May 2021.\n\nThe rent of the house is 1200 euros a month, due in June 2023.',
    ),
    await write('copy.txt', 'Ms Roe was hired on 3 May 2021.\n\nThe rent of the flat is 900 euros a month.'),
  ]
  await served.asking(async (assistant) => {
    await assistant.home.create({ passphrase: null })
    await assistant.application.changeSettings({ welcomed: true })
    await assistant.matter.create({ name: MATTER })
    for await (const _ of await assistant.library.addPaths({ matter: MATTER, paths }));
  })
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
  await page.goto(served.url)
  await page.getByRole('link', { name: MATTER }).first().click()
  await page.getByRole('list', { name: 'Places' }).getByRole('link', { name: 'Documents' }).click()
})

test.afterAll(async () => {
  await page?.close()
  await served?.[Symbol.asyncDispose]()
})

test('a chronology gives sentences in order of time, and a source opens its page with the words marked', async () => {
  await page.getByRole('tab', { name: 'Chronology' }).click()
  await page.getByRole('button', { name: 'Make chronology' }).click()
  await expect(page.getByTestId('event')).toHaveCount(2)
  await expect(page.getByTestId('event').first()).toContainText('Ms Roe was hired on 3 May 2021.')
  await expect(page.getByTestId('event').first().getByTestId('citation')).toHaveCount(2)
  await expect(page.getByTestId('event').last()).toContainText('June 2023')
  await expect(page.getByRole('status').filter({ hasText: 'Read 2 of 2 passages.' })).toBeVisible()
  await page.getByTestId('event').last().getByTestId('citation').click()
  const column = page.getByRole('complementary', { name: 'Source' })
  await expect(column.locator('mark').first()).toContainText('due in June 2023')
  await expectNoViolations(page, 'chronology with a source')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as CSV' }).click()
  expect(await readFile(await (await download).path(), 'utf8')).toContain('2021-05-03,Ms Roe was hired on 3 May 2021.')
  await page.keyboard.press('Escape')
})

test('a table asks each document each question, is stopped, loses its engine, and goes on where it was', async () => {
  await page.getByRole('tab', { name: 'Table' }).click()
  await page.getByLabel('Questions, one a line').fill(COLUMNS)
  await page.getByRole('button', { name: 'Make table' }).click()
  await page.getByTestId('cell').first().filter({ hasNotText: 'not written yet' }).waitFor()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('button', { name: 'Stop' })).toHaveCount(0)
  await page.getByRole('tab', { name: 'Documents' }).click()
  await page.getByRole('tab', { name: 'Table' }).click()
  await expect(page.getByLabel('Questions, one a line')).toHaveValue(COLUMNS)
  await expect(page.getByTestId('cell').first()).not.toHaveText('not written yet')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Stop' }).waitFor()
  await served.kill('engine')
  const told = page.getByTestId('failure').filter({ hasText: 'The engine stopped' })
  await expect(told).toContainText('What was written is kept.')
  await expect(told).toContainText('press “Continue”')
  await expect(page.locator('[data-connection=open]')).toHaveCount(1)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('status').filter({ hasText: '4 cells' })).toContainText('Read 2 of 2 passages')
  for (const cell of await page.getByTestId('cell').all())
    expect((await cell.getByTestId('citation').count()) > 0 || (await cell.innerText()) === 'not found').toBe(true)
  await expectNoViolations(page, 'table')
})

test('a document is summarised from its panel, every line cited', async () => {
  await page.getByRole('tab', { name: 'Documents' }).click()
  await page.getByRole('button', { name: 'letter.txt' }).click()
  await page.getByRole('link', { name: 'Summarise' }).click()
  await expect(page.getByLabel('Document', { exact: true })).toHaveValue(/.+/)
  await page.getByRole('button', { name: 'Summarise' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Read 1 of 1 passage' })).toBeVisible()
  for (const line of await page.getByTestId('line').all()) await expect(line.getByTestId('citation')).not.toHaveCount(0)
  await expectNoViolations(page, 'summary')
  expect(troubles).toEqual([])
})
