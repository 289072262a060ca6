import type { Decision, DecisionRow } from '../../../contract/decision.ts'
import type { OpenMatter } from '../../open-matters.ts'
import { lessonQuestion } from './lesson-question.ts'
import { lessonTo } from './lesson-to.ts'

/** Beside a decision against this computer, how its lesson is asked for and where that was answered. */
export function decisionRow(matter: OpenMatter, decision: Decision): DecisionRow {
  const { correction } = decision
  if (correction === null) return { ...decision, lessonQuestion: null, lesson: null }
  const asked = lessonQuestion(matter, correction)
  return { ...decision, lessonQuestion: asked, lesson: lessonTo(matter, asked)?.consultation ?? null }
}
