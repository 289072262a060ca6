import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { createWordLists, lexiconOf } from '../assistant/home/word-lists.ts'
import { contentWords } from '../text/words.ts'
import { findQuote } from '../checks/quotes/find-quote.ts'
import { seededRandom } from '../scripts/seeded-random.ts'
import type { Measurement } from './measurement.ts'
import { type Drawn, drawQuotes } from './quotes/draw-quotes.ts'
import { ledIn } from './quotes/led-in.ts'
import type { QuotePair } from './quotes/quote-pair.ts'
import { spoilings } from './quotes/spoil-quote.ts'

const EVALUATION = new URL('../../shared/eval/', import.meta.url)
const LISTS = fileURLToPath(new URL('../disclosure/words/words.txt.br', import.meta.url))
const SETS = ['legalbenchrag_contractnli', 'legalbenchrag_privacy_qa', 'dragonball_law', 'dragonball_medical']
const SENTENCES = 640
const OF_A_KIND = 64
const SEED = 3

/**
 * True and false quotes of real sentences: made here by rules of ours, and those that `quotes/alter-by-others.py` made by other
 * people's tools, where CONSILIUM_QUOTE_PAIRS names its file. CONSILIUM_QUOTE_SENTENCES names a file for the sentences that it
 * works on. With CONSILIUM_QUOTE_ERRORS each pair that is judged wrongly is told.
 */
export async function* measureQuotes(): AsyncGenerator<Measurement> {
  const folders = SETS.map((set) => fileURLToPath(new URL(`${set}/docs`, EVALUATION)))
  const lexicon = lexiconOf(await createWordLists(LISTS)())
  const { CONSILIUM_QUOTE_PAIRS: others, CONSILIUM_QUOTE_SENTENCES: sentences, CONSILIUM_QUOTE_ERRORS } = process.env
  const own = pairsOf(await drawQuotes(folders, SENTENCES, SEED))
  if (sentences) await writeFile(sentences, lines(await drawQuotes(folders, SENTENCES, SEED + 1)))
  const sets: readonly (readonly [string, readonly QuotePair[]])[] = [
    ['made by our rules', own],
    ...(others ? [['made by other tools', await pairsIn(others)] as const] : []),
  ]
  for (const [by, pairs] of sets) {
    const before = process.cpuUsage()
    const accepted = pairs.map(({ quoted, source }) => findQuote(quoted, source, lexicon) !== null)
    const { user, system } = process.cpuUsage(before)
    yield* ofKinds(by, pairs, accepted)
    yield { bench: 'quotes', by, ...sums(pairs, accepted), processorMs: (user + system) / 1000 / pairs.length }
    if (CONSILIUM_QUOTE_ERRORS)
      for (const [at, { isTrue, kind, quoted }] of pairs.entries())
        if (accepted[at] !== isTrue) yield { bench: 'quotes', by, kind, isTrue, quoted }
  }
}

function* ofKinds(by: string, pairs: readonly QuotePair[], accepted: readonly boolean[]): Generator<Measurement> {
  for (const [kind, places] of Map.groupBy(pairs.keys(), (at) => pairs[at]?.kind ?? '')) {
    const isTrue = pairs[places[0] ?? 0]?.isTrue
    yield { bench: 'quotes', by, kind, isTrue, n: places.length, accepted: places.filter((at) => accepted[at]).length }
  }
}

function sums(pairs: readonly QuotePair[], accepted: readonly boolean[]) {
  const of = (isTrue: boolean) => accepted.filter((_, at) => pairs[at]?.isTrue === isTrue)
  const share = (all: readonly boolean[]) => all.filter(Boolean).length / Math.max(1, all.length)
  const [right, wrong] = [of(true), of(false)]
  return { true: right.length, trueAccepted: share(right), false: wrong.length, falseAccepted: share(wrong) }
}

/** As many of each kind; false ones also against the passage of another sentence, and out of a sentence that is turned before them. */
function pairsOf(drawn: readonly Drawn[]): readonly QuotePair[] {
  const random = seededRandom(SEED)
  const vocabulary = [...new Set(drawn.flatMap(({ quoted }) => contentWords(quoted)))].filter((word) =>
    /^\p{Ll}{4,}$/u.test(word),
  )
  const kinds = spoilings(random, vocabulary)
  const foreign = drawn.slice(0, OF_A_KIND).map(({ quoted }, at) => ({
    quoted,
    source: drawn[(at + drawn.length / 2) % drawn.length]?.source ?? '',
    isTrue: false,
    kind: 'other passage',
  }))
  const made = kinds.flatMap(({ kind, isTrue, spoil }, at) => {
    const pairs = drawn.slice(at).flatMap(({ quoted, source }, index): QuotePair[] => {
      if (index % kinds.length !== 0 && kind !== 'number' && kind !== 'turned' && kind !== 'ellipsis') return []
      const spoilt = spoil(quoted)
      return spoilt === null || (!isTrue && spoilt === quoted) ? [] : [{ quoted: spoilt, source, isTrue, kind }]
    })
    return pairs.slice(0, OF_A_KIND)
  })
  return [...made, ...foreign, ...ledIn(drawn, OF_A_KIND)]
}

async function pairsIn(file: string): Promise<readonly QuotePair[]> {
  const text = await readFile(file, 'utf8')
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as QuotePair]))
}

const lines = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('')
