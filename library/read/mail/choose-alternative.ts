import type { MailText } from './mail-text.ts'
import { type ReadWarning, warning } from '../read-warning.ts'

/** Share of the words of one text that must stand in the other for them to say the same. */
const SAME_SHARE = 0.9
/** So few words more are a caption or the name of a list, not content. */
const FEW_WORDS = 5

export type ChosenText = { readonly texts: readonly MailText[]; readonly warnings: readonly ReadWarning[] }

/**
 * Of the plain and the formatted text of the same message: the plain one where both say the same; the formatted one where
 * it says more or has tables, which plain text flattens; both, with a warning, where each says something of its own.
 */
export function chooseAlternative(plain: MailText, html: MailText): ChosenText {
  const plainWords = wordsOf(plain.text)
  const htmlWords = wordsOf(html.text)
  const plainHasMore = hasMore(plainWords, htmlWords)
  const htmlHasMore = hasMore(htmlWords, plainWords)
  if (plainHasMore && htmlHasMore)
    return {
      texts: [plain, html],
      warnings: [
        warning(
          'layout',
          'The message has a plain and a formatted text that differ; both were read, one after the other.',
        ),
      ],
    }
  const isHtmlBetter = htmlHasMore || (hasTable(html) && !plainHasMore)
  return { texts: [isHtmlBetter ? html : plain], warnings: [] }
}

/** Addresses of links stand only in plain texts and names of pictures in either. */
function wordsOf(text: string): ReadonlyMap<string, number> {
  const words = new Map<string, number>()
  const said = text.replace(/\b(https?:\/\/|www\.|mailto:|cid:)\S+|\[(image|cid|inline)[^\]\n]{0,200}\]/gi, ' ')
  for (const [word] of said.toLowerCase().matchAll(/[\p{L}\p{N}]{2,}/gu)) words.set(word, (words.get(word) ?? 0) + 1)
  return words
}

function hasMore(words: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): boolean {
  let total = 0
  let missing = 0
  for (const [word, count] of words) {
    total += count
    missing += Math.max(0, count - (others.get(word) ?? 0))
  }
  // Of a short text a few words may be the whole answer.
  return missing > total / 2 || (missing > FEW_WORDS && missing > total * (1 - SAME_SHARE))
}

function hasTable({ text, blocks }: MailText): boolean {
  return blocks.some((block) => {
    if (block.kind !== 'table') return false
    const rows = text.slice(block.start, block.end).split('\n')
    return rows.filter((row) => row.includes('\t')).length >= 2
  })
}
