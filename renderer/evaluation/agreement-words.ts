import {
  type AgreementKappa,
  type AgreementSeries,
  DECIDED_FOR_RATE,
  type OpinionAgreement,
  PAIRS_FOR_KAPPA,
} from '../../contract/agreement.ts'
import { formatCount } from '../wording/format-count.ts'
import { formatShareWithInterval } from '../wording/format-share.ts'

export function basisWords({
  basis,
  options,
  ordinal,
}: Pick<AgreementSeries, 'basis' | 'options' | 'ordinal'>): string {
  if (basis === 'ranked') return 'what each ranks first'
  if (basis === 'sentences') return 'their sentences, by rule'
  return `the choice from: ${(options ?? []).join(', ')}${ordinal ? ' (in this order)' : ''}`
}

/** `0.59, interval 0.39–0.76`. */
export function kappaWords({ kappa, interval, weights }: AgreementKappa): string {
  const ends = interval.map((end) => end.toFixed(2)).join('–')
  return `${kappa.toFixed(2)}, interval ${ends}${weights === 'none' ? '' : `, ${weights} weights`}.`
}

export function waitingWords({ basis, same }: Pick<AgreementSeries, 'basis' | 'same'>): string {
  if (basis === 'ranked') return 'None for ranked lists: each question has candidates of its own.'
  if (basis === 'sentences') return 'None for sentences: they are of no list.'
  if (same.of < PAIRS_FOR_KAPPA)
    return `${formatCount(same.of, 'pair')} so far. Kappa is shown from ${PAIRS_FOR_KAPPA}.`
  return 'None: both always chose the same one thing.'
}

/** How often the second opinion was right where the user decided who was; no share of too few. */
export function decidedWords({ decided, secondRight }: Pick<OpinionAgreement, 'decided' | 'secondRight'>): string {
  if (secondRight) return formatShareWithInterval(secondRight)
  return `${formatCount(decided, 'opinion')} decided so far. The share is shown from ${DECIDED_FOR_RATE}.`
}
