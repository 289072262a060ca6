import type { Span } from '../../text/spans.ts'
import type { DraftFound } from './draft-finding.ts'

/** A paragraph or heading of a draft as its numbers are looked up; offsets into the text. */
export type NumberedPart = Span & {
  /** As printed: "7", "12.4"; empty where it has none. */
  readonly number: string
  readonly text: string
}

const NUMBER = String.raw`(?<number>\d{1,3}(?:\.\d{1,3})*)`
const PART = String.raw`(?<kind>paragraphs?|paras?\.?|sections?|clauses?|points?|Absatz|Abschnitt|Ziffer|Ziff\.|Punkt)`
/** What says that the part is one of this text: "in paragraph 7 above", "as set out in paragraph 7". */
const OWN = new RegExp(
  String.raw`\b${PART}\s+${NUMBER}(?:\s*\(\p{L}{1,4}\))?(?<behind>\s+(?:above|below|of this (?:skeleton|letter|report|statement|argument|agreement|note|opinion|draft|document)|hereof|herein|oben|unten))?`,
  'giu',
)
const LEADS =
  /\b(?:as (?:set out|explained|stated|noted|described|argued|mentioned|discussed|submitted)(?: above)? (?:in|at)|see|cf\.?)\s*$/iu
/** "Paragraph 7 of the witness statement" is another's. */
const OF_OTHER = /^\s*(?:of|in|to|under|,)\s+(?:the|his|her|its|their|our|your|a|an|\p{Lu})/u
const PARTS_AT_LEAST = 3

/**
 * References of a draft to parts of itself that it has not. One is read as such where it says so ("above", "of this letter"), or where
 * the draft numbers its paragraphs and nothing says whose it is.
 */
export function checkCrossReferences(parts: readonly NumberedPart[]): readonly DraftFound[] {
  const numbered = parts.map(numberOf).filter((number) => number !== '')
  const numbers = new Set(numbered.flatMap(withParents))
  if (numbered.length < PARTS_AT_LEAST) return []
  return parts.flatMap((part) =>
    [...part.text.matchAll(OWN)].flatMap((match): readonly DraftFound[] => {
      const { number = '', kind = '', behind } = match.groups ?? {}
      const after = part.text.slice(match.index + match[0].length)
      const isParagraph = /^para/i.test(kind)
      const isSaid = behind !== undefined || (isParagraph && LEADS.test(part.text.slice(0, match.index)))
      if (!isSaid || (behind === undefined && OF_OTHER.test(after)) || numbers.has(number)) return []
      const start = part.start + match.index
      const end = start + match[0].length
      const said = { code: 'noTarget' as const, target: `${kind} ${number}` }
      return [
        {
          kind: 'cross-reference',
          start,
          end,
          verdict: 'contradicted',
          words: [{ start, end }],
          said,
          instead: null,
          at: [],
        },
      ]
    }),
  )
}

/** Also "Section 4: Costs" and "§ 4 Kosten" are numbered. */
const HEADED = new RegExp(
  String.raw`^\W*(?:${PART}|Article|Artikel|Part|Schedule|§)\s*${NUMBER}(?!\s*(?:above|below|of)\b)`,
  'iu',
)

function numberOf({ number, text }: NumberedPart): string {
  return number === '' ? (HEADED.exec(text)?.groups?.number ?? '') : number
}

function withParents(number: string): readonly string[] {
  const steps = number.split('.')
  return steps.map((_, at) => steps.slice(0, at + 1).join('.'))
}
