import { randomUUID } from 'node:crypto'
import type { Answer, Claim } from '../../../contract/answers/answer.ts'
import {
  type Decision,
  type DecisionOutcome,
  type DecisionSubject,
  isSameSubject,
} from '../../../contract/opinions/decision.ts'
import type { Consultation, Opinion } from '../../../contract/opinions/opinion.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { answerIn, consultationNamed } from '../consultations.ts'
import { confirmMistake, decisionsIn, takeBackMistake } from './kept-decisions.ts'
import { Failure } from '../../../wording/failure.ts'
import { message } from '../../../wording/message.ts'
import type { Differential } from '../../../contract/opinions/differential.ts'
import { claimsOf } from '../align/match-claims.ts'

type Deciding = {
  readonly consultation: string
  readonly subject: DecisionSubject
  readonly outcome: DecisionOutcome
  /** Null: the words that were kept with the same outcome before, else what the right side said; without words: what that said. */
  readonly right: string | null
}

type DecidingTools = {
  readonly userName: string
  readonly now: () => Date
  /** What comes first in the lists of candidates. */
  readonly first: () => Promise<SaidOn>
  /** Whether a card may still be used or tested. */
  readonly isAlive: (card: string) => boolean
}

/**
 * Keeps who was right, in the place of what was decided of the same before; the same once more changes nothing, so that the lesson that
 * was asked for and the card stay its own. Where this computer was wrong that is a confirmed mistake,
 * as a correction is; the ledger gets ids and the outcome. Throws `WRONG_USE`, `NOT_FOUND`.
 */
export async function decide(wanted: Deciding, matter: OpenMatter, tools: DecidingTools): Promise<Decision> {
  const { outcome, subject, consultation: id } = wanted
  const consultation = consultationNamed(matter, id)
  const answer = neededAnswer(consultation, matter)
  const said = subject.of === 'line' ? saidOnLine(subject, consultation, matter) : await tools.first()
  const before = decisionsIn(matter).find((one) => one.consultation === id && isSameSubject(one.subject, subject))
  const right = rightWords(wanted, said, before)
  const now = { subject, outcome, right, said: textsOf(said) }
  if (before && isAsBefore(before, now, tools)) return before
  refuseWhileCard(before, tools)
  if (before?.correction) takeBackMistake(matter, before.correction)
  const at = tools.now()
  const isWrong = outcome === 'second' || outcome === 'neither'
  const decision: Decision = {
    ...now,
    decisionId: before?.decisionId ?? randomUUID(),
    consultation: id,
    decidedAt: at.toISOString(),
    decidedBy: tools.userName,
    correction: isWrong ? confirmMistake(matter, { answer, right, isOmission: said.local === null }, at) : null,
    card: null,
  }
  keepDecision(matter, decision)
  return decision
}

function textsOf({ local, second }: SaidOn): Decision['said'] {
  return { local: local?.text ?? null, second: second?.text ?? null }
}

function neededAnswer({ answerId }: Consultation, { store }: OpenMatter): Answer {
  const answer = answerIn(store, answerId)
  if (!answer) throw new Failure('WRONG_USE', message('failures.opinions.nothingToDecide'))
  return answer
}

function keepDecision({ store }: OpenMatter, decision: Decision): void {
  store.decisions.save(decision)
  const { decisionId, consultation, subject, outcome, correction } = decision
  const data = { decisionId, consultation, of: subject.of, outcome }
  store.ledger.append('opinion-decided', correction === null ? data : { ...data, correctionId: correction })
}

function rightWords({ outcome, right }: Deciding, said: SaidOn, before: Decision | undefined): string {
  if (outcome === 'unknown') return ''
  if (said.isSame && outcome !== 'neither') throw new Failure('WRONG_USE', message('failures.opinions.bothAgree'))
  const texts = textsOf(said)
  const words = right === null ? wordsAsBefore(outcome, texts, before) : right.trim() || ofRightSide(outcome, texts)
  // This computer may have been right to say nothing.
  if (words === '' && outcome !== 'local') throw new Failure('WRONG_USE', message('failures.opinions.sayWhatIsRight'))
  return words
}

function wordsAsBefore(
  outcome: Exclude<DecisionOutcome, 'unknown'>,
  said: Decision['said'],
  before: Decision | undefined,
): string {
  if (before && isOnSame(before, { outcome, said })) return before.right
  return ofRightSide(outcome, said)
}

function ofRightSide(outcome: Exclude<DecisionOutcome, 'unknown'>, said: Decision['said']): string {
  return outcome === 'neither' ? '' : (said[outcome] ?? '')
}

/** Not where its card was retired: then another one may be begun. */
function isAsBefore(
  before: Decision,
  now: Pick<Decision, 'outcome' | 'right' | 'said'>,
  { isAlive }: DecidingTools,
): boolean {
  const isSame = isOnSame(before, now) && before.right === now.right
  return isSame && (before.card === null || isAlive(before.card))
}

/** Whether the same was decided of the same words. */
function isOnSame(before: Decision, { outcome, said }: Pick<Decision, 'outcome' | 'said'>): boolean {
  return before.outcome === outcome && before.said.local === said.local && before.said.second === said.second
}

/** A card is tested on the very words that were decided. */
function refuseWhileCard(before: Decision | undefined, { isAlive }: DecidingTools): void {
  if (before?.card && isAlive(before.card))
    throw new Failure('WRONG_USE', message('failures.opinions.decisionHasLesson'))
}

/** What one side says; `claim` null: a candidate of its list. `by`: null for this computer. */
export type Said = { readonly text: string; readonly claim: Claim | null; readonly by: Opinion | null }
type SaidOn = { readonly local: Said | null; readonly second: Said | null; readonly isSame: boolean }

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
