import { setTimeout } from 'node:timers/promises'
import { verbatim } from '../../../wording/message.ts'
import type {
  Answer,
  AnswerEvent,
  AskInput,
  Citation,
  Claim,
  PassageSource,
  Verdict,
} from '../../../contract/answers/answer.ts'
import { scopeOf } from '../../../contract/answers/answer-words.ts'
import { isWritten } from '../../../contract/answers/confirmed.ts'
import type { Offer } from '../../../contract/answers/offer.ts'
import type { StandInDocument } from './invented-documents.ts'
import { inventConclusionSource } from './invented-conclusions.ts'
import { sceneFor } from './invented-scenes.ts'
import { REFERENCE_SOURCE } from './invented-references.ts'

const SHA256 = '3f9a77c0'.repeat(7) + '00000c21'

type Sentence = {
  readonly text: string
  readonly verdict: Verdict
  readonly quotes: readonly (readonly [source: string, quote: string])[]
  readonly absent?: readonly string[]
}

/** An answer with every kind of sentence that this issue knows. */
const SENTENCES: readonly Sentence[] = [
  {
    text: 'The lease could be ended on 31 March 2025 on “not less than six months’ prior written notice”.',
    verdict: 'verbatim',
    quotes: [['S1', 'not less than six months’ prior written notice']],
  },
  {
    text: 'A notice sent by recorded delivery “is deemed served on the second working day after posting”, here 1 October 2024.',
    verdict: 'unchecked',
    quotes: [['S2', 'is deemed served on the second\n     working day after posting']],
    absent: ['1 October 2024'],
  },
  {
    text: 'It was posted on Friday 27 September 2024 and reached the agents on Monday 30 September.',
    verdict: 'unchecked',
    quotes: [
      ['S3', 'posted Friday 27 September 2024'],
      ['S4', 'reached us Monday 30 September'],
    ],
  },
  { text: 'Brightwater was authorised to receive notices for the landlord.', verdict: 'unsupported', quotes: [] },
]

const PASSAGES: readonly (readonly [document: string, text: string, section: string])[] = [
  [
    'Lease, signed copy.pdf',
    '7.1  The Tenant may end this Lease on 31 March 2025 (the break date)\n     by giving not less than six months’ prior written notice.',
    '7. Ending the term early',
  ],
  [
    'Lease, signed copy.pdf',
    '12.4 A notice sent by recorded delivery is deemed served on the second\n     working day after posting, whether or not it is received.',
    '12. Notices',
  ],
  [
    'Break notice.pdf',
    'Recorded delivery, posted Friday 27 September 2024, 16:48, item ref. RK 4471',
    'Certificate of posting',
  ],
  [
    'Letters/Letter, Brightwater, 2 Oct 2024.pdf',
    'Your notice reached us Monday 30 September and has been\npassed to our client.',
    '',
  ],
  ['Emails Sept–Oct 2024.txt', 'Was Brightwater authorised to receive notices?', ''],
]

/** The passages of the matter, and one of a reference library. */
export function inventSources(documents: readonly StandInDocument[]): readonly PassageSource[] {
  const own = PASSAGES.map(([document, text, section], index): PassageSource => {
    const found = documents.find(({ detail }) => detail.document === document)
    if (!found) throw new Error(`Expected the invented document ${document}.`)
    const place = placeOf(found, text)
    const byOcr = found.detail.pagesByOcr > 0
    const documentId = found.detail.documentId
    return {
      kind: 'passage',
      textVersion: 1,
      source: `S${index + 1}`,
      documentId,
      document,
      reference: null,
      read: null,
      section,
      text,
      score: 0.9,
      byOcr,
      ...place,
    }
  })
  return [...own, { ...REFERENCE_SOURCE, source: `S${own.length + 1}` }]
}

function placeOf(document: StandInDocument, text: string): Pick<PassageSource, 'page' | 'start' | 'end'> {
  const page = document.text.find((one) => one.text.includes(text))
  if (!page) throw new Error(`Expected in ${document.detail.document}: ${text}`)
  const start = page.start + page.text.indexOf(text)
  return { page: page.page, start, end: start + text.length }
}

function claimsOf(sources: readonly PassageSource[], documents: readonly StandInDocument[]): readonly Claim[] {
  return SENTENCES.map(({ text, verdict, quotes, absent = [] }, index): Claim => {
    const citations = quotes.map(([mark, quote]): Citation => {
      const source = sources.find((one) => one.source === mark)
      const document = documents.find(({ detail }) => detail.documentId === source?.documentId)
      if (!source || !document) throw new Error(`Expected the source ${mark}.`)
      return {
        source: mark,
        documentId: source.documentId,
        document: source.document,
        reference: source.reference,
        quote,
        ...placeOf(document, quote),
      }
    })
    return {
      index,
      text,
      verdict,
      citations,
      absent: [...absent],
      differences: [],
      differsFrom: [],
      disagreesWith: [],
      instead: null,
      judged: null,
      authorities: [],
    }
  })
}

const SEARCHED: Answer['searched'] = {
  documents: 9,
  pages: 182,
  words: ['arrhythmia clinic', 'seen', 'attended'],
  unknownWords: ['attended'],
  vectors: true,
  notYetRead: [],
  references: ['Property statutes'],
  notReadable: [{ document: verbatim('Bank statements Q3.pdf'), reason: verbatim('needs a password') }],
  conclusionsLeftOut: 0,
  rulesNotUsed: [],
  otherLanguages: [],
}

/** The last sentence, from a rule and not from a passage. */
const COMPUTED: Claim = {
  index: SENTENCES.length,
  text: 'By the rules of the pack oral anticoagulation should be offered, score 4 to 6.',
  verdict: 'computed',
  citations: [{ source: 'R1', rule: 'af-oac' }],
  absent: [],
  differences: [],
  differsFrom: [],
  disagreesWith: [],
  instead: null,
  judged: null,
  authorities: [],
}

type Ending = {
  readonly state: Answer['state']
  readonly claims: readonly Claim[]
  readonly model: boolean
  readonly notAnswered: readonly string[]
  readonly offered: Offer | null
}

function answerOf(input: AskInput, answerId: string, sources: readonly PassageSource[], ending: Ending): Answer {
  const marked = ending.claims.map(
    ({ text, citations }) => `${text} ${citations.map(({ source }) => `[${source}]`).join('')}`,
  )
  const { notAnswered, offered } = ending
  return {
    answerId,
    question: input.question,
    askedAt: new Date().toISOString(),
    follows: input.follows ?? null,
    asOf: input.asOf ?? null,
    state: ending.state,
    answer: marked.join(' '),
    claims: [...ending.claims],
    notAnswered: [...notAnswered],
    scope: scopeOf(sources, SEARCHED),
    offer: offered?.kind ?? null,
    offered,
    partOf: input.partOf ?? null,
    confidence: isWritten(ending.state) ? SURE : null,
    signals: null,
    knowledge: { gate: 'off', margin: null, cards: [], rules: [], judged: {} },
    sources: [...sources],
    passages: sources.map(({ source, document, page, start, end }) => ({ source, document, page, start, end })),
    searched: SEARCHED,
    timing: { evidenceMs: 310, firstTokenMs: ending.model ? 1400 : null, totalMs: 23_000 },
    tokens: { prompt: 900, firstPrompt: 900, generated: 120, calls: 1, reused: 0 },
    model: ending.model ? { id: 'qwen3-4b', sha256: SHA256 } : null,
    strategy: 'direct',
    approach: { wanted: 'direct', by: 'usual', quotes: [], recalled: '', examples: [] },
    choice: null,
    seed: 0,
    ledgerEntry: 1207,
  }
}

/** As a calibrated model would be of such an answer. */
const SURE: Answer['confidence'] = {
  score: 0.55,
  band: 'medium',
  calibrated: true,
  like: { count: 24, of: 41, interval: [0.434, 0.722] },
  limits: { medium: 0.5, high: 0.85 },
  answers: 212,
}

export type AnswerRun = {
  readonly input: AskInput
  readonly answerId: string
  readonly documents: readonly StandInDocument[]
  readonly hasModel: boolean
  /** Between two steps; a test may change it while an answer is written. */
  waitMs(): number
  /** Whether it is written no further than so many sentences, until it is stopped. */
  isHeldAfter(claims: number): boolean
  isStopped(): boolean
}

/** The events of one invented answer: not found where the question speaks of a clinic, passages only without a model. */
export async function* inventAnswer(run: AnswerRun): AsyncGenerator<AnswerEvent> {
  const { input, answerId, documents, hasModel, waitMs, isHeldAfter, isStopped } = run
  const wait = async (written: number) => {
    await setTimeout(waitMs())
    while (isHeldAfter(written) && !isStopped()) await setTimeout(5)
  }
  const { sources, concluded, claims, state, notAnswered, offered } = toldOf(input, documents)
  yield { type: 'answer-start', answerId }
  yield { type: 'evidence', sources: [...sources, ...concluded], searched: SEARCHED, evidenceMs: 310 }
  if (offered) yield { type: 'offer', offer: offered }
  const end = (ended: Answer['state'], written: readonly Claim[]): AnswerEvent => ({
    type: 'answer-end',
    ...answerOf(input, answerId, sources, { state: ended, claims: written, model: hasModel, notAnswered, offered }),
    sources: [...sources, ...concluded],
    routing: null,
  })
  if (!hasModel) return yield end('extractive', [])
  if (waitMs() > 0) {
    yield { type: 'model-loading', model: 'qwen3-4b' }
    yield { type: 'reading', done: 610, total: 1000, secondsLeft: 8 }
  }
  await wait(0)
  for (const [index, claim] of claims.entries()) {
    const marks = claim.citations.map(({ source }) => `[${source}]`).join('')
    for (const word of `${claim.text} ${marks}${index < claims.length - 1 ? ' ' : ''}`.split(/(?<= )/)) {
      if (isStopped()) return yield end('stopped', claims.slice(0, index))
      yield { type: 'answer-delta', text: word }
      await wait(index)
    }
    yield { type: 'claim', ...claim }
  }
  yield end(state, claims)
}

/** What is answered: a scene of its own, nothing where the question speaks of a clinic, else every kind of sentence. */
function toldOf(input: AskInput, documents: readonly StandInDocument[]) {
  const scene = sceneFor(input, documents)
  if (scene) return { ...scene, concluded: [] }
  const sources = inventSources(documents)
  const nothing = { notAnswered: [], offered: null }
  if (/clinic/i.test(input.question))
    return { ...nothing, state: 'not-found' as const, sources: sources.slice(0, 3), concluded: [], claims: [] }
  const claims = [...claimsOf(sources, documents), COMPUTED]
  return { ...nothing, state: 'uncertain' as const, sources, concluded: [inventConclusionSource()], claims }
}
