import { join } from 'node:path'
import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import { proofLines } from '../assistant/answers/claims/proof-lines.ts'
import { loadedPacks, readPackFolder } from '../assistant/rules/packs/pack-shelf.ts'
import { inferenceFor, IN_ANSWERS, programOf } from '../assistant/rules/kernel/ask-kernel.ts'
import { conclude, goalsOf } from '../assistant/rules/kernel/conclude.ts'
import { OF_A_GOAL } from '../assistant/rules/kernel/kernel.ts'
import { viewCalculators } from '../assistant/rules/kernel/view-calculators.ts'
import { seededRandom } from '../assistant/statistics/seeded-random.ts'
import { compilePacks } from '../kb/compile/compile-packs.ts'
import type { CompiledPacks } from '../kb/compile/compiled-packs.ts'
import { inLanguage } from '../kb/compile/words/translations.ts'
import type { Relation } from '../kb/program/vocabulary.ts'
import { fillTemplate } from '../kb/program/phrases.ts'
import { loadMessages } from '../wording/messages/languages.ts'
import { languageOf, saidIn } from '../wording/translate.ts'
import type { Measurement } from './measurement.ts'
import { randomFacts } from './measure-sheets.ts'
import { quantiles } from './quantiles.ts'

const PACKS = join(import.meta.dirname, '..', 'kb', 'packs')
const NAMES = ['clinical', 'legal-time']
const ASOF = '2026-06-03'
const RUNS = 20
const FACTS = 40
const LONGEST = 10

/**
 * The reading grade (Flesch and Kincaid) of what the shipped packs say in English: their templates, and the sentences of proofs. The
 * longest proofs are written out for a reader, in each language of the product.
 */
export async function* measureWording(): AsyncGenerator<Measurement> {
  const sources = await Promise.all(
    NAMES.map(async (name) => ({ name, files: await readPackFolder(join(PACKS, name)) })),
  )
  const compiled = compilePacks(loadedPacks(sources).packs)
  const { vocabulary, rules } = programOf(compiled)
  const templates = [...vocabulary.relations.values()].flatMap(templatesOf)
  const ofRules = rules.flatMap(({ say }) => (say === null ? [] : fillTemplate(say, () => 'it')))
  yield { bench: 'wording', what: 'grade of templates', ...quantiles([...templates, ...ofRules].map(gradeOf)) }
  const proofs = proofsRead(compiled)
  const lines = [...new Set([...proofs.values()].flat().flatMap((proof) => proof.split('\n').map(withoutMarks)))]
  yield { bench: 'wording', what: 'grade of proof lines', ...quantiles(lines.map(gradeOf)) }
  yield* longestOf(proofs, 'en')
  const german = languageOf(await loadMessages('de'))
  yield* longestOf(
    saidIn(german, () => proofsRead(inLanguage(compiled, 'de'))),
    'de',
  )
}

function* longestOf(proofs: ReadonlyMap<string, readonly string[]>, language: string): Generator<Measurement> {
  const longest = [...proofs].map(([goal, texts]) => ({ goal, text: texts.toSorted(byLength)[0] ?? '' }))
  for (const { goal, text } of longest.toSorted((one, other) => byLength(one.text, other.text)).slice(0, LONGEST))
    yield { bench: 'wording', what: 'longest', language, goal, characters: text.length, text }
}

const byLength = (one: string, other: string) => other.length - one.length

/** Without the marks of the outline and those of sources. */
function withoutMarks(line: string): string {
  return line
    .trim()
    .replace(/^- /, '')
    .replace(/\s*\[\d+\]\s*/, ' ')
    .trim()
}

/** With its places filled as they are read: "the patient", "5 kg", "3 June". */
function templatesOf({ say, sayNot, ask, places }: Relation): readonly string[] {
  const fill = (name: string) => {
    const place = places[Number(name)]
    if (place?.kind === 'name') return place.type.replaceAll('_', ' ')
    return place?.kind === 'number' ? `5 ${place.unit ?? ''}`.trim() : '3 June'
  }
  return [say, sayNot, ask].flatMap((text) => (text === null ? [] : fillTemplate(text, fill)))
}

/** By goal, over random facts, what is concluded with its proof as both are read: what it would take, then the outline. */
function proofsRead(compiled: CompiledPacks): ReadonlyMap<string, readonly string[]> {
  const program = programOf(compiled)
  const inputs = viewCalculators(program, compiled.packs).flatMap((calculator) => calculator.inputs)
  const random = seededRandom(1)
  const read = new Map<string, string[]>()
  for (let run = 0; run < RUNS; run += 1) {
    const facts = randomFacts(inputs, FACTS, random, program)
    const inference = inferenceFor(compiled, { facts, asOf: ASOF, statuses: IN_ANSWERS, budget: OF_A_GOAL })
    for (const { relation, summary, proof } of conclude(inference, goalsOf(program), compiled, ASOF).conclusions) {
      const outline = proofLines(proof).map(({ depth, text }) => `${'  '.repeat(depth)}- ${text}`)
      read.set(relation, [...(read.get(relation) ?? []), [summary, ...outline].filter(Boolean).join('\n')])
    }
  }
  return read
}

/** The school grade that reads a text at once; a name, a number and a day count as the words that they are. */
function gradeOf(text: string): number {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.%/-]*/gu) ?? []
  const sentence = Math.max(1, text.split(/[.!?;:](?:\s|$)/u).filter((part) => part.trim() !== '').length)
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0)
  return fleschKincaid({ sentence, word: Math.max(1, words.length), syllable: syllables })
}
