import { isUtf8 } from 'node:buffer'
import * as z from 'zod'
import { SetQuestion } from '../../contract/evaluation/evaluation.ts'
import { Failure } from '../../wording/failure.ts'
import { message, type MessageValue } from '../../wording/message.ts'

const Chunk = z.object({ title: z.string().default(''), content: z.string() })
const Passage = z.union([
  z.string().transform((text) => ({ title: '', text })),
  z.object({ title: z.string().default(''), text: z.string() }),
  Chunk.transform(({ title, content }) => ({ title, text: content })),
])

/** `key`: the letter, in lower case, that it may be answered by. */
type Option = { readonly key: string; readonly text: string }

/** A list, whose letters are counted, or letters with their texts. */
const Options = z.union([
  z.array(z.string()).transform((all) => all.map((text, at): Option => ({ key: letterAt(at), text }))),
  z
    .record(z.string(), z.string())
    .transform((all) => Object.entries(all).map(([key, text]): Option => ({ key: key.trim().toLowerCase(), text }))),
])

const QuestionLine = z.object({
  id: z.coerce.string().optional(),
  type: z.string().default('question'),
  question: z.string(),
  answer: z.union([z.string(), z.number().transform(String)]).nullish(),
  answerable: z.boolean().default(true),
  options: Options.default([]),
  gold_spans: z.array(z.object({ doc: z.string(), start: z.number(), end: z.number() })).default([]),
  context: z.union([Passage.transform((one) => [one]), z.array(Passage)]).default([]),
  positive_chunks: z.array(Chunk).default([]),
  negative_chunks: z.array(Chunk).default([]),
})

const PubMedQuestions = z.record(
  z.string(),
  z.object({ QUESTION: z.string(), CONTEXTS: z.array(z.string()), final_decision: z.string() }),
)

/**
 * The questions of a file: a JSON object a line (`docs/measuring.md`), CSV by its head line, or PubMedQA's JSON. `name`
 * tells which. Throws `WRONG_USE` with the line that is wrong, or for two questions of one id.
 */
export function readQuestions(text: string, name: string): readonly SetQuestion[] {
  const questions = readersOf(name)(text.replace(/^\uFEFF/, ''), name)
  const ids = new Set<string>()
  for (const { id } of questions) {
    if (ids.has(id)) throw new Failure('WRONG_USE', message('failures.questions.sameId', { name, id }))
    ids.add(id)
  }
  if (questions.length === 0) throw new Failure('WRONG_USE', message('failures.questions.none', { name }))
  return questions
}

function readersOf(name: string): (text: string, name: string) => readonly SetQuestion[] {
  const lower = name.toLowerCase()
  if (lower.endsWith('.csv') || lower.endsWith('.tsv')) return readTable
  return lower.endsWith('.json') ? readAbstracts : readLines
}

function readLines(text: string, name: string): readonly SetQuestion[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    const where = message('failures.questions.line', { name, line: index + 1 })
    return [questionFrom(parseJson(line, where), index, where)]
  })
}

const YES_WORDS = ['', 'yes', 'true', '1', 'y']
const NO_WORDS = ['no', 'false', '0', 'n']

const LETTERS = [...'abcdefghij']

function letterAt(index: number): string {
  return String.fromCharCode(97 + index)
}

/** Options stand in one column with `|` between them, or in columns named a, b, c…. */
function readTable(text: string, name: string): readonly SetQuestion[] {
  const rows = readCsvRows(text, name)
  const columns = Object.keys(rows[0] ?? { question: '' })
  if (!columns.includes('question'))
    throw new Failure('WRONG_USE', message('failures.questions.noColumn', { columns: { all: columns }, name }))
  return rows.map((row, index) => {
    const where = message('failures.questions.row', { name, row: index + 2 })
    const lettered = LETTERS.map((letter) => [letter, row[letter] ?? row[`option_${letter}`] ?? ''] as const)
    const options = row.options ? row.options.split('|').map((option) => option.trim()) : Object.fromEntries(lettered)
    const line = {
      ...(row.id ? { id: row.id } : {}),
      ...(row.type ? { type: row.type } : {}),
      question: row.question,
      answer: row.answer === '' ? null : row.answer,
      answerable: isYes(row.answerable ?? '', where),
      options,
      context: row.context ? [{ title: '', text: row.context }] : [],
    }
    return questionFrom(line, index, where)
  })
}

function isYes(answerable: string, where: MessageValue): boolean {
  const word = answerable.trim().toLowerCase()
  if (YES_WORDS.includes(word)) return true
  if (NO_WORDS.includes(word)) return false
  throw new Failure('WRONG_USE', message('failures.questions.yesOrNo', { where, answerable }))
}

function questionFrom(value: unknown, index: number, where: MessageValue): SetQuestion {
  const parsed = QuestionLine.safeParse(value)
  if (!parsed.success)
    throw new Failure(
      'WRONG_USE',
      message('failures.questions.faulty', { file: where, faults: faultWords(parsed.error) }),
    )
  const { id, gold_spans: goldSpans, positive_chunks, negative_chunks, context, answer, ...rest } = parsed.data
  const options = rest.options.filter(({ text }) => text.trim() !== '')
  const chunk = (gold: boolean) => (one: z.infer<typeof Chunk>) => ({ title: one.title, text: one.content, gold })
  const question = SetQuestion.safeParse({
    ...rest,
    id: id ?? String(index + 1),
    answer: answerAmong(options, answer ?? null, where),
    options: options.map(({ text }) => text),
    goldSpans,
    context: [
      ...positive_chunks.map(chunk(true)),
      ...negative_chunks.map(chunk(false)),
      ...context.map((one) => ({ ...one, gold: true })),
    ],
  })
  if (question.success) return question.data
  throw new Failure(
    'WRONG_USE',
    message('failures.questions.faulty', { file: where, faults: faultWords(question.error) }),
  )
}

/** The answer of a multiple-choice question as the text of its option, also where its letter is given. Throws `WRONG_USE` for none of them. */
function answerAmong(options: readonly Option[], answer: string | null, where: MessageValue): string | null {
  if (answer === null || options.length === 0) return answer
  const wanted = answer.trim().toLowerCase()
  const key = /^\(?([^()]*?)[).]?$/.exec(wanted)?.[1]
  const found =
    options.find(({ text }) => text === answer) ??
    options.find((option) => option.key === key) ??
    options.find(({ text }) => text.trim().toLowerCase() === wanted)
  if (found) return found.text
  throw new Failure(
    'WRONG_USE',
    message('failures.questions.noOption', { options: options.map(({ text }) => text).join(' | '), where, answer }),
  )
}

function readAbstracts(text: string, name: string): readonly SetQuestion[] {
  const parsed = PubMedQuestions.safeParse(parseJson(text, name))
  if (!parsed.success)
    throw new Failure(
      'WRONG_USE',
      message('failures.questions.faulty', { file: name, faults: faultWords(parsed.error) }),
    )
  return Object.entries(parsed.data).map(([id, { QUESTION, CONTEXTS, final_decision: label }]) =>
    SetQuestion.parse({
      id,
      type: 'label',
      question: QUESTION,
      answer: label,
      context: CONTEXTS.map((context) => ({ title: 'abstract', text: context, gold: true })),
    }),
  )
}

/** Throws `WRONG_USE` with `where` for what is none. */
export function parseJson(text: string, where: MessageValue): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Failure('WRONG_USE', message('failures.questions.noJson', { where }), { cause })
  }
}

/** What is wrong with a value, on one line: `Invalid input: expected string, received undefined at question; …`. */
export function faultWords(error: z.ZodError): string {
  return z
    .prettifyError(error)
    .replace(/^✖ /, '')
    .replace(/\s*\n✖ /g, '; ')
    .replace(/[^\S\n]*\n\s*→ /g, ' ')
    .replace(/\s+/g, ' ')
}

/**
 * The text of a question file. Spreadsheets seldom save UTF-8, so it may be in any encoding that documents may be in. `name`: of the
 * file. Throws `WRONG_USE` where some of it is in none.
 */
export async function questionText(bytes: Buffer, name: string): Promise<string> {
  // UTF-16 of plain letters is UTF-8 too, with a zero for each letter.
  if (isUtf8(bytes) && !bytes.includes(0)) return bytes.toString('utf8')
  const { decodeText } = await import('../../library/read/decode-text.ts')
  const { text } = decodeText(bytes)
  if (!text.includes('\uFFFD')) return text
  throw new Failure('WRONG_USE', message('failures.questions.encoding', { name }))
}

/**
 * The rows of a CSV text (RFC 4180; comma, semicolon or tab, whichever the first line has most of), each as fields by the
 * names in the first line. Quoted fields may hold separators, line breaks and doubled quotes. Rows without any text are
 * left out. Throws `WRONG_USE` for a quote that is not closed, with the name of the table and its row.
 */
export function readCsvRows(text: string, table = 'The table'): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = readFields(text.replace(/^\uFEFF/, ''), table)
  const names = head.map((name) => name.trim().toLowerCase())
  return rows
    .filter((fields) => fields.some((field) => field.trim() !== ''))
    .map((fields) => Object.fromEntries(names.map((name, index) => [name, fields[index] ?? ''])))
}

/** A field, then what ends it: the separator, a line break or the end of the text. */
function readFields(text: string, table: string): readonly (readonly string[])[] {
  const separator = separatorOf(text)
  const field = new RegExp(`[ ]*"((?:[^"]|"")*)"[ ]*(?=${separator}|\\r?\\n|$)|([^${separator}\\n]*)`, 'y')
  const rows: string[][] = [[]]
  for (let at = 0; ; ) {
    field.lastIndex = at
    const found = field.exec(text)
    rows.at(-1)?.push(fieldOf(found, `${table}, row ${rows.length}`))
    at = field.lastIndex
    if (text.startsWith('\r\n', at)) at += 1
    const end = text[at]
    if (end === undefined) return rows
    if (end === '\n') rows.push([])
    at += 1
  }
}

function fieldOf(found: RegExpExecArray | null, where: MessageValue): string {
  const [, quoted, plain = ''] = found ?? []
  if (quoted !== undefined) return quoted.replaceAll('""', '"')
  // `"A" or B` is no quoted field either, though it should be one as a whole.
  if (plain.trimStart().startsWith('"') && plain.split('"').length % 2 === 0)
    throw new Failure('WRONG_USE', message('failures.questions.openQuote', { where }))
  return plain.replace(/\r$/, '')
}

function separatorOf(text: string): string {
  const line = text.slice(0, Math.max(0, text.search(/[\r\n]|$/)))
  const counts = [',', ';', '\t'].map((separator) => ({ separator, count: line.split(separator).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).separator
}
