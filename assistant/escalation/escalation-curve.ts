import type { RunRow } from '../../contract/evaluation/evaluation.ts'
import { endedRight } from '../../contract/evaluation/outcomes.ts'
import type { Share } from '../../contract/answers/confidence.ts'
import type { EscalationCurve, EscalationPoint } from '../../contract/answers/routing.ts'
import { FEWEST_ANSWERS } from '../confidence/measure-confidence.ts'
import { bootstrapInterval, mean, shareOf } from '../statistics/estimates.ts'
import { doubtOf } from './escalation-reasons.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** The second opinion that is reckoned with: what another run made of the same questions, or a share of right ones. */
export type Second =
  | { readonly run: number; readonly rows: readonly RunRow[] }
  | { readonly run: null; readonly rate: number; readonly decided?: Share }

/** A question with the doubt about its answer, and how right it is here and elsewhere (0 or 1, or a share). */
type Asked = { readonly doubt: number; readonly local: number; readonly second: number }

const READ_AT = 0.2
const STEPS = 20

/**
 * Quality against the share of questions taken elsewhere, those with the most doubt first, beside as many at random. Doubt is by the
 * scores only where each is held out, else by the signals of all: the two are different scales. Throws `WRONG_USE` where the runs have
 * no judged question in common.
 */
export function escalationCurve(rows: readonly RunRow[], second: Second): EscalationCurve {
  const asked = askedOf(rows, second)
  if (asked.length === 0) throw new Failure('WRONG_USE', message('failures.evaluation.noCommonQuestions'))
  const { right, random } = pointAt(READ_AT, asked)
  const gain = gainAt(READ_AT, asked)
  const gainInterval = bootstrapInterval(asked, (drawn) => gainAt(READ_AT, drawn))
  return {
    questions: asked.length,
    local: shareOf(asked, ({ local }) => local === 1),
    second: {
      run: second.run,
      right: mean(asked.map((one) => one.second)),
      decided: second.run === null ? (second.decided ?? null) : null,
    },
    points: Array.from({ length: STEPS + 1 }, (_, step) => pointAt(step / STEPS, asked)),
    at: READ_AT,
    right,
    random,
    gain,
    gainInterval,
    finding: findingOf(asked.length, gainInterval),
  }
}

/** Drawing again from a few questions makes too narrow an interval. */
function findingOf(questions: number, [low, high]: EscalationCurve['gainInterval']): EscalationCurve['finding'] {
  if (questions < FEWEST_ANSWERS) return 'not-shown'
  if (low > 0) return 'better'
  return high < 0 ? 'worse' : 'not-shown'
}

function askedOf(rows: readonly RunRow[], second: Second): readonly Asked[] {
  const others = new Map((second.run === null ? [] : second.rows).map((row) => [row.id, row]))
  const judged = rows.flatMap((row) => {
    if (row.outcome === 'unjudged') return []
    if (second.run === null) return [{ row, second: second.rate }]
    const other = others.get(row.id)
    if (!other || other.question !== row.question || other.outcome === 'unjudged') return []
    return [{ row, second: Number(endedRight(other)) }]
  })
  const areScored = judged.every(({ row }) => row.state === 'not-found' || (row.heldOut && row.score !== null))
  return judged.map(({ row, second: right }) => ({
    doubt: doubtOf({ ...row, score: areScored ? row.score : null }),
    local: Number(endedRight(row)),
    second: right,
  }))
}

function pointAt(share: number, asked: readonly Asked[]): EscalationPoint {
  const local = mean(asked.map((one) => one.local))
  const second = mean(asked.map((one) => one.second))
  return { asked: share, right: routed(share, asked), random: local + share * (second - local) }
}

function gainAt(share: number, asked: readonly Asked[]): number {
  const { right, random } = pointAt(share, asked)
  return right - random
}

/** Of equally doubtful answers, which are only in part taken elsewhere, each goes in that part: no order among them is made up. */
function routed(share: number, asked: readonly Asked[]): number {
  let left = share * asked.length
  let right = 0
  const byDoubt = [...Map.groupBy(asked, ({ doubt }) => doubt)].toSorted(([one], [other]) => other - one)
  for (const [, tied] of byDoubt) {
    const part = Math.min(1, left / tied.length)
    left = Math.max(0, left - tied.length)
    for (const { local, second } of tied) right += part * second + (1 - part) * local
  }
  return right / asked.length
}
