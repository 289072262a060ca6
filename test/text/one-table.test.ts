import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { LANGUAGES } from '../../text/languages.ts'
import { monthsOf } from '../../text/calendar-words.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FOLDERS = ['checks', 'disclosure', 'library', 'assistant']
/** So many different words of a kind within a few lines are a table. */
const LINES = 3

const KINDS: Readonly<Record<string, { readonly words: readonly string[]; readonly atLeast: number }>> = {
  months: { words: LANGUAGES.flatMap(monthsOf), atLeast: 4 },
  weekdays: {
    words: 'monday tuesday wednesday thursday friday montag dienstag mittwoch lundi mardi'.split(' '),
    atLeast: 4,
  },
  negations: {
    words: 'not never none nothing nobody neither nor without cannot nicht kein keine pas jamais nunca'.split(' '),
    atLeast: 5,
  },
  abbreviations: { words: 'mr mrs ms dr prof inc ltd corp vs approx'.split(' '), atLeast: 4 },
  'modal words': { words: 'shall must may might should ought could cannot'.split(' '), atLeast: 6 },
  'number words': { words: 'one two three four five six seven eight nine ten eleven twelve'.split(' '), atLeast: 6 },
  hedges: {
    words: 'possibly probably perhaps presumably likely suspected apparently allegedly'.split(' '),
    atLeast: 4,
  },
  currencies: { words: ['£', '€', '$', 'gbp', 'usd', 'eur', 'chf'], atLeast: 4 },
}

/** What looks like one and reads no text, or reads it for something else. */
const ALLOWED: Readonly<Record<string, string>> = {
  'assistant/drafts/kept-findings.ts: weekdays': 'the keys of the messages that name them',
  'checks/draft/says-fact.ts: abbreviations': 'how a letter begins',
  'assistant/packets/matter-terms.ts: abbreviations': 'the legal forms of companies',
  'assistant/evaluation/scoring/judge-stance.ts: modal words':
    'how a question for yes or no begins, with any auxiliary verb',
  'assistant/facts/find-candidates.ts: abbreviations': 'titles of persons',
  'assistant/answers/offer/party-question.ts: abbreviations': 'titles of persons',
  'assistant/opinions/align/read-claim.ts: currencies': 'the codes of three currencies of text/money',
  'disclosure/identifiers/legal-authorities.ts: abbreviations': 'the parts of a citation',
  'disclosure/identifiers/names/cue-words.ts: abbreviations':
    'titles and legal forms, behind or before which a name stands',
  'disclosure/identifiers/names/find-small-names.ts: abbreviations': 'titles of persons, in small letters',
  'disclosure/swap/swap-sex.ts: modal words': 'auxiliary verbs behind a pronoun',
  'disclosure/swap/swap-sex.ts: negations': 'what may stand behind "her" as an object',
  'library/search/question-words.ts: modal words': 'how a question begins',
  'library/read/list-numerals.ts: number words': 'writes the numbers of lists as Word does, and reads none',
}

async function sourcesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.parentPath.includes('.types'))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
}

/** The kinds of tables that a source has; its comments may say what they like. */
export function tablesIn(source: string): readonly string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/g, (comment) => comment.replaceAll(/[^\n]/g, ''))
  const lines = code.toLowerCase().split('\n')
  return Object.entries(KINDS).flatMap(([kind, { words, atLeast }]) => {
    const isTable = lines.some((_, at) => {
      const window = lines.slice(at, at + LINES).join('\n')
      const there = new Set(window.match(/\p{L}+|[£€$]/gu))
      return words.filter((word) => there.has(word)).length >= atLeast
    })
    return isTable ? [kind] : []
  })
}

test('what language does is told in text/ alone: no other source has a table of it', async () => {
  const files = (await Promise.all(FOLDERS.map(sourcesIn))).flat()
  const found = await Promise.all(
    files.map(async (file) => tablesIn(await readFile(join(ROOT, file), 'utf8')).map((kind) => `${file}: ${kind}`)),
  )
  const tables = found.flat().toSorted()
  expect(tables.filter((table) => !Object.hasOwn(ALLOWED, table))).toEqual([])
  expect(Object.keys(ALLOWED).filter((table) => !tables.includes(table))).toEqual([])
})

test.each([
  ['const MONTH = /january|february|march|april/i', ['months']],
  ["const MESI = 'gennaio febbraio marzo aprile maggio'.split(' ')", ['months']],
  ["const NO = new Set(['not', 'never', 'none', 'nothing', 'without'])", ['negations']],
  ['const SHORT = /\\b(?:Mr|Mrs|Dr|Prof)\\./', ['abbreviations']],
  ['/** In January, February, March and April. */', []],
])('a planted table is refused: %s', (source, kinds) => expect(tablesIn(source)).toEqual(kinds))
