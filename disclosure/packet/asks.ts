/** What a reply is asked for beside its sentences: a ranked list of candidates, a choice among so many options. */
export type Asks = { readonly ranked: boolean; readonly options: number }

/** As the segments of the message say, so that it can be nothing else than what is shown. */
export function asksOf(segments: readonly { readonly source: string; readonly outgoing: string }[]): Asks {
  const options = segments.find(({ source }) => source === 'options')?.outgoing ?? ''
  return {
    ranked: segments.some(({ source }) => source === 'candidates'),
    options: options.split('\n').filter((line) => /^[A-J]\. /.test(line)).length,
  }
}

export const NOTHING_MORE: Asks = { ranked: false, options: 0 }

/** The letters under which options stand, ten at most. */
export const OPTION_LETTERS = 'ABCDEFGHIJ'
