import { expect, it } from 'vitest'
import { describePacks } from '../../../../assistant/rules/kernel/describe-packs.ts'
import { calculate } from '../../../../assistant/rules/kernel/calculate.ts'
import { compilePacks } from '../../../../kb/compile/compile-packs.ts'
import { inLanguage } from '../../../../kb/compile/words/translations.ts'
import { loadMessages } from '../../../../wording/messages/languages.ts'
import { languageOf, saidIn } from '../../../../wording/translate.ts'
import { readShippedPack } from '../../../kb/read-shipped-pack.ts'

const GERMAN = languageOf(await loadMessages('de'))
const inGerman = <Said>(say: () => Said): Said => saidIn(GERMAN, say)

const LIMITATION = compilePacks([readShippedPack('legal-time')])
const CLAIM = [
  ['germany_claim_for', ['case', 'payment']],
  ['arose_on', ['germany', 'case', '2022-03-15']],
  ['known_on', ['germany', 'case', '2022-03-15']],
  ['suspended_by', ['case', 'none']],
] as const
const inputs = CLAIM.map(([relation, args]) => {
  return { relation, args: [...args], holds: 'yes' as const, at: null, validFrom: null, validTo: null }
})
const asked = { asOf: '2026-11-30', name: 'germany_claim_by', inputs }

it('a result of German law is the same in German words, with its proof and its source', () => {
  const english = calculate(LIMITATION, asked)
  const german = inGerman(() => calculate(inLanguage(LIMITATION, 'de'), asked))
  expect(german.result).toBe('2025-12-31')
  expect(german.result).toBe(english.result)
  expect(german.source).toBe('§§ 195, 199 BGB; gelesen bei lexcada.com am 2026-11-26')
  expect(german.proof?.sentence).toBe('die Verjährungsfrist endet am 2025-12-31 (Deutschland)')
  expect(JSON.stringify(german.proof)).toContain('ohne Hemmung endet die Verjährungsfrist am 2025-12-31')
  expect(JSON.stringify(german.proof)).not.toMatch(/\b(?:the|period|claim|on record)\b/i)
})

it('goals can be asked for in the language of the window and in that of the pack', () => {
  const goals = inGerman(() => describePacks(inLanguage(LIMITATION, 'de'), LIMITATION)).goals
  const { asks } = goals.find(({ relation }) => relation === 'germany_claim_by') ?? { asks: [] }
  expect(asks).toContain('Wann verjährt ein Anspruch in Deutschland?')
  expect(asks).toContain('When does a claim become time-barred in Germany?')
})
