import { formatCount } from '../../wording/format-quantity.ts'
import {
  type AgreementSeries,
  DECIDED_FOR_RATE,
  type OpinionAgreement,
  PAIRS_FOR_KAPPA,
} from '../../contract/evaluation/agreement.ts'
import type { Share } from '../../contract/answers/confidence.ts'
import type { EscalationCurve } from '../../contract/answers/routing.ts'
import { type Output } from '../output.ts'

/** One line of JSON, or for people one paragraph for each local model, provider and list. */
export function showAgreement(agreement: OpinionAgreement, output: Output): void {
  const { pairs, matters, notCompared, series } = agreement
  const left = notCompared === 0 ? '' : ` ${formatCount(notCompared, 'opinion')} could not be compared.`
  const head = `${formatCount(pairs, 'pair')} of a blind second opinion and an answer of this computer, in ${formatCount(matters, 'matter')}.${left}`
  output.result(agreement, [head, ...decidedText(agreement), ...series.map(seriesText)].join('\n'))
}

/** What was decided is what differed. Nothing where nobody decided. */
function decidedText({ decided, secondRight }: OpinionAgreement): readonly string[] {
  if (decided === 0) return []
  const share = secondRight
    ? shareText(secondRight)
    : `decided for ${formatCount(decided, 'opinion')} so far; a share is shown from ${DECIDED_FOR_RATE}`
  return [`Second opinion right where you decided who was: ${share}`]
}

function seriesText(series: AgreementSeries): string {
  const { localModel, provider, model, domain, same } = series
  return [
    `${localModel} and ${provider} (${model}), domain ${domain ?? 'not named'}`,
    `  compared   ${basisText(series)}`,
    `  same       ${shareText(same)}`,
    `  kappa      ${kappaText(series)}`,
  ].join('\n')
}

function basisText({ basis, options, ordinal }: AgreementSeries): string {
  if (basis === 'ranked') return 'what each ranks first'
  if (basis === 'sentences') return 'their sentences, by rule'
  return `the choice from ${(options ?? []).join('; ')}${ordinal ? ' (in this order)' : ''}`
}

function kappaText({ basis, same, kappa }: AgreementSeries): string {
  if (kappa) {
    const ends = kappa.interval.map((end) => end.toFixed(2)).join(' to ')
    const how = kappa.weights === 'none' ? '' : `, ${kappa.weights} weights`
    return `${kappa.kappa.toFixed(2)}, interval ${ends}${how}; chance alone gives ${percent(kappa.byChance)} % same`
  }
  if (basis === 'ranked') return 'none for ranked lists: the candidates differ from question to question'
  if (basis === 'sentences') return 'none for sentences: they are not chosen from a list'
  if (same.of < PAIRS_FOR_KAPPA) return `shown from ${PAIRS_FOR_KAPPA} pairs; ${same.of} so far`
  return 'none: both always gave the same answer'
}

export function escalationText(curve: EscalationCurve): string {
  const { questions, local, second, at, right, random, gain, gainInterval, finding } = curve
  const who = second.run === null ? shareWords(second.decided) : `run ${second.run}`
  const [low, high] = gainInterval.map(percent)
  return [
    `${formatCount(questions, 'question')}`,
    `  right here          ${shareText(local)}`,
    `  right elsewhere     ${percent(second.right)} % (${who})`,
    `  ${percent(at)} % asked          ${percent(right)} % right; at random ${percent(random)} %`,
    `  difference          ${percent(gain)} points, interval ${low} to ${high}: ${FINDINGS[finding]}`,
  ].join('\n')
}

/** What was decided is what differed, so it says little of what nobody took elsewhere. */
function shareWords(decided: Share | null): string {
  if (!decided) return 'by the share given'
  return `where you decided who was right: ${shareText(decided)}; of opinions that differ`
}

const FINDINGS = {
  better: 'better than chance',
  worse: 'worse than chance',
  'not-shown': 'not shown to be better than chance',
} as const

function shareText({ count, of, interval }: Share): string {
  if (of === 0) return 'none'
  const [low, high] = (interval ?? [0, 1]).map(percent)
  return `${count} of ${of}, ${percent(count / of)} %, interval ${low}–${high}`
}

/** One decimal. */
function percent(share: number): number {
  return Math.round(1000 * share) / 10
}
