import { expect, it } from 'vitest'
import { compilePacks } from '../../../kb/compile/compile-packs.ts'
import { textsOf } from '../../../kb/compile/words/pack-texts.ts'
import { inLanguage } from '../../../kb/compile/words/translations.ts'
import { fillTemplate } from '../../../kb/program/phrases.ts'
import type { Program } from '../../../kb/program/rule.ts'
import type { Place, Vocabulary } from '../../../kb/program/vocabulary.ts'
import { readShippedPack } from '../read-shipped-pack.ts'

/** Texts that have no German yet. These numbers only get smaller. */
const MISSING = { 'af-demo': 0, clinical: 0, 'legal-time': 0, 'limitation-demo': 0 }

it.each(Object.entries(MISSING))('the texts of %s without a German one are %i', (name, missing) => {
  const { program, problems, translations, ...rest } = compilePacks([readShippedPack(name)])
  expect(problems).toEqual([])
  const german = translations.get('de')?.texts.get(name)
  const texts = program === null ? [] : [...textsOf({ program, ...rest })]
  expect(texts.length).toBeGreaterThan(100)
  expect(texts.filter((text) => !german?.has(text)).slice(missing)).toEqual([])
})

/**
 * Names of these closed lists keep their form in a sentence: names of medicines, places and laws, adjectives behind a form of "sein",
 * adverbs. Any other name is said by a sentence of its own, since "Hat der Patient dies: früherer Schlaganfall?" is no German.
 */
const KEEPING_FORM = new Set(
  [
    'child_pugh_class doac_dose interaction_effect interaction_severity interval medicine news2_response',
    'perc_result sex three_levels two_levels day_count law limitation_law suspension',
    'complaint drug frequency disease claim method',
  ].flatMap((types) => types.split(' ')),
)

const SENTENCES = ['say', 'sayNot', 'ask'] as const

const programOf = (name: string): Program => {
  const { program } = inLanguage(compilePacks([readShippedPack(name)]), 'de')
  if (program === null) throw new Error(`The pack ${name} should have no problem.`)
  return program
}

const sentencesOf = ({ relations }: Vocabulary) =>
  [...relations.values()].flatMap((relation) =>
    SENTENCES.flatMap((kind) => (relation[kind] === null ? [] : [{ relation, template: relation[kind] }])),
  )

it.each(Object.keys(MISSING))('in %s a name that changes its form has sentences of its own', (pack) => {
  const { vocabulary } = programOf(pack)
  const without = sentencesOf(vocabulary).flatMap(({ relation, template }) =>
    relation.places.flatMap((place, at) => {
      const type = place.kind === 'name' ? vocabulary.names.get(place.type) : undefined
      if (!type || type.open || KEEPING_FORM.has(type.name) || !template.includes(`{${at}}`)) return []
      return [...type.labels.values()].flatMap((label) =>
        hasOwnSentence(template, at, label, vocabulary) ? [] : [`${template} with ${label}`],
      )
    }),
  )
  expect(without).toEqual([])
})

/** Behind a colon at the end a name is a value, which keeps its form. */
function hasOwnSentence(template: string, at: number, label: string, { phrases }: Vocabulary): boolean {
  return phrases.sentences.has(template.replaceAll(`{${at}}`, label)) || template.endsWith(`: {${at}}`)
}

it.each(Object.keys(MISSING))('no sentence of %s says who it is about in the wrong case', (pack) => {
  const { vocabulary, rules } = programOf(pack)
  const whoIn = (place: Place | undefined) => {
    const type = place?.kind === 'name' ? vocabulary.names.get(place.type) : undefined
    return type?.open ? type.said.the : null
  }
  const ofVocabulary = sentencesOf(vocabulary).map(({ relation, template }) =>
    fillTemplate(template, (hole) => whoIn(relation.places[Number(hole)]) ?? '…', vocabulary.phrases),
  )
  const ofRules = rules.flatMap(({ say, then }) => {
    const { places } = vocabulary.relations.get(then.relation) ?? { places: [] }
    const at = (name: string) => then.terms.findIndex((term) => term.kind === 'variable' && term.name === name)
    return say === null ? [] : fillTemplate(say, (name) => whoIn(places[at(name)]) ?? '…', vocabulary.phrases)
  })
  expect([...ofVocabulary, ...ofRules].filter((text) => IN_ANOTHER_CASE.test(text))).toEqual([])
})

/** A nominative behind a preposition or a noun that asks for another case, or in brackets behind the sentence. */
const IN_ANOTHER_CASE =
  /(?<!\p{L})(?:bei|von|mit|nach|aus|zu|in|unter|für) der Patient(?!\p{L})|(?<!\p{L})(?:der|die|des) \p{Lu}\p{L}+ die (?:Sache|Forderung|Vereinbarung)(?!\p{L})|\((?:für )?(?:die|der|das) (?:Sache|Frist|Forderung|Vereinbarung|Patient|Kündigung)(?!\p{L})/u
