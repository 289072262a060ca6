import type { Answer, AnswerState, Claim } from '../../contract/answer.ts'
import { LACKS_ANSWER, lacksAnswer } from '../../contract/lacks-answer.ts'
import type { Shape } from '../parts/glyph.tsx'
import type { Tone } from '../parts/state-mark.tsx'
import { formatCount } from '../wording/format-count.ts'

type AnswerHeading = { readonly shape: Shape; readonly tone: Tone; readonly word: string }

/** The word over an answer. */
export const ANSWER_HEADINGS: Readonly<Record<AnswerState, AnswerHeading>> = {
  answered: { shape: 'ready', tone: 'ok', word: 'Answered' },
  uncertain: { shape: 'caution', tone: 'warn', word: 'Uncertain' },
  'not-found': { shape: 'none', tone: 'soft', word: 'Not found' },
  extractive: { shape: 'partial', tone: 'soft', word: 'Passages only' },
  stopped: { shape: 'partial', tone: 'warn', word: 'Stopped' },
}

/** What stands beside the state of an answer. `quoted` says where its passages stand. */
export function stateSummary(answer: Answer, quoted: 'above' | 'below'): string {
  const { state, claims, model } = answer
  if (lacksAnswer(answer)) return `${answerCheck(claims)}, but ${LACKS_ANSWER}.`
  if (state !== 'extractive') return answerSummary(state, claims)
  const where = `What stands ${quoted} is quoted.`
  return model ? `The model wrote nothing. ${where}` : `No model was used, so nothing was written. ${where}`
}

/** How much of the answer its sources bear out, and which sentences they do not: counts, never a share. */
export function answerSummary(state: AnswerState, claims: readonly Claim[]): string {
  if (claims.length === 0) return state === 'stopped' ? 'No sentence was complete.' : 'No sentence was written.'
  const parts = [answerCheck(claims)]
  const judged = numbersOf(claims.filter((claim) => claim.verdict === 'entailed'))
  if (judged) parts.push(`${judged} only the model’s judgement`)
  const without = numbersOf(claims.filter((claim) => claim.verdict === 'unsupported'))
  if (without) parts.push(`${without} no source`)
  const absent = numbersOf(claims.filter((claim) => claim.absent.length > 0 && claim.verdict !== 'unsupported'))
  if (absent) parts.push(`${absent} something that the cited page does not hold`)
  const differing = numbersOf(
    claims.filter(({ verdict, differsFrom }) => differsFrom.length > 0 && verdict !== 'unsupported'),
  )
  if (differing) parts.push(`${differing} another value than a rule computes`)
  const lost = numbersOf(claims.filter(({ authorities }) => authorities.some(({ foundIn }) => foundIn === null)))
  if (lost) parts.push(`${lost} an authority that is not in the library`)
  const words = `${parts.join('; ')}.`
  return state === 'stopped' ? `${words} What was written is kept.` : words
}

/** What the model judged was not checked by code. */
const NOT_CHECKED: ReadonlySet<Claim['verdict']> = new Set(['unsupported', 'unchecked', 'entailed'])

/** How many of these sentences were checked; where none was, how many name a source. */
export function answerCheck(claims: readonly Claim[]): string {
  const checked = claims.filter(({ verdict }) => !NOT_CHECKED.has(verdict)).length
  const cited = claims.filter(({ citations }) => citations.length > 0).length
  const all = formatCount(claims.length, 'sentence')
  if (checked > 0) return `${checked} of ${all} checked against ${checked === 1 ? 'its source' : 'their sources'}`
  return `${cited} of ${all} ${cited === 1 ? 'names its source' : 'name their sources'}, wording not checked`
}

/** `sentence 6 has`, `sentences 2 and 6 have`; null for none. */
function numbersOf(claims: readonly Claim[]): string | null {
  const numbers = claims.map((claim) => String(claim.index + 1))
  const last = numbers.pop()
  if (!last) return null
  return numbers.length > 0 ? `sentences ${numbers.join(', ')} and ${last} have` : `sentence ${last} has`
}
