import { bandOf } from '../../../assistant/confidence/fit-score.ts'
import { seededRandom } from '../../../assistant/statistics/seeded-random.ts'
import type { RunRow } from '../../../contract/evaluation/evaluation.ts'

const SIGNALS = {
  margin: 0.5,
  topScore: 2,
  scoreGap: 0.5,
  sources: 4,
  citedSources: 1,
  sentences: 1,
  borneOut: 1,
  entailed: 0,
  unsupported: 0,
  absent: 0,
  ruleAgreement: null,
  pastMistake: null,
  unknownWords: 0,
}

export function inventRow(more: Partial<RunRow>): RunRow {
  return {
    id: '1',
    type: 'question',
    question: `Question ${more.id ?? '1'}?`,
    gold: 'gold',
    answerable: true,
    state: 'answered',
    answer: 'An answer.',
    outcome: 'right',
    scorer: 2,
    keyFacts: null,
    goldRecall: 1,
    verdicts: { verbatim: 1 },
    quotes: 0,
    quotesAtOffsets: 0,
    signals: null,
    score: null,
    band: null,
    heldOut: false,
    measured: null,
    cards: [],
    totalMs: 1000,
    promptTokens: 500,
    ...more,
  }
}

/** Answers whose margin tells whether they are right, the more the higher; every tenth is a refusal where none is held out. */
export function inventRows(count: number, { heldOut }: { readonly heldOut: boolean }): readonly RunRow[] {
  const random = seededRandom(11)
  return Array.from({ length: count }, (_, index) => {
    const margin = random()
    const id = String(index)
    if (!heldOut && index % 10 === 9) return inventRow({ id, outcome: 'wrong-refusal', state: 'not-found' })
    const limits = { medium: 0.5, high: 0.9 }
    return inventRow({
      id,
      outcome: random() < margin ? 'right' : 'wrong',
      signals: { ...SIGNALS, margin },
      ...(heldOut ? { score: margin, band: bandOf(margin, limits), heldOut } : {}),
    })
  })
}
