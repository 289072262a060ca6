import { writeFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { type CloudServer, startCloudServer } from '../../scripts/cloud-server/cloud-server.ts'
import { expectNoViolations } from './check-access.ts'
import { openWindow } from './open-window.ts'
import type { ServedHome } from './serve-home.ts'

// One host, one window and one cloud on loopback for the whole file: two opinions that differ, and what is learned from that.
test.describe.configure({ mode: 'serial' })

const MATTER = 'Hollis v Marlowe'
const QUESTION = 'Within how many days must a tenancy deposit be protected?'
const LEASE = `Lease between Marlowe Estates Ltd (the Landlord) and Hollis Bakery Ltd (the Tenant) of 7 Kestrel Row, Bristol.

7.2 The Tenant may end this Lease on 31 March 2025 by giving the Landlord not less than six months' prior written notice.

9.1 The Tenant pays a tenancy deposit to the Landlord, and the Landlord protects the deposit as the law asks.`
const RIGHT = 'The tenancy deposit must be protected within 30 days.'
const LESSON = 'Asked for the time to protect a tenancy deposit: the tenancy deposit must be protected within 30 days.'

let served: ServedHome
let cloud: CloudServer
let page: Page
let troubles: readonly string[]

test.beforeAll(async ({ browser }) => {
  cloud = await startCloudServer()
  ;({ served, page, troubles } = await openWindow(browser, 'smollm2-135m-instruct-q4_1'))
  await writeFile(`${served.folder}/lease.txt`, LEASE)
  await served.asking(async (assistant) => {
    await assistant.matter.create({ name: MATTER, subtitle: 'Lease dispute, England' })
    const paths = [`${served.folder}/lease.txt`]
    await Array.fromAsync(await assistant.library.addPaths({ matter: MATTER, paths }))
    await assistant.model.use({ id: 'smollm2-135m-instruct-q4_1' })
    await assistant.application.changeSettings({ network: true, userName: 'E. Vale' })
    await assistant.provider.save({
      provider: 'House server',
      kind: 'openai-compatible',
      address: cloud.address,
      model: 'large',
      account: '',
      retention: '',
      key: null,
    })
  })
  await page.getByRole('link', { name: MATTER }).first().click()
})

test.afterAll(async () => {
  await page?.close()
  await served?.[Symbol.asyncDispose]()
  await cloud?.[Symbol.asyncDispose]()
})

const decision = () => page.getByTestId('decision')
const record = () => page.getByTestId('record')
const openFlags = () => page.getByTestId('flag-group')
const says = (text: string, more: object = {}) => {
  cloud.say = () => [JSON.stringify({ claims: [{ text, sources: [] }], missing: [], ...more })]
}

/** The packet under review, with every flagged word replaced. */
async function agree(): Promise<void> {
  await page.getByTestId('panes').waitFor()
  for (let left = await openFlags().count(); left > 0; left -= 1) {
    await openFlags().first().focus()
    await page.keyboard.press('m')
    await expect(openFlags()).toHaveCount(left - 1)
  }
  await page.getByRole('button', { name: /^Approve and send these/ }).press('Enter')
}

/** What the second opinion says, where it does not stand on the line of the local answer. */
async function chooseSecondsLine(): Promise<void> {
  const lines = decision().getByRole('combobox', { name: 'Line' })
  const options = await lines.locator('option').allTextContents()
  const own = options.findIndex((name) => name.includes('30 days'))
  if (own >= 0) await lines.selectOption({ index: own })
}

async function inBothLooks(where: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectNoViolations(page, `${where}, ${colorScheme}`)
  }
}

test('two opinions differ, and nothing is learned before somebody has decided', async () => {
  says(RIGHT)
  await served.asking(async (assistant) =>
    Array.fromAsync(await assistant.answer.ask({ matter: MATTER, question: QUESTION, maxTokens: 40 })),
  )
  await page.getByRole('navigation').getByTitle(QUESTION).press('Enter')
  await page.getByTestId('answer-state').waitFor()
  await page.getByRole('link', { name: 'Second opinion…' }).press('Enter')
  await page.getByRole('button', { name: 'Prepare the outgoing text…' }).press('Enter')
  await agree()
  await expect(page.getByTestId('comparison')).toContainText('within 30 days')
  await expect(decision()).toContainText('Which was right on the first line?')
  await expect(decision().getByRole('button', { name: 'Not known yet' })).toHaveAttribute('aria-pressed', 'true')
  await expect(decision().getByRole('button', { name: 'Turn into a lesson…' })).toHaveAttribute('aria-disabled', 'true')
  await expect(decision()).toContainText('Choose an outcome first.')
  await inBothLooks('nothing decided')
})

test('the decision for the second opinion begins with its words, is kept, and can be changed', async () => {
  await chooseSecondsLine()
  await decision().getByRole('button', { name: 'Local', exact: true }).press('Enter')
  await expect(decision()).toContainText('The local answer was right.')
  await decision().getByRole('button', { name: 'Second opinion', exact: true }).press('Enter')
  await expect(decision().getByRole('textbox', { name: 'What is right' })).toHaveValue(RIGHT)
  await decision().getByRole('textbox', { name: 'What is right' }).fill('Within 30 days.')
  await decision().getByRole('button', { name: 'Save the decision' }).press('Enter')
  await expect(decision().getByText('Saved', { exact: true })).toBeVisible()
  await inBothLooks('decided')
  const corrections = await served.asking((assistant) => assistant.card.corrections({ matter: MATTER }))
  expect(corrections).toMatchObject([{ from: 'opinion', question: QUESTION, expected: 'Within 30 days.' }])
})

test('the general lesson is asked for in a packet that is read and agreed to on its own', async () => {
  const sent = cloud.bodies.length
  says(LESSON)
  const compared = page.url()
  expect(new URL(compared).pathname + new URL(compared).hash).not.toContain('30')
  await decision().getByRole('button', { name: 'Turn into a lesson…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Turn into a lesson' })
  await inBothLooks('turning it into a card')
  await dialog.getByRole('button', { name: 'Ask House server for a lesson…' }).press('Enter')
  await page.getByTestId('panes').waitFor()
  expect(cloud.bodies).toHaveLength(sent)
  await agree()
  await expect(page.getByTestId('comparison')).toContainText('Asked for the time')
  expect(cloud.bodies).toHaveLength(sent + 1)
})

test('the card starts with that lesson, is tested on the question, and is approved by name', async () => {
  await page.getByRole('link', { name: 'Back to the decision' }).press('Enter')
  await expect(decision()).toBeVisible()
  await chooseSecondsLine()
  await decision().getByRole('button', { name: 'Turn into a lesson…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Turn into a lesson' })
  await expect(dialog.getByRole('button', { name: 'Its suggested lesson' })).toHaveAttribute('aria-pressed', 'true')
  await dialog.getByRole('button', { name: 'Begin a lesson' }).press('Enter')
  await expect(page.getByRole('article')).toContainText('the tenancy deposit must be protected within')
  await expect(record()).toContainText('House server, large, from a second opinion')
  await page.getByRole('button', { name: 'Edit a new version' }).press('Enter')
  await page.getByRole('textbox', { name: 'Summary' }).fill(LESSON)
  await page.getByRole('textbox', { name: 'Title' }).fill('Protection of a deposit')
  await page.getByRole('button', { name: 'Save' }).press('Enter')
  await page.getByRole('button', { name: 'Run tests' }).press('Enter')
  await expect(record()).toContainText('corrected')
  await inBothLooks('a tested card of a second opinion')
  await page.getByRole('button', { name: 'Approve…' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).press('Enter')
  await expect(page.getByRole('article').getByText('approved', { exact: true })).toBeVisible()
})

test('asked again, this computer is given the card and says it', async () => {
  await page.getByRole('list', { name: 'Places' }).getByText('Ask').click()
  await page
    .getByRole('textbox', { name: /^(Question|Follow-up)/ })
    .first()
    .fill(QUESTION)
  await page.keyboard.press('Enter')
  const answer = page.locator('[data-testid=answer]:not([data-state=writing])')
  await expect(answer).toContainText('30 days')
  await expect(answer).toContainText('1 lesson used')
})

test('a rule is proposed in the form of a new rule, with names taken out, and is in no pack before it is saved', async () => {
  await served.asking((assistant) => assistant.pack.copy({ pack: 'af-demo', name: 'our-rules' }))
  const before = await served.asking((assistant) => assistant.rule.list({}))
  await page.getByRole('list', { name: 'Places' }).getByText('Second opinion').click()
  await page.getByRole('main').getByRole('link', { name: QUESTION, exact: true }).click()
  await expect(decision()).toBeVisible()
  await chooseSecondsLine()
  await decision().getByRole('button', { name: 'Propose a rule…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New rule' })
  await expect(dialog.getByRole('textbox', { name: 'Title' })).not.toHaveValue('')
  await inBothLooks('proposing a rule')
  await dialog.getByRole('textbox', { name: 'Title' }).fill('A deposit is protected in time')
  await dialog.getByRole('button', { name: 'Begin' }).press('Enter')
  const rule = page.getByRole('article', { name: 'A deposit is protected in time' })
  await expect(rule).toContainText('not saved yet')
  await expect(rule).toContainText('our-rules')
  await expect(rule.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true')
  await inBothLooks('a proposed rule')
  expect(await served.asking((assistant) => assistant.rule.list({}))).toEqual(before)
  expect(troubles).toEqual([])
})
