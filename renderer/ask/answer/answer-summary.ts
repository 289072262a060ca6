import type { Answer, AnswerState, Claim } from '../../../contract/answers/answer.ts'
import { confirmedWords, isNotAnswered } from '../../../contract/answers/answer-words.ts'
import type { Shape } from '../../parts/glyph.tsx'
import type { Tone } from '../../parts/marks.tsx'
import { formatCount } from '../../../wording/format-quantity.ts'
import { listWords, sentenceCase } from '../../../wording/phrases.ts'

type AnswerHeading = { readonly shape: Shape; readonly tone: Tone; readonly word: string }

/** The word over an answer. */
export const ANSWER_HEADINGS: Readonly<Record<AnswerState, AnswerHeading>> = {
  answered: { shape: 'ready', tone: 'ok', word: 'Answered' },
  'answered-in-part': { shape: 'partial', tone: 'warn', word: 'Answered in part' },
  uncertain: { shape: 'caution', tone: 'warn', word: 'Not confirmed' },
  'not-found': { shape: 'none', tone: 'soft', word: 'Not found' },
  'not-written': { shape: 'partial', tone: 'warn', word: 'No answer was written' },
  extractive: { shape: 'partial', tone: 'soft', word: 'Passages only' },
  stopped: { shape: 'partial', tone: 'warn', word: 'Stopped' },
}

/** What is said beside the state of an answer. `quoted`: where its passages are shown. */
export function stateSummary(answer: Answer, quoted: 'above' | 'below'): string {
  const { state, claims, model } = answer
  if (state === 'not-written') return 'These sentences come nearest to the question. They are quoted word for word.'
  if (state === 'extractive') {
    const where = `The passages ${quoted} are quoted.`
    return model ? `The model wrote nothing. ${where}` : `No model was used, so nothing was written. ${where}`
  }
  return answerSummary(state, claims, answer.notAnswered)
}

/** How many sentences are confirmed, which are not and why: counts, never a share. */
export function answerSummary(
  state: AnswerState,
  claims: readonly Claim[],
  notAnswered: readonly string[] = [],
): string {
  if (claims.length === 0) return state === 'stopped' ? 'No sentence was complete.' : 'No sentence was written.'
  const why = [
    reason(claims, ({ verdict }) => verdict === 'unsupported', 'no source'),
    reason(
      claims,
      ({ absent, verdict }) => absent.length > 0 && verdict !== 'unsupported',
      'something the cited page lacks',
    ),
    reason(
      claims,
      ({ differsFrom, verdict }) => differsFrom.length > 0 && verdict !== 'unsupported',
      'another value than a rule computes',
    ),
    reason(claims, ({ disagreesWith }) => disagreesWith.length > 0, 'each other', 'contradict'),
    reason(
      claims,
      ({ authorities }) => authorities.some(({ foundIn }) => foundIn === null),
      'an authority that is not in the library',
    ),
  ].filter((one) => one !== null)
  const missing = missingWords(notAnswered)
  const kept = state === 'stopped' ? ['What was written is kept.'] : []
  const words = why.length === 0 ? [] : [`${sentenceCase(why.join('; '))}.`]
  return [confirmedWords({ claims, notAnswered: [] }), ...words, ...missing, ...kept].join(' ')
}

/** `sentence 6 has no source`, `sentences 2 and 6 contradict each other`; null for none. */
function reason(claims: readonly Claim[], test: (claim: Claim) => boolean, what: string, verb = 'have'): string | null {
  const numbers = claims.filter(test).map((claim) => String(claim.index + 1))
  if (numbers.length === 0) return null
  return numbers.length > 1 ? `sentences ${listWords(numbers)} ${verb} ${what}` : `sentence ${numbers[0]} has ${what}`
}

function missingWords(open: readonly string[]): readonly string[] {
  const unanswered = open.filter(isNotAnswered).length
  return [
    ...(unanswered > 0 ? [`${formatCount(unanswered, 'part')} of the question not answered.`] : []),
    ...(unanswered < open.length ? ['Check that this answers the question.'] : []),
  ]
}
