import { type CheckedClaim, checkClaim } from '../../checks/check-claim.ts'
import type { CheckedSource } from '../../checks/find-support.ts'
import { checkComputed } from '../../checks/check-computed.ts'
import { type DraftClaim, splitClaims } from '../../checks/split-claims.ts'
import type { Claim, ConclusionSource, PassageSource, Source } from '../../contract/answer.ts'
import { conclusions, passages } from './answer-record.ts'
import { computedText } from './conclusion-text.ts'

export type ClaimStream = ReturnType<typeof createClaimStream>

/**
 * Checks an answer's sentences while it is being written; each is given out once, when the next one has begun. `above` is
 * what the model was shown before a source, such as the head of its table: it counts for numbers, dates and names.
 */
export function createClaimStream(
  sources: readonly Source[],
  question: string,
  above: (source: Source) => string = () => '',
) {
  const check = createCheck(sources, question, above)
  let given = 0

  function take(answer: string, complete: boolean): readonly Claim[] {
    const claims = splitClaims(answer)
    const ready = complete ? claims : claims.slice(0, -1)
    const fresh = ready.slice(given).map((claim, offset) => check(claim, given + offset))
    given = Math.max(given, ready.length)
    return fresh
  }

  return {
    /** The sentences that have become complete since the last call. */
    written: (answer: string) => take(withoutOpenMark(answer), false),
    /** What is left, once nothing more will be written. */
    ended: (answer: string) => take(answer, true),
  }
}

/** A mark that is just being written belongs to the sentence before it, and must not look like the next one. */
function withoutOpenMark(answer: string): string {
  return answer.replace(/\s*\[[^\]]*$/, '')
}

/** What cites a conclusion is held against the conclusion, all else against the passages. */
function createCheck(
  sources: readonly Source[],
  question: string,
  above: (source: Source) => string,
): (claim: DraftClaim, index: number) => Claim {
  const passagesByMark = new Map(passages(sources).map((source) => [source.source, source]))
  const conclusionsByMark = new Map(conclusions(sources).map((source) => [source.source, source]))
  const checked = passages(sources).map((source) => asCheckedSource(source, above(source)))
  return (claim, index) => {
    const cited = claim.sources.flatMap((mark) => conclusionsByMark.get(mark) ?? [])
    if (cited.length === 0) return toClaim(checkClaim(claim, checked, question), index, passagesByMark)
    return computedClaim(claim, index, cited, question)
  }
}

function computedClaim(
  { text }: DraftClaim,
  index: number,
  cited: readonly ConclusionSource[],
  question: string,
): Claim {
  const { isComputed, absent } = checkComputed(text, cited.map(computedText), question)
  const citations = cited.map(({ source, rule }) => ({ source, rule }))
  return { index, text, verdict: isComputed ? 'computed' : 'unsupported', citations, absent: [...absent] }
}

function asCheckedSource({ source, text, document, section }: PassageSource, above: string): CheckedSource {
  return { source, text, context: `${document} ${section} ${above}`.trimEnd() }
}

/** Offsets of quotes are into the source's passage; citations state them in the whole text of the document. */
function toClaim(claim: CheckedClaim, index: number, byMark: ReadonlyMap<string, PassageSource>): Claim {
  return {
    index,
    text: claim.text,
    verdict: claim.verdict,
    absent: [...claim.absent],
    citations: claim.citations.flatMap(({ source, start, end, quote }) => {
      const cited = byMark.get(source)
      if (!cited) return []
      const { document, documentId, reference, page } = cited
      return [
        { source, document, documentId, reference, page, start: cited.start + start, end: cited.start + end, quote },
      ]
    }),
  }
}
