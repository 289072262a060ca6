import type { Answer } from '../../../contract/answers/answer.ts'
import { Decision, type DecisionRow } from '../../../contract/opinions/decision.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { readableRows } from '../../home/readable-rows.ts'
import { keepCorrection } from '../../learning/card-from-mistake.ts'
import { Failure } from '../../../wording/failure.ts'
import { message } from '../../../wording/message.ts'
import { ledgerDataOf } from '../../../contract/ledger.ts'
import type { Correction } from '../../../contract/knowledge/card.ts'
import type { Opinion } from '../../../contract/opinions/opinion.ts'
import { correctionsIn } from '../../cards/kept-corrections.ts'
import { opinionOf } from '../kept-opinions.ts'

/** Oldest first. */
export function decisionsIn({ store }: OpenMatter): readonly Decision[] {
  return readableRows(Decision, store.decisions.list())
}

/** Throws `NOT_FOUND`. */
export function decisionNamed(matter: OpenMatter, decisionId: string): Decision {
  const found = decisionsIn(matter).find((one) => one.decisionId === decisionId)
  if (!found) throw new Failure('NOT_FOUND', message('failures.opinions.noDecision'))
  return found
}

/** What was decided goes with its consultation; a mistake stays where a card is tested on it. */
export function forgetDecisions(matter: OpenMatter, consultation: string): void {
  for (const { consultation: of, correction, card } of decisionsIn(matter))
    if (of === consultation && correction !== null && card === null) takeBackMistake(matter, correction)
  matter.store.decisions.forget(consultation)
}

type ConfirmedMistake = {
  readonly answer: Answer
  /** What is right. */
  readonly right: string
  /** This computer said nothing of it. */
  readonly isOmission: boolean
}

/** Keeps it as a correction, so that likeness to past mistakes and cards know of it; gives its id. */
export function confirmMistake(matter: OpenMatter, { answer, right, isOmission }: ConfirmedMistake, now: Date): string {
  const { answerId, question, answer: wrong } = answer
  const mistake = isOmission ? 'omission' : 'comprehension'
  return keepCorrection({ matter, from: 'opinion', answerId, question, wrong, expected: right, mistake }, now)
    .correctionId
}

export function takeBackMistake({ store }: OpenMatter, correctionId: string): void {
  store.corrections.remove(correctionId)
}

/** The consultation in which the lesson of a mistake is asked for, whatever becomes of its words in the review. */
function lessonConsultation(correctionId: string): string {
  return `lesson-${correctionId}`
}

export function isLesson({ consultation }: { readonly consultation: string }): boolean {
  return consultation.startsWith('lesson-')
}

/** What came back when it was asked for; null: nothing yet. */
export function lessonTo(matter: OpenMatter, correctionId: string): Opinion | null {
  const opinion = opinionOf(matter, lessonConsultation(correctionId), 'blind')
  return opinion?.state === 'failed' ? null : opinion
}

/** The consultations in which lessons of its decisions may have been asked for, also of decisions that were changed since. */
export function lessonsOf({ store }: Pick<OpenMatter, 'store'>, consultation: string): readonly string[] {
  return store.ledger.list().flatMap((entry) => {
    const decided = ledgerDataOf('opinion-decided', entry)
    const correction = decided?.consultation === consultation ? decided.correctionId : undefined
    return correction === undefined ? [] : [lessonConsultation(correction)]
  })
}

/** Beside a decision against this computer, how its lesson is asked for and whether that was answered. */
export function decisionRow(matter: OpenMatter, decision: Decision): DecisionRow {
  if (decision.correction === null) return { ...decision, lesson: null }
  const mistake = correctionsIn(matter).find(({ correctionId }) => correctionId === decision.correction)
  if (!mistake) return { ...decision, lesson: null }
  const { correctionId } = mistake
  const hasCome = lessonTo(matter, correctionId) !== null
  const asked = { question: lessonQuestion(mistake), consultation: lessonConsultation(correctionId) }
  return { ...decision, lesson: { ...asked, hasCome } }
}

/** Together they stay within what a question may have. */
const CHARACTERS_A_PART = 1000

/**
 * The question that asks a cloud model for the general lesson of a mistake. It goes the way of every question: names are replaced, a
 * person reads the packet and agrees to its hash.
 */
function lessonQuestion({ question, wrong, expected }: Correction): string {
  return [
    'A question about documents was answered wrong.',
    `The question: ${clipped(question)}`,
    `The wrong answer: ${clipped(wrong)}`,
    `What is right: ${clipped(expected)}`,
    'Which general lesson helps with every question of this kind? Two or three sentences, without the names, dates, amounts and places of this case, and without the answer itself.',
  ].join('\n')
}

function clipped(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= CHARACTERS_A_PART ? line : `${line.slice(0, CHARACTERS_A_PART - 1).trimEnd()}…`
}
