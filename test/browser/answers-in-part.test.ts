import { expect, type Page, test } from '@playwright/test'
import { buildIfNeeded } from '../../scripts/build.ts'
import { COMPARISON, IN_PART, LIST, NOT_WRITTEN } from '../renderer/stand-in/invented-scenes.ts'
import { serveStandIn, type StandInHost } from '../renderer/stand-in/serve-stand-in.ts'
import { expectNoViolations } from './check-access.ts'

let host: StandInHost

test.beforeAll(() => buildIfNeeded())
test.afterEach(() => host[Symbol.asyncDispose]())

/** Each word of an answer after so long, and none after so many sentences. */
async function ask(page: Page, question: string, { waitMs = 2, heldAfterClaims = Infinity } = {}): Promise<void> {
  host = await serveStandIn({ waitMs })
  host.state.heldAfterClaims = heldAfterClaims
  await page.goto(host.url)
  await page.getByRole('link', { name: 'Sample: Hollis v Marlowe' }).first().click()
  await page.getByRole('textbox', { name: 'Question about the documents' }).fill(question)
  await page.keyboard.press('Enter')
}

const answer = (page: Page, state: string) => page.locator(`[data-testid=answer][data-state=${state}]`)
const offer = (page: Page) => page.getByRole('region', { name: 'Another kind of answer' })

/** In both themes, and without a column that is wider than the window. */
async function expectWellShown(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const width of [1440, 1100, 800]) {
      await page.setViewportSize({ width, height: 900 })
      await expectNoViolations(page, `${where}, ${colorScheme}, ${width} px`)
      await expect
        .poll(() => page.locator('.col').evaluate((column) => column.scrollWidth - column.clientWidth))
        .toBeLessThan(2)
    }
  }
}

test('an answer in part strikes what the page contradicts, and names what is not answered', async ({ page }) => {
  await ask(page, IN_PART)
  await expect(answer(page, 'answered-in-part')).toContainText('2 passages of 2 of 9 documents.')
  await expect(page.getByTestId('answer-state')).toHaveText(
    'Answered in part2 of 4 sentences confirmed, 1 contradicted. 1 part of the question not answered.',
  )
  const contradicted = page.getByTestId('claim').nth(1)
  await expect(contradicted.locator('del')).toHaveText('The roof cost £1,250 in 2023.')
  await expect(contradicted).toContainText('The table says:“Roof repairs, year, 1,250.00, 2,500.00')
  await expect(page.getByTestId('not-answered')).toHaveText('Not answered: how is notice given.')
  // The words of the page are under its mark, and beside the sentence that they contradict.
  await contradicted.getByTestId('citation').click()
  const column = page.getByRole('complementary', { name: 'Source' })
  await expect(column.locator('mark').first()).toHaveText('Roof repairs')
  await expect(column).toContainText('SentenceThe roof cost £1,250 in 2023.')
  await expect(column).toContainText('The table says“Roof repairs, year')
  await expect(page.getByTestId('spoken')).toContainText('Not answered: how is notice given')
  await page.getByRole('button', { name: 'Close' }).click()
  await expectWellShown(page, 'an answer in part')
})

test('what was copied says what was contradicted and what is not answered', async ({ context, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await ask(page, IN_PART)
  await answer(page, 'answered-in-part').waitFor()
  await page.getByRole('button', { name: 'Copy with sources' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('The roof cost £1,250 in 2023. (contradicted) The table says: “Roof repairs, year')
  expect(copied).toContain('Not answered: how is notice given.')
})

test('where no answer was written, the sentences that concern the question are quoted', async ({ page }) => {
  await ask(page, NOT_WRITTEN)
  await answer(page, 'not-written').waitFor()
  await expect(page.getByTestId('answer-state')).toHaveText(
    'No answer was writtenThese sentences come nearest to the question. They are quoted word for word.',
  )
  await expect(page.getByTestId('claim')).toContainText('Insurance, year, 940.50')
  await expectNoViolations(page, 'an answer that was not written')
})

test('a table is offered before anything is written, is left without a press, and taken with one', async ({ page }) => {
  await ask(page, LIST, { heldAfterClaims: 0 })
  await expect(offer(page)).toContainText('This asks for a list. Make a table of 9 documents (about 1 min)')
  await expect(page.getByTestId('claim')).toHaveCount(0)
  const place = await page.getByTestId('evidence').boundingBox()
  // It is still being written when it is left, however long the looking takes.
  host.state.heldAfterClaims = 1
  await page.getByTestId('claim').first().waitFor()
  expect(await page.getByTestId('evidence').boundingBox()).toEqual(place)
  await expectNoViolations(page, 'an offer while it is written')
  await offer(page).getByRole('button', { name: 'Make table' }).click()
  await expect(page.getByLabel('Questions, one a line')).toHaveValue(
    'Who are the parties?\nWhat is the date of the letter?',
  )
  await expect(page.getByTestId('cell')).toHaveCount(2)
  await expect(page.getByTestId('cell').first()).toContainText('The table says: “Furosemide, 40 mg, Increased”')
  await expectNoViolations(page, 'a table with a contradicted cell')
  // What was written until then is kept, and may be gone on with.
  await page.getByRole('navigation').getByTitle(LIST).click()
  await answer(page, 'stopped').waitFor()
  await expect(offer(page).getByRole('button', { name: 'Answer from the passages' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  // Gone to a second time, the table begins nothing by itself.
  await page.getByRole('list', { name: 'Places' }).getByRole('link', { name: 'Documents' }).click()
  await page.getByRole('tab', { name: 'Table' }).click()
  await expect(page.getByTestId('cell')).toHaveCount(0)
})

test('a comparison is answered for each party, side by side, each with its own source', async ({ page }) => {
  await ask(page, COMPARISON, { waitMs: 60 })
  await expect(offer(page)).toContainText('This compares 2 documents. Answer for each alone, side by side.')
  await offer(page).getByRole('button', { name: 'Answer each' }).click()
  const parties = page.getByTestId('party')
  await expect(parties).toHaveCount(2)
  await expect(parties.nth(0)).toContainText('The Tenant may end this Lease on 31 March 2025')
  await expect(parties.nth(1)).toContainText('We end the lease of 7 Kestrel Row')
  const [one, other] = [await parties.nth(0).boundingBox(), await parties.nth(1).boundingBox()]
  expect(one?.y).toBe(other?.y)
  await parties.nth(1).getByTestId('citation').click()
  await expect(page.getByRole('complementary', { name: 'Source' }).getByRole('heading').first()).toHaveText(
    'Break notice.pdf',
  )
  await expect(page.getByRole('navigation').locator('.hist').first().getByRole('link')).toHaveCount(1)
  await page.getByRole('button', { name: 'Close' }).click()
  await expectWellShown(page, 'a comparison')
})
