import type { EvaluationRun } from './evaluation.ts'
import type { AnswerSettings } from './optimisation.ts'
import { USUAL_SETTINGS } from './usual-settings.ts'

/** How the questions of a run were asked: what tells it from other runs on its set. */
export function runWords({ settings, begun }: Pick<EvaluationRun, 'settings' | 'begun'>): string {
  const { passages, rules, cards, strategy, options, answerableOnly, sample } = settings
  const parts = [
    passages === 'off' ? 'without documents' : '',
    rules === 'off' ? 'without rules' : '',
    cards === 'off' ? 'without cards' : '',
    cards === 'always' ? 'cards also where the model is sure' : '',
    strategy === undefined ? '' : `strategy ${strategy}`,
    options === 'hidden' ? 'options hidden' : '',
    answerableOnly ? 'only questions that have an answer' : '',
    begun && !areUsual(begun.answers) ? 'answers made as an optimisation found best' : '',
    sample === null ? '' : `${sample} drawn`,
  ]
  return parts.filter(Boolean).join(', ') || 'as in Ask'
}

function areUsual(answers: AnswerSettings): boolean {
  return Object.entries(USUAL_SETTINGS).every(([name, value]) => answers[name as keyof AnswerSettings] === value)
}
