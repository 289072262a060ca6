import type { Answer, AskInput, Claim, PassageSource, Verdict } from '../../../contract/answers/answer.ts'
import type { Offer } from '../../../contract/answers/offer.ts'
import type { StandInDocument } from './invented-documents.ts'

/** What the stand-in answers to a question of its own: an answer in part, one that was not written, a list, a comparison. */
export type InventedScene = Pick<Answer, 'state' | 'claims' | 'notAnswered'> & {
  readonly sources: readonly PassageSource[]
  readonly offered: Offer | null
}

export const IN_PART = 'When may the tenant break, what was charged for the roof in 2023, and how is notice given?'
export const NOT_WRITTEN = 'Who insures the premises?'
export const LIST = 'List the parties and the date of every letter.'
export const COMPARISON = 'Compare the break date in the lease with the break date in the notice.'

const LEASE = 'Lease, signed copy.pdf'
const NOTICE = 'Break notice.pdf'
const CHARGES = 'Service charge 2019–24.xlsx'
const BREAK = 'The Tenant may end this Lease on 31 March 2025 (the break date)'
const END = 'We end the lease of 7 Kestrel Row on 31 March 2025.'
const ROW = 'Roof repairs\tyear\t1,250.00\t2,500.00\tdisputed by the tenant: see the letter of 2 October 2024'
const INSURANCE = 'Insurance\tyear\t940.50\t940.50\tcertificate of 28 March 2023'

/** Null for any other question. */
export function sceneFor({ question, documents = [], partOf }: AskInput, all: readonly StandInDocument[]) {
  const source = (mark: string, document: string, text: string) => sourceOf(all, mark, document, text)
  if (partOf) {
    const isLease = documents.some((one) => one.includes('Lease'))
    const own = isLease ? source('S1', LEASE, BREAK) : source('S1', NOTICE, END)
    return scene('answered', [own], [claim(0, own.text, 'verbatim', own)])
  }
  if (question === IN_PART) return inPart(source('S1', LEASE, BREAK), source('S2', CHARGES, ROW))
  if (question === NOT_WRITTEN) {
    const row = source('S1', CHARGES, INSURANCE)
    return scene('not-written', [row], [claim(0, INSURANCE, 'verbatim', row)])
  }
  if (question === LIST) return { ...inPart(source('S1', LEASE, BREAK), source('S2', CHARGES, ROW)), offered: TABLE }
  if (question !== COMPARISON) return null
  const [one, other] = [source('S1', LEASE, BREAK), source('S2', NOTICE, END)]
  return { ...scene('answered', [one, other], [claim(0, BREAK, 'verbatim', one)]), offered: eachOf([one, other]) }
}

const TABLE: Offer = {
  kind: 'table',
  questions: ['Who are the parties?', 'What is the date of the letter?'],
  documents: [],
  count: 9,
  seconds: 62,
}

function eachOf(sources: readonly PassageSource[]): Offer {
  const parties = sources.map(({ documentId, document }) => {
    return { documentId, document, question: `What is said about the break date in ${document}?` }
  })
  return { kind: 'each', parties }
}

function inPart(lease: PassageSource, row: PassageSource): InventedScene {
  const stopped = claim(1, 'The roof cost £1,250 in 2023.', 'contradicted', row)
  const claims = [
    claim(0, BREAK, 'verbatim', lease),
    { ...stopped, instead: ROW },
    claim(2, 'The lease can be ended at the end of March 2025.', 'supported', lease),
    claim(3, 'The tenant has disputed it.', 'unchecked', row),
  ]
  return scene('answered-in-part', [lease, row], claims, ['how is notice given'])
}

function scene(
  state: Answer['state'],
  sources: readonly PassageSource[],
  claims: Claim[],
  notAnswered: string[] = [],
): InventedScene {
  return { state, sources, claims, notAnswered, offered: null }
}

function sourceOf(all: readonly StandInDocument[], mark: string, name: string, text: string): PassageSource {
  const document = all.find(({ detail }) => detail.document === name)
  const page = document?.text.find((one) => one.text.includes(text))
  if (!document || !page) throw new Error(`Expected in ${name}: ${text}`)
  const start = page.start + page.text.indexOf(text)
  return {
    kind: 'passage',
    textVersion: 1,
    source: mark,
    documentId: document.detail.documentId,
    document: name,
    reference: null,
    read: null,
    section: '',
    text,
    score: 0.9,
    byOcr: document.detail.pagesByOcr > 0,
    page: page.page,
    start,
    end: start + text.length,
  }
}

function claim(index: number, text: string, verdict: Verdict, from: PassageSource): Claim {
  const { source, documentId, document, reference, page, start, end, text: quote } = from
  return {
    index,
    text,
    verdict,
    citations: [{ source, documentId, document, reference, page, start, end, quote }],
    absent: [],
    differences: [],
    differsFrom: [],
    disagreesWith: [],
    instead: null,
    judged: null,
    authorities: [],
  }
}
