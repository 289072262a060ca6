import { doubtfulShortMonthsOf } from '../../../text/calendar-words.ts'
import { LANGUAGES, type Language } from '../../../text/languages.ts'
import type { Span } from '../../../text/spans.ts'

/** "11 lug", "9 giu.", "3 set": what stands behind tells a day from a count, as in "3 set di esercizi". */
const TABLE = new Map(LANGUAGES.map((language) => [language, new Set(doubtfulShortMonthsOf(language))]))
/** Where the language of a text is not clear, these may be counted: "3 set", "2 out", "10 mag". */
const COUNTED = new Set(['set', 'out', 'mag', 'gen', 'sie', 'lip', 'lis', 'ag', 'ago', 'cze'])
const DAY_AND_WORD =
  /(?<![\p{L}\p{N}.,/:-])(?:0?[1-9]|[12]\d|3[01])\.?\s(?<word>\p{L}{2,4})(?![\p{L}\p{N}]|\s?\d)(?<behind>\.|\s?[,;:)\n]|\s?$)?/gu
const CUE_BEFORE =
  /(?<!\p{L})(?:am|vom|el|del|al|día|desde el|hasta el|il|dal|del|fino al|em|dia|até|desde|op|van|tot|sinds|dnia|od|do|z|na|w|po)\s$/iu
const NEAR = 12

/** Days with a short form of a month that is another word in another language, where the text is in its own. */
export function findShortMonths(text: string, language: () => Language | null): readonly Span[] {
  const all = [...text.matchAll(DAY_AND_WORD)].filter(({ groups }) => isAny(groups?.word ?? ''))
  const spoken = all.length > 0 ? language() : null
  return all.flatMap(({ 0: written, index, groups }) => {
    const { word = '', behind } = groups ?? {}
    const name = word.toLowerCase()
    if (spoken === null ? COUNTED.has(name) : !TABLE.get(spoken)?.has(name)) return []
    const isCued = behind !== undefined || CUE_BEFORE.test(text.slice(Math.max(0, index - NEAR), index))
    return isCued ? [{ start: index, end: index + written.length - (behind?.length ?? 0) }] : []
  })
}

function isAny(word: string): boolean {
  return LANGUAGES.some((language) => TABLE.get(language)?.has(word.toLowerCase()))
}
