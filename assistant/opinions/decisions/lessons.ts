import { ledgerDataOf } from '../../../contract/ledger.ts'
import type { Correction } from '../../../contract/knowledge/card.ts'
import type { Decision, DecisionRow } from '../../../contract/opinions/decision.ts'
import type { Opinion } from '../../../contract/opinions/opinion.ts'
import { correctionsIn } from '../../cards/kept-corrections.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { opinionOf } from '../kept-opinions.ts'

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
