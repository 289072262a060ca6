import type { StatedResult } from '../../contract/sheet.ts'
import type { OpenMatter } from '../open-matters.ts'
import { splitSentences } from '../../text/sentences.ts'
import type { SheetOnFacts } from './case-sheet.ts'

/** "Stroke risk in atrial fibrillation (CHA2DS2-VASc)", "MELD 3.0": a name that stands for nothing else, with its version. */
const SHORT_NAME =
  /(?<![\p{L}\p{N}/-])(?=[\p{L}\p{N}-]*\p{Lu}[\p{L}\p{N}-]*\p{Lu})(?<name>\p{L}[\p{L}\p{N}-]{2,})(?<version> \d[\d.]*)?(?![/\p{L}\p{N}])/u
/** "CHA2DS2-VASc score was 3", "(qSOFA: 2)"; not "is 2 or more", "(0-9)", "HAS-BLED 2026". */
const BETWEEN = String.raw`(?:[\s:=,(]|total|score|of|is|was|at|today|now|points?){0,8}`
const VALUE = String.raw`(?<value>\d{1,2}(?:\.\d+)?)(?![\p{L}\p{N}])(?!\s*(?:[-–%+.]\s?\d|[-–%+]|or|to|and)(?!\p{L}))`
const PASSAGES = 8

/**
 * What documents themselves state as the result of a score: "CHA2DS2-VASc score 3". None for what has no name of its own, has a unit or
 * is a class ("low"), for what is law of some place, whose names are those of statutes, and where facts are about several people.
 */
export async function statedResults(
  { library, store }: OpenMatter,
  { calculator, calculation, whose }: SheetOnFacts,
): Promise<StatedResult[]> {
  const { groups: { name, version = '' } = {} } = SHORT_NAME.exec(calculator.title) ?? {}
  const isScore = calculator.unit === null && /^(?:about )?\d/.test(calculation.result ?? '')
  if (name === undefined || !isScore || calculator.jurisdictions.length > 0 || whose.length > 0) return []
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${escaped(name)}(?:${escaped(version)})?${BETWEEN}(?<![\\p{L}\\p{N}])${VALUE}`,
    'giu',
  )
  const { hits } = await library.search({ question: name, limit: PASSAGES })
  const found = hits.flatMap(({ documentId, passage: { text } }) =>
    [...text.matchAll(pattern)].map(({ index, groups }) => ({
      value: groups?.value ?? '',
      documentId,
      document: store.documents.find(documentId, null)?.document ?? '',
      quote: sentenceAt(text, index),
    })),
  )
  const others = found.filter(({ value }) => value !== calculation.result)
  // Passages overlap.
  return [...new Map(others.map((one) => [`${one.documentId} ${one.quote}`, one])).values()]
}

/** The sentence in which it stands, on one line. */
function sentenceAt(text: string, at: number): string {
  const sentence = splitSentences(text).find(({ start, end }) => start <= at && at < end)
  const quote = sentence ? text.slice(sentence.start, sentence.end) : text
  return quote.replaceAll(/\s+/g, ' ').trim()
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
