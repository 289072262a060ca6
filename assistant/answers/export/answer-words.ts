import type { Answer, Choice, Claim } from '../../../contract/answer.ts'
import { pageWords } from '../../../contract/page-unit.ts'

export const STATES: Readonly<Record<Answer['state'], string>> = {
  answered: 'Answered',
  'answered-in-part': 'Answered in part',
  uncertain: 'Not confirmed',
  'not-found': 'The documents do not say',
  'not-written': 'No answer was written; the sentences below come nearest to the question',
  extractive: 'Passages only, nothing was written',
  stopped: 'Stopped before its end',
}

/** How a verdict is put where there is no room for a badge. */
export const VERDICT_WORDS: Readonly<Record<Claim['verdict'], string>> = {
  verbatim: 'verbatim',
  close: 'close',
  supported: 'supported',
  computed: 'computed',
  contradicted: 'contradicted by its source',
  unsupported: 'no source: do not rely on it',
  unchecked: 'cites a source, not confirmed',
}

/** What a verdict says, for those who read the paper and have never seen the program. */
export const VERDICT_MEANINGS: Readonly<Record<Claim['verdict'], string>> = {
  verbatim: 'Verbatim: the source has these words, in this order.',
  close: 'Close: the words of the source but for those named below the sentence; same numbers, dates and negations.',
  supported:
    'Supported: other words, but one place of the source confirms every thing, number, date, name and negation.',
  computed:
    'Computed: a rule concludes it, and its proof is below the sentences; or it was counted or added by the program from the quotes that are named.',
  contradicted: 'Contradicted: the source says otherwise of the same thing; its own words are given.',
  unsupported: 'No source: nothing in the sources supports it.',
  unchecked: 'Cites a source, not confirmed: read the source before relying on the sentence.',
}

/** How a word of a close sentence stands in the source. */
export function differenceWords({ written, stands }: Claim['differences'][number]): string {
  if (stands === '') return `the source has no “${written}”`
  return written === '' ? `the source has “${stands}” besides` : `the source has “${stands}” for “${written}”`
}

/** A document by its path; one of a reference library with the name of the library in front. */
export function placeName({ document, reference }: { document: string; reference: string | null }): string {
  return reference === null ? document : `Reference ${reference}: ${document}`
}

type Placed = { readonly document: string; readonly reference: string | null; readonly page: number | null }

/** A document with its page, sheet, slide or chapter. */
export function placeWords({ document, reference, page }: Placed): string {
  return [placeName({ document, reference }), pageWords(document, page)].filter(Boolean).join(', ')
}

/** What an answer does not know or tell, a line each. */
export function unsearchedLines(searched: Answer['searched']): readonly string[] {
  const { notYetRead, notReadable, conclusionsLeftOut, rulesNotUsed } = searched
  return [
    ...(notYetRead.length > 0 ? [`Not read yet, so not searched: ${notYetRead.join(', ')}`] : []),
    ...notReadable.map(({ document, reason }) => `Could not look in, or not in all of it: ${document}: ${reason}`),
    ...rulesNotUsed,
    ...(conclusionsLeftOut > 0 ? [moreConclusions(conclusionsLeftOut)] : []),
  ]
}

function moreConclusions(count: number): string {
  return count === 1
    ? '1 more conclusion fits the question; all conclusions are under Facts & rules'
    : `${count} more conclusions fit the question; all conclusions are under Facts & rules`
}

/** How clearly an option was chosen: counts before shares. */
export function choiceWords({ options, choice, margin, votes, ballots }: Choice): string {
  const lead = `${Math.abs(100 * margin).toFixed(0)} points ${margin < 0 ? 'behind' : 'ahead of'} the next`
  return `Chosen from ${options.length} options: “${options[choice]}”, by ${votes} of ${ballots} ballots, ${lead}`
}

/** `1 page`, `1,200 pages`. */
export function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`
}
