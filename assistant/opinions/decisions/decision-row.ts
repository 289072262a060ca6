import type { Decision, DecisionRow } from '../../../contract/opinions/decision.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { lessonQuestion } from './lesson-question.ts'
import { lessonConsultation, lessonTo } from './lesson-to.ts'

/** Beside a decision against this computer, how its lesson is asked for and whether that was answered. */
export function decisionRow(matter: OpenMatter, decision: Decision): DecisionRow {
  const { correction } = decision
  if (correction === null) return { ...decision, lesson: null }
  const hasCome = lessonTo(matter, correction) !== null
  const asked = { question: lessonQuestion(matter, correction), consultation: lessonConsultation(correction) }
  return { ...decision, lesson: { ...asked, hasCome } }
}
