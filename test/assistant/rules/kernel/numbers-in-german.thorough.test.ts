import { expect, it } from 'vitest'
import { anyOf, inferenceFor, WHILE_WRITING } from '../../../../assistant/rules/kernel/ask-kernel.ts'
import { calculationOf, calculatorAsked } from '../../../../assistant/rules/kernel/calculate.ts'
import { conclude, showChanges } from '../../../../assistant/rules/kernel/conclude.ts'
import { sayFact } from '../../../../assistant/rules/kernel/statement-text.ts'
import { compilePacks } from '../../../../kb/compile/compile-packs.ts'
import type { CompiledPacks, Example } from '../../../../kb/compile/compiled-packs.ts'
import { inLanguage } from '../../../../kb/compile/words/translations.ts'
import { proofsOf } from '../../../../kb/prove/proof-of.ts'
import { sayDay } from '../../../../kb/values/plain-date.ts'
import { loadMessages } from '../../../../wording/messages/languages.ts'
import { languageOf, saidIn } from '../../../../wording/translate.ts'
import { readShippedPack } from '../../../kb/read-shipped-pack.ts'

const GERMAN = languageOf(await loadMessages('de'))

/** What is no text for a reader: names, values as rules hold them, and sources, which cite sections by a point. */
const NO_TEXT = new Set(
  'source notRead title rule pack args low high relation name key facts from to day validFrom validTo full id unit'.split(
    ' ',
  ),
)
const DAY = /\d{4}-\d{2}-\d{2}/g
/** Numbers that are names, and the time of day, which each language writes in its own way. */
const NAMES =
  /1-year|MELD[ -]3\.0|\b(?:CPR |§ ?)?\d+\.\d+\(\d+\)|CPR \d+\.\d+|4\.30 p\.m\.|16\.30 Uhr|\bp\.m\.|CHA2DS2|10\^\d+|\bH2\b|m2\b/g
const ENGLISH_NUMBER = /\d+(?:\.\d+)?/g
const GERMAN_NUMBER = /\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?/g

/** All that is said of an example: what it records, what follows, how a calculator gives it, and what would change it. */
function saidOf(compiled: CompiledPacks, { facts, jurisdiction, asOf, holds, ask }: Example): unknown {
  const day = sayDay(asOf)
  const inference = inferenceFor(compiled, { facts, jurisdiction, asOf: day, statuses: WHILE_WRITING })
  const { vocabulary } = inference.program
  const named = [...new Set([...holds, ...ask].map(({ relation }) => relation))]
  const relations = named.flatMap((name) => vocabulary.relations.get(name) ?? [])
  const concluded = conclude(inference, relations.map(anyOf), compiled, day)
  const [first] = concluded.conclusions
  const calculations = relations.flatMap((relation) => {
    if (relation.calculator === null) return []
    const asked = { ...calculatorAsked(compiled, relation.name), goal: anyOf(relation) }
    return calculationOf(proofsOf(inference, asked.goal), inference, asked, compiled)
  })
  return {
    facts: facts.map((fact) => sayFact(fact, vocabulary)),
    concluded,
    calculations,
    changes: first ? showChanges(inference, first) : [],
  }
}

type Text = { readonly at: string; readonly text: string }

function textsIn(value: unknown, at = ''): readonly Text[] {
  // What a conclusion comes to, as it is kept to be compared, is in no language.
  if (typeof value === 'string') return at.endsWith('/value') && value.startsWith('["') ? [] : [{ at, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (NO_TEXT.has(key) ? [] : textsIn(inner, `${at}/${key}`)))
}

function numbersIn(text: string, number: RegExp): readonly string[] {
  return (text.replaceAll(DAY, '').replaceAll(NAMES, '').match(number) ?? []).toSorted()
}

/** As rules hold it. */
function plain(german: string): string {
  return german.replaceAll('.', '').replace(',', '.')
}

it.each(['af-demo', 'clinical', 'legal-time', 'limitation-demo'])(
  'in German every number of %s has its comma and its thousands, and is the number of the English text',
  (name) => {
    const packs = compilePacks([readShippedPack(name)])
    const germanPacks = saidIn(GERMAN, () => inLanguage(packs, 'de'))
    let compared = 0
    const wrong = packs.examples.flatMap((example) => {
      const english = textsIn(saidOf(packs, example))
      const german = textsIn(saidIn(GERMAN, () => saidOf(germanPacks, example)))
      expect(german.map(({ at }) => at)).toEqual(english.map(({ at }) => at))
      return german.flatMap(({ text }, at) => {
        const before = english[at]?.text ?? ''
        compared += 1
        const isSame =
          String(numbersIn(text, GERMAN_NUMBER).map(plain).toSorted()) === String(numbersIn(before, ENGLISH_NUMBER))
        return isSame ? [] : `${before} | ${text}`
      })
    })
    expect(compared).toBeGreaterThan(500)
    expect([...new Set(wrong)]).toEqual([])
  },
)
