import type { Answer, Claim, PassageSource } from '../../contract/answers/answer.ts'
import type { DocumentRow } from '../../contract/document.ts'

/** Values of the contract with something in every field, for tests that care about one or two of them. */
export function someSource(change: Partial<PassageSource> = {}): PassageSource {
  return {
    kind: 'passage',
    textVersion: 1,
    source: 'S1',
    documentId: 'd1',
    document: 'Lease.pdf',
    page: 9,
    start: 100,
    end: 200,
    section: '7. Notices',
    text: 'by giving not less than six months’ prior\nwritten notice',
    score: 1,
    byOcr: false,
    reference: null,
    read: null,
    ...change,
  }
}

export function someClaim(change: Partial<Claim> = {}): Claim {
  const quote = 'not less than six months’ prior\nwritten notice'
  return {
    index: 0,
    text: 'Notice takes six months. [S1]',
    verdict: 'verbatim',
    citations: [
      { source: 'S1', documentId: 'd1', document: 'Lease.pdf', reference: null, page: 9, start: 110, end: 156, quote },
    ],
    absent: [],
    differences: [],
    differsFrom: [],
    disagreesWith: [],
    instead: null,
    judged: null,
    authorities: [],
    ...change,
  }
}

export function someAnswer(change: Partial<Answer> = {}): Answer {
  return {
    answerId: 'a1',
    question: 'How long is notice?',
    askedAt: '2026-06-03T08:00:00.000Z',
    follows: null,
    state: 'answered',
    answer: 'Notice takes six months. [S1]',
    claims: [someClaim()],
    notAnswered: [],
    scope: { passages: 1, documents: 1, of: 1 },
    offer: null,
    offered: null,
    partOf: null,
    confidence: null,
    signals: null,
    knowledge: { gate: 'off', margin: null, cards: [], rules: [], judged: {} },
    sources: [someSource()],
    passages: [],
    searched: {
      documents: 1,
      pages: 38,
      words: [],
      unknownWords: [],
      vectors: true,
      notYetRead: [],
      references: [],
      notReadable: [],
      conclusionsLeftOut: 0,
      rulesNotUsed: [],
      otherLanguages: [],
    },
    timing: { evidenceMs: 300, firstTokenMs: 900, totalMs: 4000 },
    tokens: { prompt: 1, firstPrompt: 1, generated: 1, calls: 1, reused: 0 },
    model: { id: 'small', sha256: 'ab' },
    strategy: 'direct',
    approach: { wanted: 'direct', by: 'usual', quotes: [], recalled: '', examples: [] },
    choice: null,
    seed: 0,
    asOf: null,
    ledgerEntry: 7,
    ...change,
  }
}

export function someDocument(change: Partial<DocumentRow> = {}): DocumentRow {
  return {
    documentId: 'd1',
    document: 'Lease.pdf',
    state: 'ready',
    pages: 38,
    pagesDone: 38,
    pagesWithText: 36,
    pagesByOcr: 0,
    pagesEmpty: 2,
    pagesFailed: 0,
    characters: 9000,
    passages: 40,
    passagesEmbedded: 40,
    bytes: 1000,
    mediaType: 'application/pdf',
    sha256: 'ab',
    addedAt: '2026-06-03T08:00:00.000Z',
    error: null,
    notices: [],
    parent: null,
    sameAs: null,
    accepted: false,
    previous: null,
    ...change,
  }
}
