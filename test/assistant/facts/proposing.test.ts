import { expect, test } from 'vitest'
import { createEvents } from '../../../assistant/home/events.ts'
import { createProposing } from '../../../assistant/facts/proposing.ts'
import type { OpenMatter } from '../../../assistant/home/open-matters.ts'
import type { ProposalEvent } from '../../../contract/knowledge/fact.ts'
import { ProcessLostError } from '../../../processes/supervise.ts'
import { verbatim } from '../../../wording/message.ts'
import { codeOf, wholeAssistant } from '../whole-assistant.ts'
import { Failure } from '../../../wording/failure.ts'
import { until } from '../../patience.ts'

const MATTER = 'Letters'

test('reading facts goes on by itself, can be stopped, and goes on after a restart', async () => {
  await using use = await wholeAssistant()
  await use.client.home.create({ passphrase: null })
  await use.client.matter.create({ name: MATTER })
  expect(await codeOf(() => use.client.fact.startProposing({ matter: MATTER }))).toBe('WRONG_USE')
  await use.client.pack.use({ matter: MATTER, pack: 'af-demo', on: true })
  const paths = [await use.write('one.txt', 'Weight: 58 kg\n'), await use.write('two.txt', 'Weight: 61 kg\n')]
  for await (const _ of await use.client.library.addPaths({ matter: MATTER, paths }));
  const state = () => use.client.fact.proposing({ matter: MATTER })
  expect(await state()).toEqual({ isRunning: false, progress: null, end: null, failure: null })

  // An answer that is being written holds it up.
  let answering = use.assistant.foreground.enter()
  await use.client.fact.startProposing({ matter: MATTER })
  await use.client.fact.startProposing({ matter: MATTER })
  await until(async () => (await state()).progress !== null)
  expect(await state()).toMatchObject({ isRunning: true, progress: { document: 'one.txt', passages: 2 } })
  expect(use.assistant.proposing.isBusy).toBe(true)
  await use.client.fact.stopProposing({ matter: MATTER })
  await until(async () => !(await state()).isRunning)
  expect((await state()).end).toMatchObject({ stopped: true, proposed: 0 })
  answering[Symbol.dispose]()

  answering = use.assistant.foreground.enter()
  await use.client.fact.startProposing({ matter: MATTER })
  await until(async () => (await state()).isRunning)
  await use.restart()
  await use.client.fact.list({ matter: MATTER })
  await until(async () => (await state()).end !== null)
  expect((await state()).end).toMatchObject({ stopped: false, proposed: 2, documents: 2 })
  expect((await use.client.fact.list({ matter: MATTER })).map(({ state: of }) => of)).toEqual(['proposed', 'proposed'])

  // What has ended is not begun again.
  await use.restart()
  await use.client.fact.list({ matter: MATTER })
  expect(await state()).toMatchObject({ isRunning: false, end: null })
})

const END: ProposalEvent = { type: 'proposal-end', documents: 1, proposed: 0, seconds: 1, model: null, stopped: false }

/** Runs in a matter whose settings cannot be written as a healthy disk would. */
function runIn(settings: { readonly set?: () => void; readonly remove?: () => void }) {
  const proposing = createProposing({
    events: createEvents(),
    async *propose() {
      yield END
    },
  })
  const none = () => {}
  const store = { settings: { get: () => undefined, set: none, remove: none, ...settings } }
  const matter = { id: 'm', closing: new AbortController().signal, store } as unknown as OpenMatter
  return { proposing, matter }
}
const full = () => {
  throw new Failure('NO_SPACE', verbatim('The disk is full.'))
}
const lost = () => {
  throw new ProcessLostError('language', 'killed')
}
const broken = () => {
  throw new Error('The file is gone.')
}

test.each([
  ['cannot be noted as begun', { set: broken }],
  ['cannot be noted as ended', { remove: broken }],
])('a run that %s ends with that failure, and its matter can be closed', async (_, settings) => {
  const { proposing, matter } = runIn(settings)
  proposing.start(matter)
  await until(async () => !proposing.isBusy)
  expect(proposing.state('m')).toMatchObject({
    isRunning: false,
    failure: { code: null, said: verbatim('The file is gone.') },
  })
  await proposing.close('m')
})

test('a full disk that keeps the end of a run from being noted takes nothing from what was found', async () => {
  const { proposing, matter } = runIn({ remove: full })
  proposing.start(matter)
  await until(async () => !proposing.isBusy)
  expect(proposing.state('m')).toMatchObject({ isRunning: false, end: END, failure: null })
  await proposing.close('m')
})

test.each([
  [full, { code: 'NO_SPACE', said: verbatim('The disk is full.') }],
  [lost, { code: 'PROCESS_LOST', said: new ProcessLostError('language', 'killed').said }],
])('a run that fails says with a code of the contract what failed', async (set, failure) => {
  const { proposing, matter } = runIn({ set })
  proposing.start(matter)
  await until(async () => !proposing.isBusy)
  expect(proposing.state('m').failure).toEqual(failure)
})
