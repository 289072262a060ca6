import { t } from '../../wording/translate.ts'
import type { EvaluationRun } from './evaluation.ts'
import type { AnswerSettings } from './optimisation.ts'

/** Settings as people read them. */
export function settingWords(settings: AnswerSettings): string {
  const { instructions, sentences, readCharacters, passages, order, parts, maxTokens, cards } = settings
  return [
    t(`optimisation.settings.instructions.${instructions}`),
    t('optimisation.settings.sentences', { count: sentences }),
    t('optimisation.settings.reads', { characters: readCharacters, passages }),
    t(`optimisation.settings.order.${order}`),
    t(`optimisation.settings.parts.${parts}`),
    t(`optimisation.settings.length.${maxTokens}`),
    ...(cards === 'always' ? [t('optimisation.settings.alwaysLessons')] : []),
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
    passages === 'off' ? t('evaluation.asked.withoutDocuments') : '',
    rules === 'off' ? t('evaluation.asked.withoutRules') : '',
    cards === 'off' ? t('evaluation.asked.withoutLessons') : '',
    cards === 'always' ? t('evaluation.asked.alwaysLessons') : '',
    strategy === undefined ? '' : t('evaluation.asked.strategy', { strategy }),
    options === 'hidden' ? t('evaluation.asked.optionsHidden') : '',
    answerableOnly ? t('evaluation.asked.answerableOnly') : '',
    begun && !areUsual(begun.answers) ? t('evaluation.asked.optimised') : '',
    sample === null ? '' : t('evaluation.asked.sample', { count: sample }),
  ]
  return parts.filter(Boolean).join(', ') || t('evaluation.asked.asInAsk')
}

function areUsual(answers: AnswerSettings): boolean {
  return Object.entries(USUAL_SETTINGS).every(([name, value]) => answers[name as keyof AnswerSettings] === value)
}
