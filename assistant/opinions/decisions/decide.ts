import { randomUUID } from 'node:crypto'
import type { Answer } from '../../../contract/answers/answer.ts'
import {
  type Decision,
  type DecisionOutcome,
  type DecisionSubject,
  isSameSubject,
} from '../../../contract/opinions/decision.ts'
import type { Consultation } from '../../../contract/opinions/opinion.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { answerIn, consultationNamed } from '../consultations.ts'
import { confirmMistake, decisionsIn, takeBackMistake } from './kept-decisions.ts'
import { type SaidOn, saidOnLine } from './said-on.ts'
import { Failure } from '../../../wording/failure.ts'
import { message } from '../../../wording/message.ts'

export type Deciding = {
  readonly consultation: string
  readonly subject: DecisionSubject
  readonly outcome: DecisionOutcome
  /** Null: the words that were kept with the same outcome before, else what the right side said; without words: what that said. */
  readonly right: string | null
}

export type DecidingTools = {
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
