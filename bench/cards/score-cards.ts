import { isRight } from '../../assistant/cards/is-right.ts'
import { compareRuns } from '../../assistant/evaluation/compare-runs.ts'
import type { RunRow, RunSettings } from '../../contract/evaluation.ts'
import { wilson } from '../wilson.ts'

export type CardCell = Pick<RunSettings, 'passages' | 'cards'> & { readonly rows: readonly RunRow[] }

/**
 * By what was written alone. The state counts not: an answer that computes what no passage holds is called not found, and with a
 * card at hand uncertain, which would be a gain of cards that no answer has.
 */
export function isRowRight({ question, gold, answer }: RunRow): boolean {
  return isRight(answer, { question, expected: gold ?? '' })
}

/** A line a cell, then always and gated against no cards, each with passages and without. `skills`: what each card is for. */
export function scoreCards(cells: readonly CardCell[], skills: ReadonlyMap<string, string>): readonly object[] {
  const compared = cells.flatMap((after) => {
    const before = cells.find(({ passages, cards }) => passages === after.passages && cards === 'off')
    return before && after.cards !== 'off' ? [comparison(before, after)] : []
  })
  return [...cells.map((cell) => cellLine(cell, skills)), ...compared]
}

function cellLine({ passages, cards, rows }: CardCell, skills: ReadonlyMap<string, string>) {
  const right = rows.filter(isRowRight)
  const given = rows.flatMap((row) => row.cards.map((card) => skills.get(card) === row.type))
  const fitting = new Set(skills.values())
  return {
    passages,
    cards: cards === 'on' ? 'gated' : cards,
    right: right.length,
    of: rows.length,
    interval: wilson(right.length, rows.length),
    /** Answers with a card, and those of them whose card is for this kind of question. */
    withCard: rows.filter((row) => row.cards.length > 0).length,
    cardsGiven: given.length,
    rightCards: given.filter(Boolean).length,
    /** Questions of a kind that has a card. */
    coverable: rows.filter(({ type }) => fitting.has(type)).length,
    byType: Object.fromEntries(
      [...new Set(rows.map(({ type }) => type))].map((type) => [type, right.filter((row) => row.type === type).length]),
    ),
  }
}

function comparison(before: CardCell, after: CardCell) {
  const judged = ({ rows }: CardCell) =>
    rows.map((row) => ({
      ...row,
      answerable: true,
      outcome: isRowRight(row) ? ('right' as const) : ('wrong' as const),
    }))
  const { questions, rightBefore, rightAfter, rightToWrong, wrongToRight, p, difference, differenceInterval } =
    compareRuns(judged(before), judged(after))
  return {
    compared: `${after.cards === 'on' ? 'gated' : after.cards} against no cards`,
    passages: after.passages,
    questions,
    rightBefore: rightBefore.count,
    rightAfter: rightAfter.count,
    wrongToRight,
    rightToWrong,
    p,
    difference,
    differenceInterval,
  }
}
