import type { Answer } from './answer.ts'

/** Uncertain though nothing is wrong with any sentence: none of them gives the date or number that was asked for. */
export function lacksAnswer({ state, claims, choice }: Pick<Answer, 'state' | 'claims' | 'choice'>): boolean {
  return (
    state === 'uncertain' &&
    choice === null &&
    claims.every(
      ({ verdict, absent, differsFrom, authorities }) =>
        verdict !== 'unsupported' &&
        absent.length === 0 &&
        differsFrom.length === 0 &&
        authorities.every(({ foundIn }) => foundIn !== null),
    )
  )
}

export const LACKS_ANSWER = 'no sentence gives the date or number that was asked for'
