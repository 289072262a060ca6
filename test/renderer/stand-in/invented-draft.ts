import type { Draft, DraftPage, Finding } from '../../../contract/drafts/draft-check.ts'
import { verbatim } from '../../../wording/message.ts'
import type { StandInDocument } from './invented-documents.ts'
import { typedPages } from './typed-page.ts'

const PAGES = typedPages([
  {
    page: 1,
    label: null,
    blocks: [
      ['heading', 1, 'Skeleton argument of the Claimant'],
      ['heading', 2, 'The break clause'],
      [
        'list-item',
        1,
        '4. Clause 7.1 lets the Tenant end the Lease on 31 March 2025 on three months’ notice (lease, page 2).',
      ],
      ['list-item', 1, '5. The notice must be “prior written notice” to the Landlord (lease, page 11).'],
    ],
  },
  {
    page: 2,
    label: null,
    blocks: [
      ['heading', 2, 'Service of the notice'],
      [
        'list-item',
        1,
        '6. The notice was posted by recorded delivery on Thursday 27 September 2024 at 16.48, item RK 4471.',
      ],
      [
        'list-item',
        1,
        '7. Under clause 12.4 a notice sent by recorded delivery “is deemed served on the second day after posting, whether or not it is received”.',
      ],
      [
        'list-item',
        1,
        '8. In any event it “reached us Monday 30 September”. Brightwater was authorised to accept notices for the Landlord.',
      ],
      [
        'list-item',
        1,
        '9. A landlord who forwards a notice to its solicitors has accepted it: Penhallow v Tregarth Estates [2011] EWCA Civ 3107, paragraph 24.',
      ],
      [
        'list-item',
        1,
        '10. The claim for rent after the break date is untenable. No copy of the notice has to go to solicitors.',
      ],
    ],
  },
])

const DRAFT: Draft = {
  draftId: 'draft-1',
  name: 'Skeleton argument, draft 3.docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  sha256: 'a1'.repeat(32),
  addedAt: '2026-06-03T09:00:00Z',
  checkedAt: '2026-06-03T09:04:00Z',
  result: {
    sentences: 11,
    confirmed: 3,
    contradicted: 4,
    nowhere: 2,
    notCheckable: 2,
    documents: 14,
    references: 3,
    findings: 6,
    open: 4,
  },
}

/** A skeleton argument with a finding of each kind. */
export function inventDrafts(): { drafts: Draft[]; pages: readonly DraftPage[] } {
  return { drafts: [{ ...DRAFT }], pages: PAGES.map((page) => ({ ...page, blocks: [...page.blocks] })) }
}

type Planned = Pick<Finding, 'kind' | 'verdict' | 'paragraph'> & {
  readonly words: string
  readonly text?: string
  readonly said?: string
  readonly instead?: string
  readonly quote?: string
  readonly decision?: Finding['decision']
}

const BY = { at: '2026-06-03T09:10:00Z', by: 'J. Marsh' }

const PLANNED: readonly Planned[] = [
  {
    kind: 'sentence',
    verdict: 'contradicted',
    paragraph: '4',
    words: 'three months’ notice',
    said: 'The lease says six months.',
    instead: 'giving not less than six months’ prior written notice',
    quote: 'by giving not less than six months’ prior written notice.',
    decision: { state: 'accepted', note: '', ...BY },
  },
  {
    kind: 'page',
    verdict: 'contradicted',
    paragraph: '5',
    words: 'lease, page 11',
    said: 'The words are on page 2.',
    quote: 'prior written notice',
  },
  {
    kind: 'sentence',
    verdict: 'verbatim',
    paragraph: '5',
    words: '“prior written notice”',
    quote: 'prior written notice',
  },
  {
    kind: 'weekday',
    verdict: 'contradicted',
    paragraph: '6',
    words: 'Thursday 27 September 2024',
    said: 'It was a Friday.',
  },
  {
    kind: 'quotation',
    verdict: 'contradicted',
    paragraph: '7',
    text: 'is deemed served on the second day after posting',
    words: 'the second day after posting',
    said: 'One word is missing from the quotation.',
    instead: 'is deemed served on the second working day after posting',
    quote: 'A notice sent by recorded delivery is deemed served on the second',
  },
  {
    kind: 'quotation',
    verdict: 'close',
    paragraph: '8',
    words: 'reached us Monday 30 September',
    quote: 'Your notice reached us Monday 30 September',
  },
  {
    kind: 'sentence',
    verdict: 'nowhere',
    paragraph: '8',
    words: 'Brightwater was authorised to accept notices for the Landlord.',
  },
  {
    kind: 'authority',
    verdict: 'nowhere',
    paragraph: '9',
    words: 'Penhallow v Tregarth Estates [2011] EWCA Civ 3107',
    said: 'Not in 3 reference libraries. It may be invented.',
    decision: { state: 'dismissed', note: 'checked on paper', ...BY },
  },
  {
    kind: 'sentence',
    verdict: 'not-checkable',
    paragraph: '10',
    words: 'The claim for rent after the break date is untenable.',
  },
  {
    kind: 'sentence',
    verdict: 'not-checkable',
    paragraph: '10',
    words: 'No copy of the notice has to go to solicitors.',
    said: 'The page says this in other words. Compare the two.',
    quote: 'The notice must be copied to the Landlord’s solicitors.',
  },
]

/** The findings of that draft, with the places that they rest on. */
export function inventFindings(documents: readonly StandInDocument[]): readonly Finding[] {
  return PLANNED.map((planned, index) => {
    const { kind, verdict, paragraph, words, text = words, said, instead, quote, decision } = planned
    const page = PAGES.find((one) => one.text.includes(text))
    if (!page) throw new Error(`Expected the draft to hold “${text}”.`)
    const start = page.start + page.text.indexOf(text)
    const wordsAt = page.start + page.text.indexOf(words)
    return {
      findingId: `finding-${index + 1}`,
      kind,
      verdict,
      start,
      end: start + text.length,
      page: page.page,
      paragraph,
      text,
      words: words === text ? [] : [{ start: wordsAt, end: wordsAt + words.length }],
      said: said === undefined ? null : verbatim(said),
      instead: instead ?? null,
      citations: quote === undefined ? [] : citationsOf(documents, quote),
      decision: decision ?? null,
    }
  })
}

function citationsOf(documents: readonly StandInDocument[], quote: string): Finding['citations'] {
  for (const { detail, text } of documents)
    for (const page of text) {
      const at = page.text.indexOf(quote)
      if (at < 0) continue
      const { document, documentId } = detail
      const span = { start: page.start + at, end: page.start + at + quote.length }
      return [{ source: 'S1', document, documentId, reference: null, page: page.page, ...span, quote, textVersion: 1 }]
    }
  throw new Error(`Expected a document to hold “${quote}”.`)
}
