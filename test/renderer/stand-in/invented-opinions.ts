import type { Answer, Claim } from '../../../contract/answers/answer.ts'
import type { Consultation, Opinion } from '../../../contract/opinions/opinion.ts'
import type { Packet } from '../../../contract/opinions/packet.ts'

type Said = readonly [text: string, verdict: Claim['verdict'], source: string | null]

const BLIND: readonly Said[] = [
  ['The lease could be ended on 31 March 2025 on “not less than six months’ prior written notice”.', 'verbatim', 'S1'],
  ['The notice counts from its receipt, which may be earlier than deemed service.', 'supported', 'S2'],
  ['The premium of £48,500 remains payable.', 'verbatim', 'S4'],
]

const INFORMED: readonly Said[] = [
  ['The break date is 31 March 2025, with six months’ written notice.', 'close', 'S1'],
  ['Posting on 27 September 2024 leaves one day more than is needed.', 'unsupported', null],
]

export function inventOpinion(packet: Packet, sources: Answer['sources'], now: string): Opinion {
  const claims = (packet.kind === 'blind' ? BLIND : INFORMED).map(([text, verdict, mark], index): Claim => {
    const source = sources.find((one) => one.source === mark)
    const citations =
      source?.kind === 'passage'
        ? [{ ...source, quote: source.text.slice(0, 30), start: source.start, end: source.start + 30 }]
        : []
    return {
      index,
      text,
      verdict,
      citations,
      absent: [],
      differences: [],
      differsFrom: [],
      disagreesWith: [],
      instead: null,
      judged: null,
      authorities: [],
    }
  })
  return {
    opinionId: `o-${packet.packetId}`,
    consultation: packet.consultation,
    packetId: packet.packetId,
    kind: packet.kind,
    question: packet.question,
    provider: packet.provider,
    model: packet.model,
    sentAt: now,
    finishedAt: now,
    state: 'answered',
    isCut: false,
    claims,
    text: claims.map(({ text }) => text).join(' '),
    storedText: '{}',
    restored: 4,
    unknownTokens: packet.kind === 'blind' ? ['[PERSON-9]'] : [],
    struck: packet.kind === 'blind' ? ['S9'] : [],
    ranked: [],
    choice: null,
    missing: ['the day on which the notice was received', 'whether the agents could accept service'],
    why: null,
    packetHash: packet.hash,
    replyHash: 'ab'.repeat(32),
    tokens: { prompt: 700, generated: 120 },
    attempts: 1,
    sources: [...sources],
    ledgerEntries: [46],
  }
}

const JUDGED = { open: 0, judged: 1, model: 'invented', measured: { right: 14, of: 17 } }

/** Rows as the engine would give them for these sentences. */
export function inventAgreement(
  { blind, informed }: Pick<Consultation, 'blind' | 'informed'>,
  answer: Answer | null,
  isJudged: boolean,
): Consultation['agreement'] {
  if (!blind || !answer) return null
  const both = informed !== null
  const by = { by: 'rule', move: null } as const
  return {
    state: 'differ',
    claims: [
      {
        state: 'agree',
        by: 'rule',
        move: both ? 'toward' : null,
        against: null,
        local: 0,
        blind: 0,
        informed: both ? 0 : null,
      },
      {
        state: isJudged ? 'differ' : 'unclear',
        by: isJudged ? 'model' : 'rule',
        move: null,
        against: 'blind',
        local: 1,
        blind: 1,
        informed: null,
      },
      { state: 'only', ...by, against: null, local: 2, blind: null, informed: null },
      { state: 'only', ...by, against: 'blind', local: null, blind: 2, informed: null },
      ...(both
        ? [{ state: 'only' as const, ...by, against: 'informed' as const, local: null, blind: null, informed: 1 }]
        : []),
    ],
    judging: isJudged ? JUDGED : { open: 1, judged: 0, model: null, measured: null },
    anchoring: both ? { stayed: 0, toward: 1, away: 0, elsewhere: 0, unclear: 0, takenUp: 0 } : null,
  }
}
