import { writeFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { type CloudServer, startCloudServer } from '../../scripts/cloud-server/cloud-server.ts'
import { expectNoViolations } from './check-access.ts'
import { openWindow } from './open-window.ts'
import type { ServedHome } from './serve-home.ts'

// One host and one window for the whole file.
test.describe.configure({ mode: 'serial' })

const MATTER = 'Hollis v Marlowe'
const QUESTION = 'When may the lease be ended?'
const MODEL = 'smollm2-135m-instruct-q4_1'

let served: ServedHome
let cloud: CloudServer
let page: Page

test.beforeAll(async ({ browser }) => {
  cloud = await startCloudServer()
  ;({ served, page } = await openWindow(browser, MODEL))
  await writeFile(`${served.folder}/lease.txt`, 'The lease of 7 Kestrel Row may be ended on 31 March 2025.\n')
  await served.asking(async (assistant) => {
    await assistant.matter.create({ name: MATTER })
    await Array.fromAsync(await assistant.library.addPaths({ matter: MATTER, paths: [`${served.folder}/lease.txt`] }))
    await assistant.model.use({ id: MODEL })
    const provider = {
      provider: 'House',
      kind: 'openai-compatible',
      model: 'large',
      account: '',
      retention: '',
    } as const
    await assistant.provider.save({ ...provider, address: cloud.address, key: null })
  })
  await page.getByRole('link', { name: MATTER }).first().click()
})

test.afterAll(async () => {
  await page?.close()
  await served?.[Symbol.asyncDispose]()
  await cloud?.[Symbol.asyncDispose]()
})

const go = (place: string) => page.getByRole('list', { name: 'Places' }).getByText(place).click()
const routings = () => served.asking((assistant) => assistant.routing.list({ matter: MATTER }))

/** Asked beside the window, which shows it as any other. */
async function ask(question: string): Promise<void> {
  await served.asking(async (assistant) =>
    Array.fromAsync(await assistant.answer.ask({ matter: MATTER, question, maxTokens: 24 })),
  )
  await page.getByRole('navigation').getByTitle(question).press('Enter')
  await page.getByTestId('answer-state').waitFor()
}

/** Light and dark, wide and narrow. */
async function expectNoViolationsAnywhere(where: string): Promise<void> {
  for (const [width, colorScheme] of [
    [1100, 'dark'],
    [1440, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 1000 })
    await page.emulateMedia({ colorScheme })
    await expectNoViolations(page, `${where}, ${width} ${colorScheme}`)
  }
}

test('settings say when one is suggested, and take words that ask for one', async () => {
  await go('Settings')
  await page.getByRole('tab', { name: 'Providers' }).click()
  await expect(page.getByRole('button', { name: 'When the answer looks uncertain' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await page.getByText('Topics that prompt a suggestion').click()
  // It changes when the assistant has kept it.
  const sepsis = page.getByRole('checkbox', { name: /^sepsis/ })
  await sepsis.click()
  await expect(sepsis).not.toBeChecked()
  await page.getByLabel('Your own words, one per line').fill('lease\n\n lease \nrent')
  await page
    .getByRole('region', { name: 'When to suggest a second opinion' })
    .getByRole('button', { name: 'Save' })
    .click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await expectNoViolationsAnywhere('when to suggest')
  const settings = await served.asking((assistant) => assistant.application.settings())
  expect(settings).toMatchObject({ secondOpinions: 'unsure', redFlagWords: ['lease', 'rent'], redFlagsOff: ['sepsis'] })
})

test('below an answer it stands with its reasons and what asking would cost, and asks nobody', async () => {
  await ask(QUESTION)
  const suggestion = page.getByTestId('suggestion')
  await expect(suggestion.getByRole('list', { name: 'Reasons' })).toContainText('“lease”, which is on your list')
  const cost = suggestion.getByRole('list', { name: 'What it would cost' })
  await expect(cost).toContainText(/to House: about 1 passage, \d+ characters/)
  await expect(cost).toContainText('price not known')
  await expect(cost).toContainText('time not known')
  await expectNoViolationsAnywhere('a suggestion')
  expect(cloud.received()).toBe('')
})

test('put aside it is gone, and that is on record', async () => {
  await page.getByTestId('suggestion').getByRole('button', { name: 'Not now' }).press('Enter')
  await expect(page.getByTestId('suggestion-decided')).toHaveText(
    'A second opinion was suggested; you did not want one.',
  )
  await expect(page.getByTestId('suggestion')).toHaveCount(0)
  expect(await routings()).toMatchObject([{ suggested: true, outcome: 'dismissed', decidedAt: expect.any(String) }])
  await go('Audit log')
  await expect(page.getByTestId('entry-detail')).toContainText('Suggestion put aside:')
})

test('it leads to the packet of that answer, which is prepared only there', async () => {
  await ask('What does the lease say of 7 Kestrel Row?')
  await page.getByTestId('suggestion').getByRole('button', { name: 'Prepare the outgoing text…' }).press('Enter')
  await expect(page.getByRole('main')).toContainText('What does the lease say of 7 Kestrel Row?')
  await expect(page.getByRole('button', { name: 'Prepare the outgoing text…' })).toBeVisible()
  expect(await served.asking((assistant) => assistant.packet.list({ matter: MATTER }))).toEqual([])
  expect(cloud.received()).toBe('')
})

test('with the network off the reasons stay, in one line', async () => {
  await served.asking((assistant) => assistant.application.changeSettings({ network: false }))
  await ask('Who pays the rent of 7 Kestrel Row?')
  await expect(page.getByTestId('suggestion-withheld')).toContainText('“rent”, which is on your list')
  await expect(page.getByTestId('suggestion-withheld')).toContainText('the network was off')
})
