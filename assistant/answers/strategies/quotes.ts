import { nearestPlace } from '../../../checks/nearest-place.ts'
import { saysNothing } from '../../../checks/says-nothing.ts'
import type { AnswerEvent, Claim, CompleteAskInput } from '../../../contract/answer.ts'
import { isConfirmed } from '../../../contract/confirmed.ts'
import { passages } from '../answer-record.ts'
import { type Drafting, draftParts, type Writer } from '../parts/draft-parts.ts'
import type { Part } from '../parts/plan-parts.ts'
import { quotedClaim } from '../quoted-claim.ts'

/**
 * An answer led by quotes, for models that paraphrase badly: the model writes, and by what it writes chooses; code quotes the sentence or
 * row that each of its sentences comes nearest to. A sentence of the model itself stays only where its source confirms it. What the
 * question asks beyond that is looked for in the passages by code. In 34 answers on invented judgments the quotes held more of the
 * right answer than the sentences did (`nearest-place.ts`).
 */
export async function* quotes(
  input: CompleteAskInput,
  writer: Writer,
  parts: readonly Part[],
  drafting: Drafting,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  const { progress, begun } = drafting
  const take = (checked: readonly Claim[]) => drafting.take(quoted(checked, drafting, input.question))
  for await (const event of draftParts(input, writer, parts, { ...drafting, take }, signal)) {
    // What is drafted is no sentence of the answer yet.
    if (event.type !== 'answer-delta') yield event
  }
  yield* drafting.take(lacking(drafting))
  progress.text = [
    begun,
    ...progress.claims.filter(({ verdict }) => begun === '' || verdict !== 'computed').map(marked),
  ]
    .filter(Boolean)
    .join('\n')
}

function marked({ text, citations }: Claim): string {
  return `${text} ${[...new Set(citations.map(({ source }) => `[${source}]`))].join('')}`.trimEnd()
}

/** Each sentence that its source confirms or contradicts as it is; the others as the place that they come nearest to, each place once. */
function quoted(checked: readonly Claim[], { claims, progress, whole }: Drafting, question: string): readonly Claim[] {
  const places = claims.places.filter(({ source }) => isMeant(source))
  const naming = new Set(progress.about.named.flatMap(({ words }) => [...words]))
  const fresh: Claim[] = []
  for (const claim of checked) {
    const isKept = claim.verdict === 'contradicted' || claim.verdict === 'computed' || isConfirmed(claim)
    const cited = new Set(claim.citations.map(({ source }) => source))
    const at = isKept || saysNothing(claim.text) ? null : nearestPlace(claim.text, { places, cited, question, naming })
    const quote = isKept ? claim : at && quotedClaim(at, passages(progress.sources), claim.index)
    if (quote && !isTwice(quote, [...progress.claims, ...fresh]) && citesMeant(quote)) fresh.push(quote)
  }
  return fresh

  function isMeant(mark: string): boolean {
    const passage = passages(progress.sources).find(({ source }) => source === mark)
    return passage === undefined || whole.isMeant(passage.documentId)
  }
  function citesMeant({ citations }: Claim): boolean {
    return citations.every((one) => !('quote' in one) || isMeant(one.source))
  }
}

/** What code finds of what the sentences so far leave open. */
function lacking({ progress, whole }: Drafting): readonly Claim[] {
  const fresh: Claim[] = []
  for (const at of whole.lacking(progress.claims)) {
    const claim = quotedClaim(at, passages(progress.sources), progress.claims.length + fresh.length)
    if (claim && !isTwice(claim, [...progress.claims, ...fresh])) fresh.push(claim)
  }
  return fresh
}

/** Of the same place one sentence is enough, whether it is quoted or said in other words. */
function isTwice(one: Claim, others: readonly Claim[]): boolean {
  const placeOf = ({ citations }: Claim) =>
    citations
      .map((citation) => ('quote' in citation ? `${citation.documentId} ${citation.start}` : citation.rule))
      .join()
  return others.some((other) => placeOf(other) === placeOf(one) && (placeOf(one) !== '' || other.text === one.text))
}
