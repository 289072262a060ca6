import type { Findings } from '../disclosure/identifiers/identifier.ts'

/** A span of which this share of letters and digits is covered counts as found (`docs/measuring.md`). */
const FOUND = 0.9
const SIGN = /[\p{L}\p{N}]/u

export type GoldSpan = { readonly start: number; readonly end: number; readonly type: string }
export type Scored = {
  readonly found: readonly boolean[]
  readonly foundWithFlags: readonly boolean[]
  /** Letters and digits. */
  readonly masked: number
  readonly maskedInGold: number
  readonly flagged: number
  readonly tokens: number
}

export type ScoreSum = {
  spans: number
  found: number
  foundWithFlags: number
  masked: number
  maskedInGold: number
  flagged: number
  tokens: number
}

/** `neutral`: what counts neither as an identifier nor as anything else. */
export function scoreIdentifiers(
  text: string,
  gold: readonly GoldSpan[],
  { spans, flags }: Findings,
  neutral: readonly GoldSpan[] = [],
): Scored {
  const isNeutral = covered(text.length, neutral)
  const sign = Array.from(text, () => false)
  for (const { index } of text.matchAll(/[\p{L}\p{N}]/gu)) sign[index] = isNeutral[index] === 0
  const mask = covered(text.length, spans)
  const both = covered(text.length, [...spans, ...flags])
  const inGold = covered(text.length, gold)
  const count = (at: (index: number) => boolean) =>
    sign.reduce((sum, is, index) => (is && at(index) ? sum + 1 : sum), 0)
  const share = ({ start, end }: GoldSpan, by: Uint8Array) => {
    let [all, hit] = [0, 0]
    for (let at = start; at < end; at += 1)
      if (SIGN.test(text[at] ?? '')) {
        all += 1
        hit += by[at] ?? 0
      }
    return all === 0 ? 1 : hit / all
  }
  return {
    found: gold.map((span) => share(span, mask) >= FOUND),
    foundWithFlags: gold.map((span) => share(span, both) >= FOUND),
    masked: count((at) => mask[at] === 1),
    maskedInGold: count((at) => mask[at] === 1 && inGold[at] === 1),
    flagged: flags.filter(({ start }) => isNeutral[start] === 0).length,
    tokens: text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)?.length ?? 0,
  }
}

export function sumScores(scores: readonly Scored[]): ScoreSum {
  const sum: ScoreSum = { spans: 0, found: 0, foundWithFlags: 0, masked: 0, maskedInGold: 0, flagged: 0, tokens: 0 }
  for (const score of scores) {
    sum.spans += score.found.length
    sum.found += score.found.filter(Boolean).length
    sum.foundWithFlags += score.foundWithFlags.filter(Boolean).length
    sum.masked += score.masked
    sum.maskedInGold += score.maskedInGold
    sum.flagged += score.flagged
    sum.tokens += score.tokens
  }
  return sum
}

function covered(length: number, spans: readonly { readonly start: number; readonly end: number }[]): Uint8Array {
  const by = new Uint8Array(length)
  for (const { start, end } of spans) by.fill(1, start, end)
  return by
}
