import type { Answer, Claim } from '../../contract/answers/answer.ts'
import type { RoutingCode, RoutingReason } from '../../contract/answers/routing.ts'
import { isSplit } from '../answers/settle.ts'

type Judged = Pick<Answer, 'state' | 'claims' | 'notAnswered' | 'confidence' | 'choice'>

/** What speaks for a second opinion in the answer itself. */
export function afterReasons({ state, claims, notAnswered, confidence, choice }: Judged): readonly RoutingReason[] {
  if (state === 'not-found') return [{ code: 'not-found', text: 'this computer found no answer in your documents' }]
  if (state === 'not-written') return [{ code: 'not-found', text: 'this computer wrote no answer' }]
  return [
    ...lowConfidence(confidence),
    ...ofSentences(claims, 'contradicted', ...CONTRADICTED, ({ verdict }) => verdict === 'contradicted'),
    ...ofSentences(claims, 'no-source', 'no source', 'no source', ({ verdict }) => verdict === 'unsupported'),
    ...ofSentences(claims, 'absent', ...ABSENT, ({ absent }) => absent.length > 0),
    ...ofSentences(claims, 'rule-differs', ...DIFFERS, ({ differsFrom }) => differsFrom.length > 0),
    ...ofSentences(claims, 'authority', ...AUTHORITY, ({ authorities }) =>
      authorities.some(({ foundIn }) => foundIn === null),
    ),
    ...(notAnswered.length === 0
      ? []
      : [{ code: 'not-answered' as const, text: `this computer left open: ${notAnswered.join('; ')}` }]),
    ...(choice && isSplit(choice)
      ? [{ code: 'split-choice' as const, text: `the readings were split, ${choice.votes} votes of ${choice.ballots}` }]
      : []),
  ]
}

const ABSENT = [
  'a number, date, name or key word that its source does not have',
  'numbers, dates, names or key words that their sources do not have',
] as const
const CONTRADICTED = ['a source that says otherwise', 'sources that say otherwise'] as const
const DIFFERS = ['another value than a rule computes', 'other values than rules compute'] as const
const AUTHORITY = [
  'a statute or decision that your library does not have',
  'statutes or decisions that your library does not have',
] as const

/** `sentence 6 has no source`, `sentences 2 and 3 have …`. */
function ofSentences(
  claims: readonly Claim[],
  code: RoutingCode,
  one: string,
  several: string,
  test: (claim: Claim) => boolean,
): readonly RoutingReason[] {
  const numbers = claims.filter(test).map(({ index }) => index + 1)
  if (numbers.length === 0) return []
  if (numbers.length === 1) return [{ code, text: `sentence ${numbers[0]} has ${one}` }]
  return [{ code, text: `sentences ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)} have ${several}` }]
}

function lowConfidence(confidence: Answer['confidence']): readonly RoutingReason[] {
  if (confidence?.band !== 'low') return []
  const { like } = confidence
  const counted = like && like.of > 0 ? `: of ${like.of} earlier answers like it ${like.count} were right` : ''
  return [{ code: 'low-confidence', text: `confidence is low${counted}` }]
}
