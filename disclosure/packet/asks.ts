import { letterOf } from './option-source.ts'

/** What a reply is asked for beside its sentences: a ranked list of candidates, a choice among so many options. */
export type Asks = { readonly ranked: boolean; readonly options: number }

/** As the segments of the message say, so that it can be nothing else than what is shown. */
export function asksOf(segments: readonly { readonly source: string }[]): Asks {
  return {
    ranked: segments.some(({ source }) => source === 'candidates'),
    options: segments.filter(({ source }) => letterOf(source) !== null).length,
  }
}

export const NOTHING_MORE: Asks = { ranked: false, options: 0 }
