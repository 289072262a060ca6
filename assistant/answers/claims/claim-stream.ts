import { isSaidBySource } from '../../../contract/answers/confirmed.ts'
import { type CheckedClaim, checkClaim } from '../../../checks/check-claim.ts'
import type { Lexicon } from '../../../checks/quotes/harmless-slip.ts'
import { readSources, type SourcePlace } from '../../../checks/confirm.ts'
import type { CheckedSource } from '../../../checks/find-support.ts'
import { checkComputed, isWritten } from '../../../checks/check-computed.ts'
import type { Named } from '../../../checks/uncited-names.ts'
import { type DraftClaim, isSelfReferential, sentenceKey, splitClaims } from '../../../checks/draft-claims.ts'
import { isStatedIn, valuesStated } from '../../../checks/values-stated.ts'
import { withoutAbstention } from '../../../checks/abstention.ts'
import type { Claim, ConclusionSource, PassageSource, Source } from '../../../contract/answers/answer.ts'
import type { NamedIn } from '../../../library/matter-library.ts'
import { conclusions, passages } from '../answer-record.ts'
import { computedQuantity, computedText, ungrouped } from './conclusion-text.ts'
import { NO_REMARKS, quotedClaim } from './quoted-claim.ts'

export type ClaimStream = ReturnType<typeof createClaimStream>

export type ClaimStreamOptions = {
  readonly sources: readonly Source[]
  readonly question: string
  readonly lexicon: Lexicon
  /** See `checkClaim`. */
  readonly unknownWords?: readonly string[]
  /** The documents that the question names. */
  readonly named?: readonly NamedIn[] | undefined
  /** The conclusions that answer the question: what a sentence says of the same thing is held against them. */
  readonly answering?: readonly ConclusionSource[] | undefined
  /** What stands above a source, such as the head of its table, which counts for numbers, dates and names. */
  readonly show?: ((source: PassageSource) => Above) | undefined
}

type Above = { readonly above: string; readonly before: string }
const NOTHING_ABOVE: Above = { above: '', before: '' }

/**
 * Checks an answer's sentences while it is being written; each is given out once, when the next one has begun. One that was said
 * before word for word, of the same sources, or that speaks of the answer alone, is left out.
 */
export function createClaimStream(options: ClaimStreamOptions) {
  const check = createCheck(options)
  const names = [...new Set(passages(options.sources).map(({ document }) => document.split('/').at(-1) ?? document))]
  const said = new Set<string>()
  let given = 0

  /** Each document is asked by itself, and does not tell of the others. */
  function ofOne(draft: DraftClaim): DraftClaim {
    const claim = { ...draft, text: withoutFileNames(draft.text, names) }
    return (options.named ?? []).length < 2 ? claim : { ...claim, text: withoutAbstention(claim.text) }
  }

  function saysMore({ text, sources }: DraftClaim): boolean {
    const key = [sentenceKey(text), ...sources.toSorted()].join('\n')
    if (said.has(key) || isSelfReferential(text)) return false
    said.add(key)
    return true
  }

  function take(answer: string, complete: boolean): readonly Claim[] {
    const claims = splitClaims(answer)
    const ready = complete ? claims : claims.slice(0, -1)
    const before = said.size
    const fresh = ready.slice(given).filter(saysMore)
    given = Math.max(given, ready.length)
    return fresh.map((claim, offset) => check.claim(ofOne(claim), before + offset))
  }

  return {
    /** Of the passages, to quote from. */
    places: check.places,
    /** A place as a sentence, held against rules like any other; null where its source is not among the passages. */
    quoted: check.quoted,
    /** The sentences that have become complete since the last call. */
    written: (answer: string) => take(withoutOpenMark(answer), false),
    /** What is left, once nothing more will be written. */
    ended: (answer: string) => take(answer, true),
  }
}

/** A small model writes the name of the file beside its mark, before or behind a sentence, as the source is headed. */
function withoutFileNames(text: string, names: readonly string[]): string {
  const name = names.find(
    (one) => text.startsWith(`${one}:`) || (text.endsWith(one) && /[.!?]\s+$/.test(text.slice(0, -one.length))),
  )
  if (name === undefined) return text
  return text.startsWith(name) ? text.slice(name.length + 1).trim() : text.slice(0, -name.length).trim()
}

/** A mark that is just being written belongs to the sentence before it, and must not look like the next one. */
function withoutOpenMark(answer: string): string {
  return answer.replace(/\s*\[[^\]]*$/, '')
}

/** What cites a conclusion is held against the conclusion, all else against the passages and then against what rules compute. */
function createCheck(options: ClaimStreamOptions) {
  const { sources, question, lexicon, unknownWords = [], answering = [], show = () => NOTHING_ABOVE } = options
  const named = (options.named ?? []).map((document) => asNamed(document, passages(sources)))
  const passagesByMark = new Map(passages(sources).map((source) => [source.source, source]))
  const all = conclusions(sources)
  const checked = passages(sources).map((source) => asCheckedSource(source, show(source)))
  const places = readSources(checked)
  const check = (claim: DraftClaim, index: number): Claim => {
    const cited = all.filter(({ source }) => claim.sources.includes(source))
    if (cited.length > 0) return computedClaim(claim, index, cited, question)
    const found = checkClaim(claim, { sources: checked, question, lexicon, unknownWords, named, places })
    const meant = isSaidBySource(found.verdict) ? undefined : all.find((one) => isTakenFrom(found, one, question))
    if (meant) return computedClaim(claim, index, [meant], question)
    return besideRules(toClaim(found, index, passagesByMark), { answering, checked, question })
  }
  const quoted = (at: SourcePlace, index: number): Claim | null => {
    const claim = quotedClaim(at, { passages: passages(sources), question, index })
    return claim && besideRules(claim, { answering, checked, question })
  }
  return { claim: check, places, quoted }
}

/** Words of a proof under the mark of a passage that does not hold what they say. */
function isTakenFrom({ text, verdict, absent }: CheckedClaim, conclusion: ConclusionSource, question: string): boolean {
  const computed = computedText(conclusion)
  const said = ungrouped(text, conclusion)
  if (isWritten(said, [...computed.held, ...computed.asWritten])) return true
  return (verdict === 'unsupported' || absent.length > 0) && checkComputed(said, [computed], question).isComputed
}

type BesideRules = {
  readonly answering: readonly ConclusionSource[]
  readonly checked: readonly CheckedSource[]
  readonly question: string
}

/** With the conclusions that compute another value of the same thing; without support where no cited passage states this one. */
function besideRules(claim: Claim, { answering, checked, question }: BesideRules): Claim {
  const others = othersStated(claim.text, answering, question)
  const [first] = others
  if (!first) return claim
  const cited = new Set(claim.citations.map(({ source }) => source))
  const texts = checked
    .filter(({ source }) => cited.has(source))
    .flatMap(({ text, context }) => [text, ...text.split('\n').map((line) => `${context} ${line}`)])
  const isThere = isSaidBySource(claim.verdict) || isStatedIn(texts, first.values, first.quantity, question)
  const differsFrom = others.map(({ source }) => source)
  return { ...claim, differsFrom, verdict: isThere ? claim.verdict : 'unsupported' }
}

/** The conclusions for whose thing a sentence states numbers or days, none of them theirs. */
function othersStated(text: string, answering: readonly ConclusionSource[], question: string) {
  const stated = answering.flatMap((one) => {
    const quantity = computedQuantity(one)
    if (!quantity) return []
    const found = valuesStated(text, quantity, question)
    return found.values.length === 0 ? [] : [{ source: one.source, quantity, ...found }]
  })
  // Of several conclusions, such as candidates with their weights, it may state any.
  return stated.some(({ agrees }) => agrees) ? [] : stated
}

function computedClaim(
  { text }: DraftClaim,
  index: number,
  cited: readonly ConclusionSource[],
  question: string,
): Claim {
  const computed = cited.map(computedText)
  const [first] = cited
  const said = first ? ungrouped(text, first) : text
  const { isComputed, absent } = checkComputed(said, computed, question)
  const isTheirs = isWritten(
    said,
    computed.flatMap(({ held, asWritten }) => [...held, ...asWritten]),
  )
  const others = isTheirs ? [] : othersStated(text, cited, question)
  const citations = cited.map(({ source, rule }) => ({ source, rule }))
  return {
    index,
    text,
    verdict: isComputed && others.length === 0 ? 'computed' : 'unsupported',
    citations,
    ...NO_REMARKS,
    absent: [...absent],
    differsFrom: others.map(({ source }) => source),
  }
}

function asCheckedSource({ source, text, document, section }: PassageSource, { above, before }: Above): CheckedSource {
  return { source, text, context: `${document} ${section} ${above}`.trimEnd(), above, before }
}

function asNamed({ documentId, words }: NamedIn, found: readonly PassageSource[]): Named {
  const own = found.filter((passage) => passage.documentId === documentId)
  return { words, sources: new Set(own.map(({ source }) => source)) }
}

/** Offsets of quotes are into the source's passage; citations state them in the whole text of the document. */
function toClaim(claim: CheckedClaim, index: number, byMark: ReadonlyMap<string, PassageSource>): Claim {
  return {
    index,
    ...NO_REMARKS,
    text: claim.text,
    verdict: claim.verdict,
    absent: [...claim.absent],
    differences: [...claim.differences],
    instead: claim.instead,
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
