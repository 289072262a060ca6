import type { Answer, Claim, ConclusionSource } from '../../../contract/answer.ts'
import { pageWords } from '../../../contract/page-unit.ts'
import { cards, conclusions, passages } from '../answer-record.ts'
import { headSentences } from '../conclusion-text.ts'
import { proofLines } from '../proof-lines.ts'

/** What stands on an exported page, whatever the format, in reading order. */
export type PaperBlock =
  | { readonly kind: 'question' | 'heading' | 'small' | 'note'; readonly text: string }
  | {
      readonly kind: 'sentence'
      readonly number: number
      readonly text: string
      readonly marks: string
      readonly verdict: string
    }
  | { readonly kind: 'source'; readonly mark: string; readonly where: string; readonly quote: string }
  /** One line of a proof; `depth` 0 is the conclusion itself, with its mark. */
  | { readonly kind: 'proof'; readonly mark: string; readonly depth: number; readonly text: string }

const STATES: Readonly<Record<Answer['state'], string>> = {
  answered: 'Answered',
  uncertain: 'Uncertain: not to be relied on',
  'not-found': 'The documents do not say',
  extractive: 'Passages only, nothing was written',
  stopped: 'Stopped before its end',
}

/** How a verdict is put where there is no room for a badge. */
export const VERDICT_WORDS: Readonly<Record<Claim['verdict'], string>> = {
  verbatim: 'verbatim',
  close: 'close',
  entailed: 'entailed',
  computed: 'computed',
  unsupported: 'no source: do not rely on it',
  unchecked: 'cited, wording not checked',
}

/** A question with its follow-ups, oldest first, as it is read on paper: sentences with marks and verdicts, then quotes. */
export function answersOnPaper(answers: readonly Answer[]): readonly PaperBlock[] {
  const last: PaperBlock = { kind: 'note', text: 'Check every sentence at its source before you rely on it.' }
  return [...answers.flatMap(onPaper), last]
}

function onPaper(answer: Answer): readonly PaperBlock[] {
  const model = answer.model ? `${answer.model.id} (SHA-256 ${answer.model.sha256})` : 'no model'
  const facts = `Asked ${answer.askedAt}. ${STATES[answer.state]}. Model: ${model}. Ledger entry ${answer.ledgerEntry}.`
  const sources = quotesOf(answer)
  const proofs = conclusions(answer.sources).flatMap(proofBlocks)
  const title = answer.claims.length > 0 ? 'Sources' : 'Passages found'
  return [
    { kind: 'question', text: answer.question },
    { kind: 'small', text: facts },
    ...answer.claims.map(sentence),
    ...(proofs.length > 0 ? [{ kind: 'heading' as const, text: 'Computed by rules' }, ...proofs] : []),
    ...(sources.length > 0 ? [{ kind: 'heading' as const, text: title }, ...sources] : []),
    ...cards(answer.sources).map(
      (card): PaperBlock => ({
        kind: 'note',
        text: `Written with general knowledge, which is no evidence: ${card.title}.`,
      }),
    ),
    ...unsearchedLines(answer.searched).map((text): PaperBlock => ({ kind: 'note', text: `${text}.` })),
  ]
}

function sentence({ index, text, verdict, citations, ...checks }: Claim): PaperBlock {
  const marks = [...new Set(citations.map(({ source }) => `[${source}]`))].join('')
  const own = text.replace(/\s*\[[SR]\d+\]/g, '')
  return {
    kind: 'sentence',
    number: index + 1,
    text: own,
    marks,
    verdict: [VERDICT_WORDS[verdict], ...notes(checks)].join('; '),
  }
}

function notes({
  absent,
  differences,
  differsFrom,
  authorities,
}: Pick<Claim, 'absent' | 'differences' | 'differsFrom' | 'authorities'>): readonly string[] {
  const lost = authorities.filter(({ foundIn }) => foundIn === null).map(({ text }) => text)
  return [
    ...differences.map(differenceWords),
    ...(absent.length === 0 ? [] : [`not in the cited passages: ${absent.join(', ')}`]),
    ...(differsFrom.length === 0 ? [] : [`another value than ${differsFrom.join(', ')} computes`]),
    ...(lost.length === 0 ? [] : [`not in the library: ${lost.join(', ')}`]),
  ]
}

/** How a word of a close sentence stands in the source. */
export function differenceWords({ written, stands }: Claim['differences'][number]): string {
  if (stands === '') return `the source has no “${written}”`
  return written === '' ? `the source has “${stands}” besides` : `the source has “${stands}” for “${written}”`
}

/** The quotes of the sentences; where nothing was written, the passages themselves. */
function quotesOf({ claims, sources }: Answer): readonly PaperBlock[] {
  const cited = claims.flatMap(({ citations }) => citations).filter((citation) => 'quote' in citation)
  const found = passages(sources).map(({ text, ...source }) => ({ ...source, quote: text }))
  const quotes = claims.length > 0 ? cited : found
  const lines = quotes.map(({ source, document, reference, page, quote }) => ({
    kind: 'source' as const,
    mark: source,
    where: [placeName({ document, reference }), pageWords(document, page)].filter(Boolean).join(', '),
    quote: quote.replace(/\s+/g, ' ').trim(),
  }))
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()]
}

/** What a rule concludes or asks for, with every step of its proof: assumptions stand in the first line. */
function proofBlocks(conclusion: ConclusionSource): readonly PaperBlock[] {
  const [, ...steps] = proofLines(conclusion.proof)
  const { source: mark, asOf } = conclusion
  return [
    { kind: 'proof', mark, depth: 0, text: `${headSentences(conclusion).join(' ')} (as of ${asOf})` },
    ...steps.map(({ depth, text }): PaperBlock => ({ kind: 'proof', mark: '', depth, text })),
  ]
}

/** A document by its path; one of a reference library with the name of the library in front. */
export function placeName({ document, reference }: { document: string; reference: string | null }): string {
  return reference === null ? document : `Reference ${reference}: ${document}`
}

/** What an answer does not know or tell, a line each. */
export function unsearchedLines(searched: Answer['searched']): readonly string[] {
  const { notYetRead, notReadable, conclusionsLeftOut } = searched
  return [
    ...(notYetRead.length > 0 ? [`Not read yet, so not searched: ${notYetRead.join(', ')}`] : []),
    ...notReadable.map(({ document, reason }) => `Could not look in, or not in all of it: ${document}: ${reason}`),
    ...(conclusionsLeftOut > 0 ? [moreConclusions(conclusionsLeftOut)] : []),
  ]
}

function moreConclusions(count: number): string {
  return count === 1
    ? '1 more conclusion fits the question; all conclusions stand under Facts & rules'
    : `${count} more conclusions fit the question; all conclusions stand under Facts & rules`
}
