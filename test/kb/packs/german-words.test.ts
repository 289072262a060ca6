import { expect, it } from 'vitest'
import { compilePacks } from '../../../kb/compile/compile-packs.ts'
import { textsOf } from '../../../kb/compile/words/pack-texts.ts'
import { readShippedPack } from '../read-shipped-pack.ts'

/** Texts that have no German yet. These numbers only get smaller. */
const MISSING = { 'af-demo': 0, clinical: 0, 'legal-time': 0, 'limitation-demo': 0 }

it.each(Object.entries(MISSING))('the texts of %s without a German one are %i', (name, missing) => {
  const { program, problems, translations, ...rest } = compilePacks([readShippedPack(name)])
  expect(problems).toEqual([])
  const german = translations.get('de')?.get(name)
  const texts = program === null ? [] : [...textsOf({ program, ...rest })]
  expect(texts.length).toBeGreaterThan(100)
  expect(texts.filter((text) => !german?.has(text)).slice(missing)).toEqual([])
})
