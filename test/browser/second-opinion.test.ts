import { readFile, writeFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { answerBySex } from '../../scripts/cloud-server/say-answer.ts'
import { type CloudServer, startCloudServer } from '../../scripts/cloud-server/cloud-server.ts'
import { expectNoViolations } from './check-access.ts'
import { openWindow } from './open-window.ts'
import type { ServedHome } from './serve-home.ts'

// One host, one window, and one cloud for the whole file: a server on loopback that answers from what it is sent.
test.describe.configure({ mode: 'serial' })

const MATTER = 'Hollis v Marlowe'
const QUESTION = 'When may Hollis Bakery Ltd end the lease of 7 Kestrel Row?'
const KEY = 'sk-never-shown-again-41c'
const LEASE = `Lease between Marlowe Estates Ltd (the Landlord) and Hollis Bakery Ltd (the Tenant) of 7 Kestrel Row, Bristol.

7.2 The Tenant may end this Lease on 31 March 2025 by giving the Landlord not less than six months' prior written notice.

12.4 A notice sent by recorded delivery is deemed served on the second working day after posting.`
const LETTER = `Letter of Ms Adaeze Adeyemi, Brightwater, managing agents, of 30 September 2024.

Your notice to end the lease of 7 Kestrel Row reached us at Quayside on 30 September 2024. The lease may be ended on 31 March 2025.`

const TERMS = ['Hollis Bakery Ltd', 'Marlowe Estates Ltd', '7 Kestrel Row', 'Adaeze Adeyemi']

let served: ServedHome
let cloud: CloudServer
let page: Page
let troubles: readonly string[]

test.beforeAll(async ({ browser }) => {
  cloud = await startCloudServer()
  ;({ served, page, troubles } = await openWindow(browser, 'smollm2-135m-instruct-q4_1'))
  await writeFile(`${served.folder}/lease.txt`, LEASE)
  await writeFile(`${served.folder}/letter.txt`, LETTER)
  await served.asking(async (assistant) => {
    await assistant.matter.create({ name: MATTER, subtitle: 'Lease dispute, England' })
    const paths = ['lease.txt', 'letter.txt'].map((name) => `${served.folder}/${name}`)
    await Array.fromAsync(await assistant.library.addPaths({ matter: MATTER, paths }))
    // What a detector may miss, the matter's own list never does.
    for (const term of TERMS) await assistant.term.add({ matter: MATTER, term, type: 'organisation' })
    await assistant.model.use({ id: 'smollm2-135m-instruct-q4_1' })
    await assistant.application.changeSettings({ network: false, userName: 'J. Marsh' })
  })
  await page.getByRole('link', { name: MATTER }).first().click()
})

test.afterAll(async () => {
  await page?.close()
  await served?.[Symbol.asyncDispose]()
  await cloud?.[Symbol.asyncDispose]()
})

const go = (place: string) => page.getByRole('list', { name: 'Places' }).getByText(place).click()
const agree = () => page.getByRole('button', { name: /^Approve and send these/ })
const openFlags = () => page.getByTestId('flag-group')
const packets = () => served.asking((assistant) => assistant.packet.list({ matter: MATTER }))
const shownPacket = () =>
  served.asking(async (assistant) => {
    const [{ packetId } = { packetId: '' }] = await assistant.packet.list({ matter: MATTER })
    return assistant.packet.get({ matter: MATTER, packetId })
  })

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

/** With the keys alone; every second group is kept. */
async function decideByKeys(): Promise<void> {
  for (let left = await openFlags().count(); left > 0; left -= 1) {
    if (left === (await openFlags().count())) await openFlags().first().focus()
    await page.keyboard.press(left % 2 === 0 ? 'l' : 'm')
    await expect(openFlags()).toHaveCount(left - 1)
  }
}

test('a provider is set up without connecting to it, and its key is never shown again', async () => {
  await go('Settings')
  await page.getByRole('tab', { name: 'Providers' }).click()
  await page.getByRole('button', { name: 'Add provider…' }).click()
  await page.getByLabel('Name', { exact: true }).fill('House server')
  await page.getByLabel('Address').fill(cloud.address)
  await page.getByLabel('Model', { exact: true }).fill('large')
  await page.getByLabel('Account').fill('Marsh & Vale')
  await page.getByLabel('Data retention').fill('keeps nothing (its terms, read 12 May 2026)')
  await page.getByLabel('Key, if the provider requires one').fill(KEY)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('provider')).toContainText('Key ending')
  await page.getByRole('button', { name: 'Change House server' }).click()
  await expectNoViolations(page, 'changing a provider')
  await page.keyboard.press('Escape')
  expect(await page.content()).not.toContain(KEY)
  await expectNoViolationsAnywhere('providers')
  expect(cloud.received()).toBe('')
})

test('an answer becomes a packet, whose outgoing text is shown to the last character', async () => {
  // A short answer is enough, and how one is asked for is another test's subject.
  await served.asking(async (assistant) =>
    Array.fromAsync(await assistant.answer.ask({ matter: MATTER, question: QUESTION, maxTokens: 40 })),
  )
  await page.getByRole('navigation').getByTitle(QUESTION).press('Enter')
  await page.getByTestId('answer-state').waitFor()
  await page.getByRole('link', { name: 'Second opinion…' }).press('Enter')
  await expectNoViolations(page, 'choosing')
  await page.getByRole('button', { name: 'Prepare the outgoing text…' }).press('Enter')
  await page.getByTestId('panes').waitFor()
  await page.getByRole('button', { name: /of instructions$/ }).press('Enter')
  const right = () => page.getByTestId('outgoing').locator('p').allTextContents()
  const { segments, text, hash } = await shownPacket()
  await expect.poll(right).toEqual(segments.map(({ outgoing }) => outgoing))
  expect(text.startsWith(await page.getByTestId('instructions').innerText())).toBe(true)
  for (const name of TERMS) expect((await right()).join(' ')).not.toContain(name)
  await page.getByRole('button', { name: 'Exact bytes…' }).press('Enter')
  await expect(page.getByRole('dialog')).toContainText(hash)
  await expectNoViolations(page, 'exact bytes')
  await page.keyboard.press('Escape')
  await expectNoViolationsAnywhere('the packet')
})

test('nothing is sent while a word is open or the network is off, whatever is pressed', async () => {
  await expect(agree()).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByTestId('why-not-send')).toContainText('it is off')
  if ((await openFlags().count()) > 0) await expect(page.getByTestId('why-not-send')).toContainText('Decide')
  await agree().press('Enter')
  await decideByKeys()
  await expect(page.getByTestId('why-not-send')).toHaveText('Switch the network on; it is off.')
  await agree().press('Enter')
  await agree().click({ force: true })
  const { packetId, hash } = await shownPacket()
  const refused = served.asking(async (assistant) =>
    Array.fromAsync(await assistant.opinion.send({ matter: MATTER, packetId, hash })),
  )
  await expect(refused).rejects.toMatchObject({ code: 'OFFLINE' })
  await expect(page.getByTestId('packet-state')).toContainText('Needs approval again')
  expect(cloud.received()).toBe('')
})

test('selected words are replaced everywhere, and letting words through takes a reason', async () => {
  const before = await shownPacket()
  await page
    .locator('[data-testid=local] p')
    .filter({ hasText: 'recorded delivery' })
    .evaluate((text) => {
      const node = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
      for (let at = node.nextNode(); at; at = node.nextNode()) {
        const from = at.textContent?.indexOf('recorded delivery') ?? -1
        if (from < 0) continue
        getSelection()?.setBaseAndExtent(at, from, at, from + 'recorded delivery'.length)
        document.dispatchEvent(new Event('pointerup'))
        return
      }
    })
  const selected = page.getByTestId('selected-words')
  await expect(selected.getByRole('textbox')).toHaveValue('recorded delivery')
  await selected.getByRole('combobox').selectOption('id')
  await selected.getByRole('button', { name: 'Replace everywhere' }).press('Enter')
  await expect(page.getByTestId('outgoing').filter({ hasText: 'recorded delivery' })).toHaveCount(0)
  expect((await shownPacket()).hash).not.toBe(before.hash)
  await page.getByRole('button', { name: 'Undo: recorded delivery' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Send it as it is' })).toHaveAttribute('aria-disabled', 'true')
  await dialog.getByLabel('Reason').fill('a manner of posting names nobody')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Undone' })).toContainText('a manner of posting names nobody')
  await expect(page.getByTestId('outgoing').filter({ hasText: 'recorded delivery' })).not.toHaveCount(0)
})

test('a yes to a packet that has changed since is refused, and nothing leaves', async () => {
  const { packetId, hash } = await shownPacket()
  await page.getByRole('radio', { name: 'Shifted' }).click()
  await expect.poll(async () => (await shownPacket()).hash).not.toBe(hash)
  await served.asking((assistant) => assistant.application.changeSettings({ network: true }))
  const refused = served.asking(async (assistant) =>
    Array.fromAsync(await assistant.opinion.send({ matter: MATTER, packetId, hash })),
  )
  await expect(refused).rejects.toMatchObject({ code: 'NO_CONSENT' })
  expect(cloud.received()).toBe('')
})

test('after the yes exactly these bytes leave, also when they go again, and the opinion stands beside the answer', async () => {
  await decideByKeys()
  await expect(page.getByTestId('why-not-send')).toHaveCount(0)
  const { body } = await shownPacket()
  cloud.nextFaults.push('429')
  await agree().press('Enter')
  await expect(page.getByText('The same text is sent again')).toBeVisible()
  await expect(page.getByTestId('comparison')).toBeVisible()
  expect(cloud.bodies).toEqual([body, body])
  for (const name of TERMS) expect(cloud.received()).not.toContain(name)
  // Names are back on this side.
  await expect(page.getByTestId('comparison')).toContainText('Adaeze Adeyemi')
  await expectNoViolationsAnywhere('one opinion')
})

test('asked again with the local analysis, the packet is read and agreed to on its own', async () => {
  const text = 'The landlord and the tenant signed something about the row.'
  cloud.say = () => [JSON.stringify({ claims: [{ text, sources: ['S1'] }], missing: [] })]
  await page.getByRole('button', { name: 'Write the local analysis…' }).press('Enter')
  await expect(page.getByText('Local analysis, without a verdict')).toBeVisible()
  expect(cloud.bodies).toHaveLength(2)
  await decideByKeys()
  await agree().press('Enter')
  await expect(page.getByRole('columnheader', { name: /^Informed/ })).toBeVisible()
  expect(cloud.bodies).toHaveLength(3)
  for (const name of TERMS) expect(cloud.received()).not.toContain(name)
  await page.getByTestId('comparison').getByTestId('citation').first().press('Enter')
  await expect(page.getByRole('complementary', { name: 'Source' }).locator('mark').first()).toBeVisible()
  await expectNoViolations(page, 'two opinions with a source')
  await page.keyboard.press('Escape')
})

test('what rules cannot tell is judged by the model of this computer when it is asked to, and says so', async () => {
  await expect(page.getByTestId('compared-by')).toHaveText('Compared by rule; no model judged')
  await expect(page.locator('[data-testid=compared-row][data-state=unclear]')).not.toHaveCount(0)
  await expect(page.getByTestId('anchoring')).toContainText('The informed opinion changed')
  await expectNoViolationsAnywhere('unclear pairs')
  await page.getByRole('button', { name: 'Compare with the local model' }).press('Enter')
  await expect(page.getByTestId('compared-by')).toContainText('the model judged')
  await expect(page.getByRole('button', { name: 'Compare with the local model' })).toHaveCount(0)
  await expectNoViolations(page, 'judged pairs')
  expect(cloud.bodies).toHaveLength(3)
})

test('the audit log says what left and what was refused, and both records agree', async () => {
  await go('Audit log')
  await page.getByRole('button', { name: 'Verify' }).press('Enter')
  await expect(page.getByText('The chain is unbroken')).toBeVisible()
  const sendings = page.getByRole('row', { name: /^Sent, by this audit log and by that of Consilium/ })
  await expect(sendings).toContainText('2 and 2')
  await expect(page.getByRole('row', { name: /^Begun and never completed/ })).toContainText('0')
  await expectNoViolationsAnywhere('ledger')
  await page.getByRole('radio', { name: 'left this computer' }).click()
  await expect(page.getByTestId('ledger-entry')).toHaveCount(4)
  await expect(page.getByTestId('ledger-entry').first()).toContainText('Second opinion sent, informed.')
  await page.getByRole('radio', { name: 'all' }).click()
  await page.getByRole('searchbox', { name: 'Word, person or hash' }).fill('not sent:')
  await expect(page.getByTestId('ledger-entry')).toHaveCount(2)
  await page.getByTestId('ledger-entry').first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('entry-detail')).toContainText('packet-refused')
  expect((await packets()).map(({ state }) => state)).toEqual(['sent', 'sent'])
})

test('the blind opinion counts among those that are compared over time, the informed one does not', async () => {
  await go('Quality')
  const agreement = page.getByRole('region', { name: 'Agreement with the second opinion' })
  await expect(agreement.getByRole('heading')).toContainText(/[01] pairs? in/)
  const counted = await served.asking((assistant) => assistant.evaluation.agreement({ matter: null }))
  expect(counted.pairs + counted.notCompared).toBe(1)
  for (const { kappa } of counted.series) expect(kappa).toBeNull()
  await expectNoViolationsAnywhere('agreement')
})

test('a matter from which nothing may be sent says so where one would send', async () => {
  await go('Settings')
  await page.getByRole('tab', { name: 'Privacy' }).click()
  await page.getByRole('switch', { name: MATTER }).press('Space')
  await expect(page.getByRole('switch', { name: MATTER })).not.toBeChecked()
  await expectNoViolationsAnywhere('privacy')
  await go('Second opinion')
  await expect(page.getByText('Sending is forbidden for this matter.')).toBeVisible()
  await page.getByLabel('Question', { exact: true }).fill('Was the notice in time?')
  await page.getByRole('button', { name: 'Prepare the outgoing text…' }).press('Enter')
  await decideByKeys()
  await expect(page.getByTestId('why-not-send')).toContainText('Sending is forbidden for this matter')
  await agree().click({ force: true })
  expect(cloud.bodies).toHaveLength(3)
  await page.getByRole('button', { name: 'Abandon' }).press('Enter')
  await expect.poll(async () => (await packets())[0]?.state).toBe('abandoned')
})

test('the model of this computer looks again, can be stopped, and only adds to what is replaced', async () => {
  await go('Second opinion')
  await page.getByLabel('Question', { exact: true }).fill('Who received the notice?')
  await page.getByRole('button', { name: 'Prepare the outgoing text…' }).press('Enter')
  await page.getByTestId('panes').waitFor()
  const before = await shownPacket()
  const panel = page.getByTestId('look-again')
  const look = panel.getByRole('button', { name: 'Look again with the local model' })
  await look.press('Enter')
  await panel.getByRole('button', { name: 'Stop' }).press('Enter')
  await look.waitFor()
  expect((await shownPacket()).hash).toBe(before.hash)
  await look.press('Enter')
  await expect(panel.getByRole('status')).toContainText('read.')
  await look.waitFor()
  const { terms, state } = await shownPacket()
  expect(state).toBe('draft')
  expect(terms).toEqual(expect.arrayContaining([...before.terms]))
  await expectNoViolationsAnywhere('looked again')
  expect(cloud.bodies).toHaveLength(3)
})

test('a question for arguments gets them in one list, with what to check next, and no verdict', async () => {
  await served.asking((assistant) => assistant.packet.allowSending({ matter: MATTER, allowed: true }))
  const reason = { text: 'The lease may be ended on 31 March 2025.', sources: ['S1', 'S2'] }
  const ranked = [
    {
      name: 'notice in time',
      for: [reason],
      missing: ['the day of receipt'],
      decides: ['the lease'],
      cannotMiss: true,
    },
    { name: 'notice too late', against: [{ text: 'The notice came on 7 July 1999.', sources: ['S1'] }] },
  ]
  cloud.say = () => [JSON.stringify({ claims: [], missing: [], ranked })]
  await go('Second opinion')
  await page.getByLabel('Question', { exact: true }).fill('What are the arguments for and against ending the lease?')
  await page.getByRole('button', { name: 'Prepare the outgoing text…' }).press('Enter')
  await expect(page.getByTestId('panes')).toContainText('Candidates to consider')
  await decideByKeys()
  const { body, text } = await shownPacket()
  expect((await page.getByTestId('outgoing').allTextContents()).join(' ')).toContain('Name the candidates')
  expect(text).toContain('"cannotMiss"')
  await agree().press('Enter')
  const list = page.getByTestId('differential')
  await expect(list.getByTestId('candidate')).toHaveCount(2)
  expect(cloud.bodies.at(-1)).toBe(body)
  await expect(list.getByTestId('candidate').first()).toContainText('can’t miss')
  await expect(list.getByTestId('candidate').first()).toContainText('blind 1')
  await expect(list.getByTestId('candidate').nth(1)).toContainText('7 July 1999')
  await list.getByRole('button', { name: 'Search the documents: the lease' }).press('Enter')
  await expect(page.getByTestId('check-found')).toContainText('Lease between')
  await list.getByTestId('candidate').first().locator('.cite').first().press('Enter')
  await expect(page.getByRole('complementary', { name: 'Source' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expectNoViolationsAnywhere('a differential')
})

test('asked again with sex swapped, an answer that goes by sex is flagged, and the consultation comes out as a file', async () => {
  cloud.say = answerBySex
  await go('Second opinion')
  const question = 'Is Ms Adaeze Adeyemi credible, and does her letter bear it out?'
  await page.getByLabel('Question', { exact: true }).fill(question)
  await page.getByRole('button', { name: 'Prepare the outgoing text…' }).press('Enter')
  await page.getByTestId('panes').waitFor()
  await decideByKeys()
  await agree().press('Enter')
  const check = page.getByTestId('bias-check')
  await check.getByRole('button', { name: 'Ask again with sex and origin swapped…' }).press('Enter')
  await expect(page.getByTestId('swapped')).toContainText('for her')
  await expect(openFlags()).toHaveCount(0)
  await expectNoViolationsAnywhere('a test packet')
  const { body } = await shownPacket()
  expect((await page.getByTestId('outgoing').locator('p').allTextContents()).join(' ')).toContain('does his letter')
  await agree().press('Enter')
  await expect(check).toContainText('swapped in a test: 1 thing changed.')
  expect(cloud.bodies.at(-1)).toBe(body)
  await expect(check.getByTestId('bias-changes').getByRole('row')).toHaveCount(2)
  await expectNoViolationsAnywhere('a bias check')
  // Stopped, the model of this computer leaves nothing; whole, it stands beside the other one.
  const here = check.getByRole('button', { name: 'Check on this computer' })
  await here.press('Enter')
  await check.getByRole('button', { name: 'Stop' }).press('Enter')
  await here.waitFor()
  await here.press('Enter')
  await expect(check).toContainText('swapped for smollm2-135m-instruct-q4_1 on this computer:')
  await expectNoViolations(page, 'a bias check on this computer')
  expect(cloud.bodies.at(-1)).toBe(body)
  await page.getByRole('button', { name: 'Export…' }).press('Enter')
  await expectNoViolations(page, 'exporting')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'PDF', exact: true }).press('Enter'),
  ])
  expect(download.suggestedFilename()).toBe('Is Ms Adaeze Adeyemi credible and does her letter bear it.pdf')
  expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-')
})

test('nothing in the window went wrong', async () => {
  expect(troubles).toEqual([])
})
