import { isRight } from '../../assistant/learning/try-question.ts'
import { compareRuns } from '../../assistant/evaluation/metrics/compare-runs.ts'
import { optionChosen } from '../../assistant/evaluation/scoring/closed-answers.ts'
import type { RunRow, RunSettings, SetQuestion } from '../../contract/evaluation/evaluation.ts'
import { wilson } from '../wilson.ts'

export type CardCell = Pick<RunSettings, 'passages' | 'cards'> & { readonly rows: readonly RunRow[] }

/**
 * By what was written alone: where the question itself names what could be meant, by the one of them that the answer names. The state counts not: an answer that computes what no passage holds is called not found, and with a
 * card at hand uncertain, which would be a gain of cards that no answer has.
 */
export function isRowRight({ id, question, gold, answer }: RunRow, questions: readonly SetQuestion[]): boolean {
  const { options = [] } = questions.find((one) => one.id === id) ?? {}
  return options.length > 0
    ? optionChosen(answer, options) === gold
    : isRight(answer, { question, expected: gold ?? '' })
}

/** A line a cell, then always and gated against no cards, each with passages and without. `skills`: what each card is for. */
export function scoreCards(
  cells: readonly CardCell[],
  questions: readonly SetQuestion[],
  skills: ReadonlyMap<string, string>,
): readonly object[] {
  const isRightRow = (row: RunRow) => isRowRight(row, questions)
  const compared = cells.flatMap((after) => {
    const before = cells.find(({ passages, cards }) => passages === after.passages && cards === 'off')
    return before && after.cards !== 'off' ? [comparison(before, after, isRightRow)] : []
  })
  return [...cells.map((cell) => cellLine(cell, isRightRow, skills)), ...compared]
}

type IsRight = (row: RunRow) => boolean

function cellLine({ passages, cards, rows }: CardCell, isRightRow: IsRight, skills: ReadonlyMap<string, string>) {
  const right = rows.filter(isRightRow)
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

function comparison(before: CardCell, after: CardCell, isRightRow: IsRight) {
  const judged = ({ rows }: CardCell) =>
    rows.map((row) => ({
      ...row,
      answerable: true,
      outcome: isRightRow(row) ? ('right' as const) : ('wrong' as const),
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
