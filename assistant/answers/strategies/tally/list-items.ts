import { absentFacts } from '../../../../checks/absent-facts.ts'
import { type CheckedSource, findSupport } from '../../../../checks/find-support.ts'
import { hasSamePolarity } from '../../../../checks/qualified-alike.ts'
import type { Lexicon } from '../../../../checks/quotes/harmless-slip.ts'
import type { GenerateResult, LanguageModel, Turn } from '../../../../models/language-model.ts'
import { normalise } from '../../../../text/normalise.ts'
import { splitSentences } from '../../../../text/sentences.ts'
import { contentWords, wordStem, wordStems } from '../../../../text/words.ts'

/** A thing that the model listed, and the words of a source in which it stands; offsets into the source's text. */
export type Item = {
  readonly text: string
  readonly source: string
  readonly start: number
  readonly end: number
  readonly quote: string
}

/** Of its words so many must stand in one sentence of the source, where it is not there as it is written. */
const WORDS_THERE = 0.8

/** Where a listed thing stands; null where that is not sure, for what is counted must be there. */
export function locateItem(
  { text, mark }: ListedLine,
  sources: readonly CheckedSource[],
  lexicon: Lexicon,
): Item | null {
  const namedFirst = sources.toSorted((one, other) => Number(other.source === mark) - Number(one.source === mark))
  for (const words of [text, ...beginnings(text)])
    for (const source of namedFirst) {
      const found = asWritten(words, source)
      if (found) return found
    }
  const { spans } = findSupport({ sentence: text, named: [mark], sources: namedFirst, question: '', lexicon })
  const [span] = spans
  const source = sources.find((one) => one.source === span?.source)
  if (!span || !source || spans.length > 1) return null
  const quote = source.text.slice(span.start, span.end)
  return isThere(text, quote, source.context) ? { text, ...span, quote } : null
}

const WORDS_OF_A_BEGINNING = 4

/**
 * What stands before its commas, longest first, where that is most of it: small models copy, and then go on with words of their own
 * ("…, which resulted in one theft").
 */
function beginnings(text: string): readonly string[] {
  const count = (words: string) => words.split(/\s+/).filter(Boolean).length
  return [...text.matchAll(/[,;:]\s/g)]
    .map(({ index }) => text.slice(0, index))
    .filter((words) => count(words) >= WORDS_OF_A_BEGINNING && 2 * count(words) > count(text))
    .toReversed()
}

function asWritten(text: string, { source, text: whole }: CheckedSource): Item | null {
  const [wanted, there] = [normalise(text).text, normalise(whole)]
  const at = wanted === '' ? -1 : ` ${there.text} `.indexOf(` ${wanted} `)
  const [start, end] = [there.starts[at], there.ends[at + wanted.length - 1]]
  if (at < 0 || start === undefined || end === undefined) return null
  return { text, source, start, end, quote: whole.slice(start, end) }
}

function isThere(text: string, quote: string, context: string): boolean {
  const words = [...new Set(contentWords(text))]
  const there = wordStems(quote)
  const found = words.filter((word) => there.has(wordStem(word))).length
  return (
    found >= WORDS_THERE * words.length &&
    hasSamePolarity(text, quote) &&
    absentFacts(text, [quote, context], '').length === 0
  )
}

/** GBNF for a list, one thing a line, each with the mark of its source. */
function listGrammar(marks: readonly string[], linesAtMost: number): string {
  return [
    `root ::= item ("\\n" item){0,${linesAtMost - 1}}`,
    'item ::= "- " first piece{2,240} " [" mark "]"',
    'first ::= [^ \\[\\]\\n]',
    'piece ::= [^\\[\\]\\n]',
    `mark ::= ${marks.map((mark) => JSON.stringify(mark)).join(' | ')}`,
  ].join('\n')
}

type ListedLine = { readonly text: string; readonly mark: string }

/** The lines of a list that are whole; the last one may have been cut off. */
function readList(list: string): readonly ListedLine[] {
  return [...list.matchAll(/^- (.+?)[.;,]? \[([A-Z]\d+)\]$/gm)].map(([, text = '', mark = '']) => ({ text, mark }))
}

const LIST_TOKENS = 300

/** What is to be read, with the marks of the sources in it. */
export type ToList = { readonly turns: readonly Turn[]; readonly marks: readonly string[] }

export type Lister = {
  readonly model: LanguageModel
  readonly seed: number
  readonly onCall: (result: GenerateResult) => void
}

/** Lets the model list what the end of the turns tells it to, at most so many lines. Null where the list was cut off, or no source fitted. */
export async function listLines(
  { turns, marks }: ToList,
  { model, seed, onCall }: Lister,
  linesAtMost: number,
  signal: AbortSignal,
): Promise<readonly ListedLine[] | null> {
  if (marks.length === 0) return null
  const grammar = listGrammar(marks, linesAtMost)
  const items = model.generate({ turns, maxTokens: LIST_TOKENS, seed, grammar }, signal)
  let text = ''
  for (let next = await items.next(); ; next = await items.next()) {
    if (next.done) {
      onCall(next.value)
      return next.value.stop === 'length' ? null : readList(text)
    }
    text += next.value.text
  }
}

/** An item with the whole sentence that it stands in as its quote: bare figures say nothing without what stands around them. */
export function widenToSentence(
  item: Item,
  sources: readonly { readonly source: string; readonly text: string }[],
): Item {
  const text = sources.find(({ source }) => source === item.source)?.text ?? ''
  const around = splitSentences(text).find(({ start, end }) => start <= item.start && item.end <= end)
  return around ? { ...item, ...around, quote: text.slice(around.start, around.end) } : item
}
