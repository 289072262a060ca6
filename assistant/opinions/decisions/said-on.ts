import type { Claim } from '../../../contract/answers/answer.ts'
import type { DecisionSubject } from '../../../contract/opinions/decision.ts'
import type { Differential } from '../../../contract/opinions/differential.ts'
import type { Consultation, Opinion } from '../../../contract/opinions/opinion.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { answerIn } from '../consultations.ts'
import { claimsOf } from '../align/match-claims.ts'
import { Failure } from '../../../wording/failure.ts'
import { message } from '../../../wording/message.ts'

/** What one side says; `claim` null: a candidate of its list. `by`: null for this computer. */
export type Said = { readonly text: string; readonly claim: Claim | null; readonly by: Opinion | null }
export type SaidOn = { readonly local: Said | null; readonly second: Said | null; readonly isSame: boolean }

type Line = Extract<DecisionSubject, { of: 'line' }>

/**
 * What both sides say on a line of the comparison, as it is now. The second opinion is the blind one, which is independent, and where it
 * says nothing there, or what this computer says, the informed one. Throws `NOT_FOUND` for a line that is not there.
 */
export function saidOnLine(line: Line, consultation: Consultation, matter: OpenMatter): SaidOn {
  const row = consultation.agreement?.claims.find(
    (one) => one.local === line.local && one.blind === line.blind && one.informed === line.informed,
  )
  if (!row) throw new Failure('NOT_FOUND', message('failures.opinions.comparedAnew'))
  const claims = claimsOf(consultation, answerIn(matter.store, consultation.answerId))
  const said = (voice: 'local' | 'blind' | 'informed', by: Opinion | null): Said | null => {
    const claim = claims[voice].find(({ index }) => index === row[voice])
    return claim ? { text: claim.text, claim, by } : null
  }
  const local = said('local', null)
  const [blind, informed] = [said('blind', consultation.blind), said('informed', consultation.informed)]
  const second = row.against === 'informed' ? informed : (blind ?? informed)
  return { local, second, isSame: local !== null && second !== null && row.against === null }
}

/**
 * What comes first in the list of each side; the second opinion is the blind one, and where that has no list the informed one. A computer
 * that was asked for no list made no mistake in it: throws `WRONG_USE`.
 */
export function saidFirst({ items }: Differential, { blind, informed }: Consultation): SaidOn {
  const first = (voice: 'local' | 'blind' | 'informed', by: Opinion | null): Said | null => {
    const item = items.find((one) => one[voice] === 1)
    return item ? { text: item.name, claim: null, by } : null
  }
  const [local, second] = [first('local', null), first('blind', blind) ?? first('informed', informed)]
  if (!local && !second) throw new Failure('NOT_FOUND', message('failures.opinions.noCandidates'))
  if (!local) throw new Failure('WRONG_USE', message('failures.opinions.noOwnList'))
  return { local, second, isSame: local.text === second?.text }
}
