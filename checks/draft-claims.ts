import { factsInText } from '../text/text-facts.ts'
import { normalise } from '../text/normalise.ts'
import { splitSentences } from '../text/sentences.ts'

/** One sentence of an answer with the source marks that stood in it; `text` is without the marks. */
export type DraftClaim = { readonly text: string; readonly sources: readonly string[] }

const MARK = /\s*\[([A-Z]\d+)\]/g

/** Splits an answer such as "It ended on 1 May [S2]. Nobody objected [S1][S3]." into its sentences and their marks. */
export function splitClaims(answer: string): readonly DraftClaim[] {
  // A mark after the full stop belongs to the sentence before it.
  const marked = answer.replace(/([.!?])((?:\s*\[[A-Z]\d+\])+)/g, '$2$1')
  return splitSentences(withoutBracketStops(marked))
    .map(({ start, end }) => marked.slice(start, end))
    .map((sentence) => ({
      text: sentence
        .replace(MARK, '')
        .replace(/^(?:[-*•]|\d{1,2}[.)])\s+/, '')
        .trim(),
      sources: [...new Set([...sentence.matchAll(MARK)].map((match) => match[1] as string))],
    }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
}

/** A mark must be a word for the sentences, and no bracket or single letter; lengths stay equal, so the spans fit the original. */
function withoutBracketStops(text: string): string {
  return text.replace(MARK, (mark) => mark.trim().replaceAll(/./g, 'x').padStart(mark.length))
}

/**
 * The same for two sentences only if they say the same word for word: in one order, with the same numbers, names and days. How a day
 * or a quotation mark is written makes no difference, nor whether the day stands first or last, nor a "the". Any word more or less may
 * turn a sentence round ("failed to", "if"), and no list of such words is ever whole.
 */
export function sentenceKey(text: string): string {
  const words = normalise(withPlainDays(text)).text.split(' ')
  const said = words.filter((word) => word !== 'the' && !/^['.-]+$/.test(word))
  const [first = ''] = said
  return (DAY.test(first) ? [...said.slice(1), first] : said).join(' ')
}

const DAY = /^\d{4}-\d{2}(?:-\d{2})?$/

/** "On 3 May" and "3 May"; not "by 3 May". */
const BEFORE_A_DAY = /\b(?:on|in)\s+$/i

function withPlainDays(text: string): string {
  return factsInText(text)
    .filter(({ kind }) => kind === 'date')
    .toSorted((one, other) => other.start - one.start)
    .reduce((words, { start, end, value }) => {
      const before = words.slice(0, start).replace(BEFORE_A_DAY, '')
      return `${before} ${value} ${words.slice(end)}`
    }, text)
}

const OF_ITSELF =
  /^(?:this|the above) (?:summary|overview|answer|response) (?:also )?(?:includes?|provides?|covers?|contains?|gives?|highlights?|outlines?|describes?|reflects?|captures?|is based)\b/i

/** "This summary provides a comprehensive overview": about the answer, not about the matter. Small models fill up with it. */
export function isSelfReferential(sentence: string): boolean {
  return OF_ITSELF.test(sentence.trim())
}
