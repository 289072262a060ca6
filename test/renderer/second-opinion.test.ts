import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AssistantClient } from '../../contract/index.ts'
import type { OpinionEvent } from '../../contract/opinions/opinion.ts'
import type { Packet, PreparingEvent } from '../../contract/opinions/packet.ts'
import { comparisonRows } from '../../renderer/second-opinion/compare/comparison-rows.ts'
import { createConsulting } from '../../renderer/second-opinion/create-consulting.ts'
import { flagContext, outgoingParts, segmentRuns } from '../../renderer/second-opinion/review/packet-text.ts'
import { entryToBe, isOpenPacket, layerWords } from '../../renderer/second-opinion/packet-words.ts'
import { whyNotSend } from '../../renderer/second-opinion/review/consent-panel.tsx'
import { someAnswer, someClaim } from './samples.ts'
import { inventOpinion } from './stand-in/invented-opinions.ts'
import { changeDraft, draftPacket, packetOfDraft } from './stand-in/invented-packets.ts'
import { refused } from './refused.ts'
import { verbatim } from '../../wording/message.ts'
import { waitFor } from '../patience.ts'
import { t } from '../../wording/translate.ts'

const NOW = '2026-06-03T10:00:00Z'
const draft = draftPacket({ matter: 'm', question: 'Was it posted by D. Pryce?', provider: 'House' }, NOW)
const blind = packetOfDraft(draft, [])
const informed = packetOfDraft({ ...draft, kind: 'informed' }, [])

test('what is shown on the right joins to the whole message, the analysis last as it leaves', () => {
  for (const packet of [blind, informed]) {
    const parts = outgoingParts(packet)
    expect(parts?.map(({ head, segment }) => head + segment.outgoing).join('')).toBe(packet.text)
  }
  expect(outgoingParts(informed)?.at(-1)?.segment.source).toBe('analysis')
})

test('options stand at their letters, though their words are said before', () => {
  const own = { where: '', byOcr: false, documentId: null, replacements: [], kept: [], flags: [] }
  const given = ['right', 'the', 'A'].map((local, index) => {
    return { ...own, source: `option ${'ABC'[index]}`, local, outgoing: local }
  })
  const text = `${blind.text}\n\nChoose the right one:\nA. right\nB. the\nC. A`
  const parts = outgoingParts({ text, segments: [...blind.segments, ...given] }) ?? []
  expect(parts.slice(-3).map(({ head }) => head.slice(-4))).toEqual(['\nA. ', '\nB. ', '\nC. '])
  expect(parts.map(({ head, segment }) => head + segment.outgoing).join('')).toBe(text)
})

test('a message that the segments do not make is not shown cut in pieces', () => {
  expect(outgoingParts({ ...blind, text: `${blind.text} And one word more.` })).toBeNull()
  expect(outgoingParts({ ...blind, text: blind.text.replace('[S2]', '') })).not.toBeNull()
  expect(outgoingParts({ ...blind, text: blind.text.replace('Posted', 'Sent') })).toBeNull()
})

test('marking text changes none of it, whatever is decided', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('mask', 'keep', null), { minLength: 3, maxLength: 3 }), (decisions) => {
      let now = draft
      for (const [index, decision] of decisions.entries())
        if (decision)
          now = changeDraft(now, { decide: { flag: index + 1, decision, remember: false } }, packetOfDraft(now, []))
      const packet = packetOfDraft(now, [])
      for (const segment of packet.segments)
        for (const side of ['local', 'outgoing'] as const)
          expect(
            segmentRuns(segment, side, packet.flags)
              .map(({ text }) => text)
              .join(''),
          ).toBe(segment[side])
    }),
  )
})

test('every replaced, flagged and kept stretch says what it is', () => {
  const runs = blind.segments.flatMap((segment) => segmentRuns(segment, 'local', blind.flags))
  const marked = runs
    .filter(({ kind }) => kind !== 'plain')
    .map(({ text, kind, words }) => `${text}: ${kind}, ${words}`)
  expect(marked).toContain('D. Pryce: replaced, sent as [PERSON-1]')
  expect(marked).toContain('Temple: open, to decide')
  expect(marked).toContain('Law of Property Act 1925, s. 196: authority, kept: public law')
  const { flag = 0 } = blind.flags.find(({ term }) => term === 'Temple') ?? {}
  expect(flagContext(blind.segments, flag)).toEqual(['at Quayside, counter of ', 'Temple', ' Meads.'])
})

test('the reason why nothing can be sent names everything that is to be done, and a ban before it all', () => {
  const all = { openFlags: 0, isNetworkOn: true, isAllowed: true, hasProvider: true }
  expect(whyNotSend(all)).toBeNull()
  expect(whyNotSend({ ...all, openFlags: 3, isNetworkOn: false })).toBe(
    'Decide 3 words first. Then switch the network on; it is off.',
  )
  expect(whyNotSend({ ...all, isNetworkOn: false })).toBe('Switch the network on; it is off.')
  expect(whyNotSend({ ...all, openFlags: 1, isAllowed: false })).toContain('forbidden for this matter')
  expect(whyNotSend({ ...all, isAllowed: null })).not.toBeNull()
  expect(whyNotSend({ ...all, hasProvider: false })).toContain('no longer set up')
})

test('the entry to be written says what would leave and what is still open', () => {
  const entry = entryToBe(blind)
  expect(entry.settled).toContain(`${blind.characters.toLocaleString('en-GB')} characters · S1 S2 S3 S4 · replaced`)
  expect(entry.flags).toEqual({ count: blind.flags.length, replaced: 0, kept: 0, open: blind.openFlags })
  expect(layerWords('of-a-later-version')).toBe('of-a-later-version')
  const states = ['draft', 'waiting', 'sending', 'sent', 'may-have-been-sent', 'abandoned'] as const
  expect(states.filter((state) => isOpenPacket({ state }))).toEqual(['draft', 'waiting'])
})

test('what differs stands first, and with one side alone nothing is called agreement', () => {
  const answer = someAnswer({ claims: [someClaim(), someClaim({ index: 1, text: 'Only here.' })] })
  const opinion = inventOpinion(blind, [], NOW)
  const byRule = { by: 'rule' as const, move: null }
  const agreement = {
    state: 'differ' as const,
    claims: [
      { state: 'only' as const, ...byRule, against: null, local: 1, blind: null, informed: null },
      { state: 'differ' as const, ...byRule, against: 'blind' as const, local: 0, blind: 0, informed: null },
    ],
    judging: { open: 0, judged: 0, model: null, measured: null },
    anchoring: null,
  }
  const rows = comparisonRows({ agreement, blind: opinion, informed: null }, answer)
  expect(rows.map(({ state, local, blind: other }) => [state, local?.index, other?.index])).toEqual([
    ['differ', 0, 0],
    ['only', 1, undefined],
  ])
  const alone = comparisonRows({ agreement: null, blind: opinion, informed: null }, null)
  expect(alone.map(({ state }) => state)).toEqual(['alone', 'alone', 'alone'])
})

type Calls = {
  readonly prepare?: () => AsyncGenerator<PreparingEvent>
  readonly send?: () => AsyncGenerator<OpinionEvent>
}

const clientOf = ({ prepare, send }: Calls) =>
  ({ packet: { prepare }, opinion: { send } }) as unknown as AssistantClient

test('the analysis comes in item by item, then the packet', async () => {
  const consulting = createConsulting(
    clientOf({
      async *prepare() {
        yield { type: 'analysis-begin', items: 2 }
        yield { type: 'analysis-item', index: 0, text: 'one' }
        yield { type: 'analysis-item', index: 1, text: 'two' }
        yield { type: 'packet', packet: { packetId: 'p1' } as Packet }
      },
    }),
  )
  consulting.prepare({ matter: 'm', question: 'q', provider: 'House' })
  await waitFor(() => expect(consulting.preparing[0]?.packetId).toBe('p1'))
  expect(consulting.preparing[0]).toMatchObject({ items: 2, texts: ['one', 'two'] })
  consulting.forgetPreparing('m')
  expect(consulting.preparing).toEqual([])
})

test('a wait before the same bytes go again is shown with its end, and is over when something comes', async () => {
  const seen: unknown[] = []
  const consulting = createConsulting(
    clientOf({
      async *send() {
        yield { type: 'opinion-start' }
        yield { type: 'waiting-to-retry', seconds: 12, why: verbatim('Busy.') }
        yield { type: 'opinion-delta', characters: 10 }
        yield { type: 'opinion-delta', characters: 25 }
        throw refused('FETCH_FAILED', 'The reply broke off.')
      },
    }),
    () => 1000,
  )
  consulting.onChange(() => seen.push(consulting.sending[0]?.retry))
  consulting.send('m', 'p1', 'hash')
  await waitFor(() => expect(consulting.sending[0]?.failure).not.toBeNull())
  expect(seen).toContainEqual({ untilMs: 13_000, why: verbatim('Busy.') })
  expect(consulting.sending[0]).toMatchObject({ retry: null, retries: 1, characters: 25, isStopped: false })
})

const whatTheEngineSays =
  'It was busy. The packet may have arrived. The packet is kept. Wait, then agree to the packet again.'
const failing = (failure: Error) => {
  const consulting = createConsulting(
    clientOf({
      async *send(): AsyncGenerator<OpinionEvent> {
        yield { type: 'opinion-start' }
        throw failure
      },
    }),
    () => 1000,
  )
  consulting.send('m', 'p1', 'hash')
  return consulting
}

test.for(['FETCH_FAILED', 'OFFLINE', 'NO_CONSENT'] as const)(
  'a failed sending (%s) says once what was kept and what comes next, and nothing of files',
  async (code) => {
    const consulting = failing(refused(code, whatTheEngineSays, { tellsAll: true }))
    await waitFor(() => expect(consulting.sending[0]?.failure).not.toBeNull())
    expect(consulting.sending[0]?.failure).toEqual({ code, happened: whatTheEngineSays, kept: '', todo: '' })
  },
)

test('what fails before the sending says what happened, and the window what was kept and what to do', async () => {
  const consulting = failing(refused('WRONG_KEY', 'The key does not open it.'))
  await waitFor(() => expect(consulting.sending[0]?.failure).not.toBeNull())
  expect(consulting.sending[0]?.failure).toEqual({
    code: 'WRONG_KEY',
    happened: 'The key does not open it.',
    kept: t('outgoing.keptWithSending'),
    todo: t('window.errors.WRONG_KEY.todo'),
  })
})
