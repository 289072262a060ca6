import { randomUUID } from 'node:crypto'
import type { Packet, PacketChange, PrepareInput, Unmasking } from '../../../contract/opinions/packet.ts'
import type { Provider } from '../../../contract/opinions/provider.ts'
import { buildPacket } from '../../../disclosure/packet/build-packet.ts'
import { type Decisions, NO_DECISIONS } from '../../../disclosure/packet/decisions.ts'
import { INSTRUCTIONS } from '../../../disclosure/packet/cloud-prompt.ts'
import type { LocalSegment } from '../../../disclosure/packet/mask-segments.ts'
import { packetHash } from '../../../disclosure/packet/consented-packet.ts'
import { madeUpDetection } from '../../disclosure/packet/made-up-detector.ts'
import { bodyOf, sha256 } from '../../disclosure/packet/made-up-packet.ts'

/** What a packet is made from; the packet is made anew after every change, as the engine does. */
export type PacketDraft = {
  readonly packetId: string
  readonly consultation: string
  readonly kind: Packet['kind']
  readonly answerId: string | null
  readonly question: string
  readonly provider: string
  readonly sources: readonly string[]
  readonly dates: Packet['dates']
  readonly decisions: Decisions
  readonly unmaskings: readonly Unmasking[]
  readonly state: Packet['state']
  readonly createdAt: string
}

const DETECTION = madeUpDetection({
  names: {
    'Hollis Bakery Ltd': 'organisation',
    'Marlowe Estates Ltd': 'organisation',
    '7 Kestrel Row': 'address',
    'RK 4471 9902': 'id',
    'Ms Adeyemi': 'person',
    'D. Pryce': 'person',
    '27 September 2024': 'date',
    '31 March 2025': 'date',
  },
  flagged: ['Quayside', 'Temple', 'Brightwater', '£48,500', 'Tenant', 'Landlord', 'Lease'],
  kinds: { '£48,500': 'number', Tenant: 'capital', Landlord: 'capital', Lease: 'capital' },
  kept: ['Law of Property Act 1925, s. 196'],
})

export const PACKET_QUESTION =
  'Was the break notice of Hollis Bakery Ltd served in time, and can Marlowe Estates Ltd still treat the lease of 7 Kestrel Row as running on?'

const SOURCES: readonly LocalSegment[] = [
  passage(
    'S1',
    'Lease, page 9',
    '7.2 The Tenant may end this Lease on 31 March 2025 by giving the Landlord not less than six months’ prior written notice.',
  ),
  passage(
    'S2',
    'Lease, page 14',
    '12.4 A notice sent by recorded delivery is deemed served on the second working day after posting, whether or not it is received. 12.5 Clause 12.4 does not prevent a party from proving that a notice was in fact received on an earlier day by the party to whom it was addressed. See also Law of Property Act 1925, s. 196.',
  ),
  {
    ...passage(
      'S3',
      'Break notice, page 3',
      'Posted 27 September 2024, item RK 4471 9902, at Quayside, counter of Temple Meads.',
    ),
    byOcr: true,
  },
  {
    ...passage(
      'S4',
      'Letter, page 1',
      'Your client’s notice has been passed to Ms Adeyemi. Yours, D. Pryce, Brightwater, managing agents. The premium of £48,500 remains payable.',
    ),
    byOcr: true,
  },
]

export const ANALYSIS: readonly string[] = [
  '[S1] The notice has to be given six months before 31 March 2025.',
  '[S2] Deemed service is on the second working day after posting; earlier receipt can be proved.',
  '[S3] Posted on 27 September 2024 by recorded delivery.',
]

function passage(source: string, where: string, local: string): LocalSegment {
  return { source, where, byOcr: false, documentId: `d-${source}`, local }
}

export function draftPacket(input: PrepareInput, createdAt: string): PacketDraft {
  return {
    packetId: randomUUID(),
    consultation: input.consultation ?? randomUUID(),
    kind: input.kind ?? 'blind',
    answerId: input.answerId ?? null,
    question: input.answerId ? PACKET_QUESTION : input.question,
    provider: input.provider,
    sources: SOURCES.map(({ source }) => source),
    dates: input.dates ?? 'day',
    decisions: NO_DECISIONS,
    unmaskings: [],
    state: 'draft',
    createdAt,
  }
}

export function packetOfDraft(draft: PacketDraft, providers: readonly Provider[]): Packet {
  const { sources, kind, decisions, dates, question, unmaskings, ...rest } = draft
  const provider = providers.find((one) => one.provider === draft.provider)
  const [address, model] = [provider?.address ?? 'https://models.example.org/v1', provider?.model ?? 'large']
  const segments: LocalSegment[] = [
    { ...passage('question', '', question), documentId: null },
    ...SOURCES.filter(({ source }) => sources.includes(source)),
    ...(kind === 'informed' ? [{ ...passage('analysis', '', ANALYSIS.join('\n')), documentId: null }] : []),
  ]
  const map = { entities: [], shiftWeeks: -104 }
  const built = buildPacket({ segments, known: [], map, decisions, dates }, DETECTION)
  const body = bodyOf(built.text)
  return {
    ...rest,
    kind,
    mayHaveArrived: false,
    question,
    dates,
    address,
    model,
    body,
    instructions: INSTRUCTIONS,
    segments: built.segments.map((segment) => structuredClone(segment)) as unknown as Packet['segments'],
    flags: [...built.flags],
    openFlags: built.openFlags,
    text: built.text,
    characters: built.text.length,
    masked: built.masked,
    terms: [...built.terms],
    cautions: [...built.cautions],
    unmaskings: [...unmaskings],
    candidates: SOURCES.map(({ source, where, documentId }) => {
      return { source, where, documentId, chosen: sources.includes(source) }
    }),
    hash: packetHash({ provider: draft.provider, address, model, body }, sha256),
    consent: null,
    why: null,
    ledgerEntries: [],
  }
}

function decide(decisions: Decisions, flags: Packet['flags'], decision: 'mask' | 'keep', type?: string): Decisions {
  const terms = flags.map(({ term }) => term)
  const masked = decisions.masked.filter(({ text }) => !terms.includes(text))
  const kept = decisions.kept.filter((text) => !terms.includes(text))
  if (decision === 'keep') return { ...decisions, masked, kept: [...kept, ...terms] }
  const added = flags.map(({ term, suggestedType }) => ({ text: term, type: (type ?? suggestedType) as 'person' }))
  return { ...decisions, masked: [...masked, ...added], kept }
}

export function changeDraft(draft: PacketDraft, change: PacketChange, packet: Packet): PacketDraft {
  const { decisions } = draft
  if ('decide' in change) {
    const { flag: wanted, decision, type } = change.decide
    const flags = packet.flags.filter(({ flag }) => flag === wanted)
    return { ...draft, decisions: decide(decisions, flags, decision, type) }
  }
  if ('decideGroup' in change) {
    const { kind, decision } = change.decideGroup
    const flags = packet.flags.filter((flag) => flag.kind === kind && flag.decision === 'open')
    return { ...draft, decisions: decide(decisions, flags, decision) }
  }
  if ('askAgain' in change) {
    const terms = packet.flags.filter(({ flag }) => flag === change.askAgain.flag).map(({ term }) => term)
    return { ...draft, decisions: { ...decisions, kept: decisions.kept.filter((text) => !terms.includes(text)) } }
  }
  if ('mask' in change) {
    const term = { text: change.mask.term, type: change.mask.type as 'person' }
    return { ...draft, decisions: { ...decisions, masked: [...decisions.masked, term] } }
  }
  if ('unmask' in change) {
    const unmasking = { ...change.unmask, by: 'J. Marsh', at: new Date().toISOString() }
    const unmasked = [...decisions.unmasked, change.unmask.term]
    return { ...draft, unmaskings: [...draft.unmaskings, unmasking], decisions: { ...decisions, unmasked } }
  }
  return { ...draft, ...change }
}
