import type { EvaluationRun } from './evaluation.ts'
import type { AnswerSettings } from './optimisation.ts'

const INSTRUCTIONS = { full: 'full instructions', short: 'short instructions', points: 'one sentence for each point' }

/** Settings as people read them. */
export function settingWords(settings: AnswerSettings): string {
  const { instructions, sentences, readCharacters, passages, order, parts, maxTokens, cards } = settings
  return [
    INSTRUCTIONS[instructions],
    `${sentences} sentences at most`,
    `reads ${readCharacters} characters of ${passages} passages`,
    order === 'best' ? 'best first' : 'in the order of the documents',
    parts === 'on' ? 'several calls where needed' : 'one call',
    `${maxTokens} tokens at most`,
    ...(cards === 'always' ? ['cards whatever the gate says'] : []),
  ].join(', ')
}

/**
 * As answers are made where nothing was optimised. About 470 tokens are read in one call: less than half of the usual four
 * passages, which is what the user waits for before the first word.
 */
export const USUAL_SETTINGS: AnswerSettings = {
  instructions: 'full',
  sentences: 4,
  readCharacters: 2000,
  passages: 8,
  order: 'best',
  parts: 'on',
  maxTokens: 320,
  cards: 'gated',
}

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
