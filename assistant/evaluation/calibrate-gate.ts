import type { GateMeasure, GateThreshold } from '../../contract/knowledge/card.ts'
import { FEWEST_ANSWERS, canMeasure } from '../confidence/measure-confidence.ts'
import { auroc } from '../statistics/score-measures.ts'
import { bootstrapInterval } from '../statistics/estimates.ts'
import { BEGINNING } from '../cards/gate-threshold.ts'

/** What is told of it must fit the source of a threshold. */
const NAME_CHARACTERS = 200

/** An answer that was written without a card. `rightWithCard`: of the same question with one; null: it was not asked so, or none fits. */
export type GateAnswer = {
  readonly margin: number
  readonly isRight: boolean
  readonly rightWithCard: boolean | null
}

/**
 * From how sure on a model needs no card, by answers that are known to be right or wrong: where the margin tells them apart best,
 * or, where enough questions were asked with their card too, where the most are right in the end. A margin that tells nothing sets no
 * threshold, and that is said. Null where there are too few answers to say anything.
 */
export function calibrateGate(
  answers: readonly GateAnswer[],
  from: Pick<GateMeasure, 'set' | 'at'>,
): GateThreshold | null {
  const scored = answers.map(({ margin, isRight }) => ({ score: margin, isRight }))
  const area = auroc(scored)
  if (area === null || !canMeasure(answers)) return null
  const aurocInterval = bootstrapInterval(scored, auroc)
  const pairs = answers.filter(({ rightWithCard }) => rightWithCard !== null)
  const by = pairs.length >= FEWEST_ANSWERS ? 'cards' : 'answers'
  const right = answers.filter(({ isRight }) => isRight).length
  const told = { ...from, answers: answers.length, right, auroc: area, aurocInterval, by } as const
  const tells = aurocInterval[0] > 0.5
  const measured: GateMeasure = { ...told, tells }
  const source = sourceOf(measured)
  if (!tells) return { threshold: BEGINNING.threshold, source, measured }
  return { threshold: by === 'cards' ? best(pairs, rightInTheEnd) : best(answers, toldApart), source, measured }
}

function sourceOf({ set, answers, right, auroc: area, aurocInterval: [from, to], by, tells }: GateMeasure): string {
  const name = set.length <= NAME_CHARACTERS ? set : `${set.slice(0, NAME_CHARACTERS - 1)}…`
  const told = `${answers} answers, ${right} right, AUROC ${area.toFixed(2)}, ${from.toFixed(2)}–${to.toFixed(2)}`
  if (!tells) return `not calibrated: on ${name} the margin did not tell right from wrong (${told})`
  return `calibrated on ${name}${by === 'cards' ? ', with and without cards' : ''} (${told})`
}

type Worth = (answers: readonly GateAnswer[], threshold: number) => number

/** Of equally good ones the lowest: a card costs a second prompt. */
function best(answers: readonly GateAnswer[], worth: Worth): number {
  const margins = [...new Set(answers.map(({ margin }) => margin))].toSorted((one, other) => one - other)
  const between = margins.slice(1).map((margin, index) => (margin + (margins[index] ?? margin)) / 2)
  const tried = [0, ...between, 1].map((threshold) => ({ threshold, worth: worth(answers, threshold) }))
  return tried.reduce((top, one) => (one.worth > top.worth + 1e-9 ? one : top)).threshold
}

/** Share of the right answers that would get no card, less that of the wrong ones (Youden). */
function toldApart(answers: readonly GateAnswer[], threshold: number): number {
  const sure = (isRight: boolean) => {
    const these = answers.filter((one) => one.isRight === isRight)
    return these.filter(({ margin }) => margin >= threshold).length / these.length
  }
  return sure(true) - sure(false)
}

function rightInTheEnd(answers: readonly GateAnswer[], threshold: number): number {
  return answers.filter(({ margin, isRight, rightWithCard }) => (margin >= threshold ? isRight : rightWithCard)).length
}
