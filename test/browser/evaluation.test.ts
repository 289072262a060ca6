import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectNoViolations } from './check-access.ts'
import { openWindow } from './open-window.ts'
import type { ServedHome } from './serve-home.ts'

// One host, one window and the smallest real model for the whole file, as a person would go on.
test.describe.configure({ mode: 'serial' })

const MATTER = 'Lease of 7 Mill Lane'
const QUESTIONS = [
  'id,question,answer,answerable',
  'rent,What is the rent of 7 Mill Lane?,"24,000 pounds a year",yes',
  'deposit,What is the deposit of 7 Mill Lane?,"3,000 pounds",yes',
  'nobody,Who vaccinated the xylophone?,,no',
].join('\n')
let served: ServedHome
let page: Page
let troubles: readonly string[]

test.beforeAll(async ({ browser }) => {
  ;({ served, page, troubles } = await openWindow(browser, 'smollm2-135m-instruct-q4_1'))
  const lease = join(served.folder, 'lease.txt')
  await writeFile(
    lease,
    'The rent of 7 Mill Lane is 24,000 pounds a year.\n\nThe deposit of 7 Mill Lane is 3,000 pounds.',
  )
  await served.asking(async (assistant) => {
    await assistant.model.use({ id: 'smollm2-135m-instruct-q4_1' })
    await assistant.matter.create({ name: MATTER })
    for await (const _ of await assistant.library.addPaths({ matter: MATTER, paths: [lease] }));
  })
  await page.getByRole('link', { name: MATTER }).first().click()
  await page.getByRole('list', { name: 'Places' }).getByText('Quality').click()
})

test.afterAll(async () => {
  await page?.close()
  await served?.[Symbol.asyncDispose]()
})

test('questions are imported from a file into the matter, and can be changed and added to', async () => {
  await page.getByRole('button', { name: 'Import questions' }).click()
  await expectNoViolations(page, 'import of questions')
  const buffer = Buffer.from(QUESTIONS)
  await page.getByLabel('File with questions').setInputFiles({ name: 'Mill Lane.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('Mill Lane: 3 questions, 1 not answerable')).toBeVisible()
  await page.getByRole('button', { name: 'Show questions' }).click()
  await expect(page.getByTestId('question')).toHaveCount(3)
  await page.getByRole('button', { name: 'Add a question' }).click()
  await page.getByRole('textbox', { name: 'Question' }).fill('Who is the landlord of the moon?')
  await page.getByRole('checkbox', { name: 'Nothing in the documents answers it' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Mill Lane: 4 questions, 2 not answerable')).toBeVisible()
  await expectNoViolations(page, 'questions of a set')
  await page.getByRole('button', { name: 'Show runs' }).click()
})

test('a run and one without documents go on by themselves and are compared question by question', async () => {
  await page.getByRole('button', { name: 'Run…' }).click()
  await page.getByText('Compare with runs without a part').click()
  await page.getByRole('checkbox', { name: /without documents/ }).check()
  await expect(page.getByRole('checkbox', { name: 'without lessons' })).toBeVisible()
  await expectNoViolations(page, 'settings of a run')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(page.getByRole('progressbar').first()).toBeVisible()
  // They do not need the window.
  await page.getByRole('list', { name: 'Places' }).getByText('Documents').click()
  await page.getByRole('list', { name: 'Places' }).getByText('Quality').click()
  await expect(page.getByTestId('run')).toHaveCount(2)
  await expect(page.getByTestId('row')).toHaveCount(4, { timeout: 200_000 })
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 200_000 })
  await expect(page.getByText('Too few right or wrong answers.')).toBeVisible()
  await page.getByRole('button', { name: 'Compare with run 1' }).click()
  await expect(page.getByTestId('comparison')).toContainText('McNemar')
  await expect(page.getByTestId('comparison')).toContainText('interval')
  await expect(page.getByTestId('escalation-words')).toContainText('not shown to be better than chance')
  await expectNoViolations(page, 'two runs')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoViolations(page, 'two runs, dark')
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await served.asking((assistant) => assistant.answer.list({ matter: MATTER }))).toEqual([])
})

test('a run is written to a report that shows its plots without a network', async () => {
  await page.getByRole('button', { name: 'Report' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Report with plots (HTML)' }).click(),
  ])
  const html = await readFile(await download.path(), 'utf8')
  expect(html).toContain('<svg')
  expect(html).not.toMatch(/https?:|<script/)
  await page.keyboard.press('Escape')
})

test('with enough answers the reliability is drawn, the model calibrated by a button, and answers say how sure they are', async () => {
  const lines = Array.from({ length: 24 }, (_, n) =>
    JSON.stringify({
      id: String(n),
      question: `${n}. What is the ${n % 2 ? 'deposit' : 'rent'} of 7 Mill Lane?`,
      // Half of the known answers are wrong, so that there are right and wrong ones whatever the model says.
      answer: n % 4 < 2 ? (n % 2 ? '3,000 pounds' : '24,000 pounds') : '777 pounds',
    }),
  )
  const file = join(served.folder, 'many.jsonl')
  await writeFile(file, lines.join('\n'))
  await page.getByRole('button', { name: 'Import questions' }).click()
  await page.getByLabel('File with questions').setInputFiles(file)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  // Written: where the pages hold the answer it is quoted without the model, of which nothing could be learnt then.
  await expect(page.getByText('many: 24 questions')).toBeVisible()
  await served.asking(async (assistant) => {
    const sets = await assistant.evaluation.sets({ matter: MATTER })
    const set = sets.find(({ name }) => name === 'many')?.set ?? ''
    await assistant.evaluation.start({ matter: MATTER, set, settings: [{ strategy: 'direct' }] })
  })
  await expect(page.getByTestId('row')).toHaveCount(24, { timeout: 380_000 })
  await expect(page.getByRole('img', { name: /Reliability of run/ })).toBeVisible()
  await page.getByRole('button', { name: 'Calibrate on this run' }).click()
  await expect(page.getByText(/Calibrated on \d+ answers of many/)).toBeVisible()
  await expectNoViolations(page, 'a calibrated model')
  await page.getByRole('list', { name: 'Places' }).getByText('Ask').click()
  await page.getByRole('button', { name: /^How to answer/ }).click()
  await page.getByRole('dialog', { name: 'How to answer' }).getByRole('combobox').selectOption('written')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'How to answer' })).toHaveCount(0)
  const box = page.getByRole('textbox', { name: 'Question about the documents' })
  await box.fill('What is the rent of 7 Mill Lane?')
  await box.press('Enter')
  await expect(page.getByTestId('answer')).not.toHaveAttribute('data-state', 'writing')
  const band = page.getByRole('group', { name: 'Confidence' })
  await expect(band).toContainText(/Confidence: (low|medium|high)/)
  await expect(band).toContainText('earlier answers')
  await expectNoViolations(page, 'an answer with its confidence')
})

test('a lesson is begun from a question that a run answered wrong', async () => {
  await page.getByRole('list', { name: 'Places' }).getByText('Quality').click()
  await page.getByRole('combobox', { name: 'Question set' }).selectOption('many')
  await page.getByRole('radio', { name: 'Wrong', exact: true }).click()
  const wrong = page.getByTestId('row').filter({ hasText: 'known answer: 777 pounds' }).first()
  await wrong.getByRole('button', { name: 'Make a lesson…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Make a lesson from this question' })
  await expect(dialog).toContainText('777 pounds')
  await dialog.getByRole('combobox', { name: 'What went wrong' }).selectOption('missing-fact')
  await expectNoViolations(page, 'a card of a failed question')
  await dialog.getByRole('button', { name: 'Begin a lesson' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Lessons', level: 1 })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Shown when a question looks like' })).toHaveValue(/What is the/)
  await expect(page.getByTestId('record')).toContainText('from a question set')
  expect(troubles).toEqual([])
})
