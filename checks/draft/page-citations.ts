import type { Span } from '../../text/spans.ts'
import { isDocumentWord } from '../../text/document-words.ts'
import { languageOf } from '../../text/languages.ts'

/** "(lease, page 9)": the page that a sentence gives for its words. Offsets into the sentence. */
export type PageCitation = {
  /** With its brackets. */
  readonly whole: Span
  /** "lease, page 9" or "page 9". */
  readonly words: Span
  readonly pages: readonly number[]
  /** As it is written. */
  readonly called: string
  /** In lower case, what the document is called there; empty where it is not named. */
  readonly document: readonly string[]
}

/** "S." is a page in German alone: of a statute "s." is a section. */
const PAGE = String.raw`(?<!\p{L})(?:pages?|pp?\.|pg\.|Seiten?|página|pagina|strona|(?<german>(?-i:S\.)))`
const NUMBERS = String.raw`(?<numbers>\d{1,4}(?:\s*(?:,|and|und|-|–|to)\s*\d{1,4})*)`
/** "(lease, page 9)", "(see the lease at p. 9)". */
const IN_BRACKETS = new RegExp(
  String.raw`\s*\((?<document>[^()]{0,80}?)(?:,|\s)?\s*(?:at\s+)?${PAGE}\s*${NUMBERS}\)`,
  'giu',
)
/** "page 9 of the lease", "on page 9 of the judgment". */
const OF_DOCUMENT = new RegExp(
  String.raw`(?:(?:on|at|see)\s+)?${PAGE}\s*${NUMBERS}\s+of\s+(?:the\s+|his\s+|her\s+)?(?<document>\p{L}[\p{L}\p{N}’'-]*(?:\s+(?!that|which|provides?|says?|states?|records?)\p{L}[\p{L}\p{N}’'-]*){0,4}?)(?=[,.;)]|\s+(?:provides?|says?|states?|records?|that|which)|$)`,
  'giu',
)

/** The pages of documents that a sentence cites. */
export function pageCitations(sentence: string): readonly PageCitation[] {
  return [IN_BRACKETS, OF_DOCUMENT].flatMap((pattern) =>
    [...sentence.matchAll(pattern)].flatMap((match): readonly PageCitation[] => {
      const { 0: found, index, groups } = match
      if (groups?.german !== undefined && languageOf(sentence) !== 'de') return []
      const whole = { start: index, end: index + found.length }
      const from = index + found.length - found.trimStart().replace(/^\(/, '').length
      const words = { start: from, end: whole.end - (found.endsWith(')') ? 1 : 0) }
      const document = groups?.document ?? ''
      return [
        { whole, words, pages: pagesIn(groups?.numbers ?? ''), called: document, document: namingWords(document) },
      ]
    }),
  )
}

function pagesIn(numbers: string): readonly number[] {
  const range = /^(\d+)\s*(?:-|–|to)\s*(\d+)$/.exec(numbers)
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])]
    return to >= from && to - from < 100 ? Array.from({ length: to - from + 1 }, (_, at) => from + at) : [from]
  }
  return (numbers.match(/\d+/g) ?? []).map(Number)
}

const SMALL = new Set('the a an of see at in on also and his her their its my our your clause section'.split(' '))

function namingWords(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replaceAll(/['’]s(?!\p{L})/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).filter((word) => !SMALL.has(word) && !/^\d+(\.\d+)*$/.test(word))
}

/** Whether a document is called so: all of the words are in its name; a kind of document ("judgment") may be in its first lines. */
export function isCalled(words: readonly string[], name: string, head: string): boolean {
  const [inName, inHead] = [wordsOf(name), wordsOf(head)]
  return words.length > 0 && words.every((word) => has(inName, word) || (isDocumentWord(word) && has(inHead, word)))
}

function has(words: ReadonlySet<string>, word: string): boolean {
  return words.has(word) || words.has(`${word}s`) || words.has(word.replace(/s$/, ''))
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
}
