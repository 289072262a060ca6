import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { suggestCalculators } from '../assistant/rules/sheets/calculators.ts'
import type { Embedder } from '../models/embedder.ts'
import type { Measurement } from './measurement.ts'
import { type BenchAssistant, openBenchAssistant } from './open-bench-assistant.ts'
import { scoreSuggestions, type Suggested } from './score-suggestions.ts'
import { temporaryFolder } from './temporary-home.ts'

const Questions = z.array(z.object({ question: z.string(), calculators: z.array(z.string()) }))
/** Which calculators of the packs (`pack/name`) stand for a plain name of the questions. */
const Names = z.record(z.string(), z.array(z.string()))
const ASKED_ON = '2026-06-03'
const NEVER = new AbortController().signal

/**
 * Forty questions to all calculators that come with the program, thirteen of which none answers: by meaning, and by words alone. The even
 * ones (second, fourth …) were used in developing. Twenty further ones, in the words of a busy person, were written before anybody looked
 * at the phrases. Asks no language model.
 */
export async function* measureCalculators(): AsyncGenerator<Measurement> {
  await using home = await temporaryFolder()
  await using opened = await openBenchAssistant(home.path)
  const embedder = await opened.assistant.shelf.embedder()
  for (const [by, model] of [['meaning', embedder] as const, ['words', null] as const]) {
    if (by === 'meaning' && model === null) continue
    const all = await suggestAll(opened, model, 'questions.json')
    for (const half of ['even', 'odd', 'both'] as const) {
      const own = all.filter((_, index) => half === 'both' || (index % 2 === 1) === (half === 'even'))
      yield { bench: 'calculators', by, half, ...scoreSuggestions(own) }
    }
    const further = await suggestAll(opened, model, 'further-questions.json')
    yield { bench: 'calculators', by, half: 'further', ...scoreSuggestions(further) }
  }
}

async function suggestAll(
  { assistant }: BenchAssistant,
  embedder: Embedder | null,
  file: string,
): Promise<readonly Suggested[]> {
  const names = Names.parse(read('names.json'))
  const all: Suggested[] = []
  for (const { question, calculators } of Questions.parse(read(file))) {
    const asked = { question, matter: null, ofAllPacks: true, asOf: ASKED_ON }
    const { suggestions } = await suggestCalculators(assistant.knowledge, asked, embedder, NEVER)
    all.push({
      question,
      wanted: calculators.flatMap((name) => names[name] ?? []),
      found: suggestions.map(({ calculator }) => `${calculator.pack}/${calculator.name}`),
    })
  }
  return all
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'calculators', file), 'utf8'))
}
