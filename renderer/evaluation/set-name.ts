import type { QuestionSet } from '../../contract/evaluation/evaluation.ts'
import { t } from '../../wording/translate.ts'

/** A question set by its name; the one that comes with the program in the language in use. */
export function setName({ origin, name }: Pick<QuestionSet, 'origin' | 'name'>): string {
  return origin === 'shipped' ? t('evaluation.sets.shipped') : name
}
