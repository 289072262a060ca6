import { describe, expect, test } from 'vitest'
import { sayRule } from '../../../assistant/rules/kernel/say-rule.ts'
import { compilePacks } from '../../../kb/compile/compile-packs.ts'
import { readShippedPack } from '../../kb/read-shipped-pack.ts'

const PACKS = ['af-demo', 'clinical', 'legal-time', 'limitation-demo']

function sentencesOf(pack: string): ReadonlyMap<string, string> {
  const { program } = compilePacks([readShippedPack(pack)])
  if (!program) throw new Error(`${pack} does not compile`)
  return new Map(program.rules.map((rule) => [rule.id, sayRule(rule, program.vocabulary)]))
}

describe('a rule as a sentence', () => {
  test.each([
    ['clinical', 'bmi', 'The body mass index of the patient is ((the weight of the patient in kg) /'],
    [
      'clinical',
      'kidney-creatinine-1',
      'If the serum creatinine of the patient is at least 1.2 mg/dL, then the kidneys',
    ],
    [
      'limitation-demo',
      'limitation',
      'the limitation period in the matter ends on that day plus the limitation period of the claim.',
    ],
    ['limitation-demo', 'deemed-service-by-post', 'then the notice was served on 2 working days after that day.'],
  ])('of %s, %s, names its values and says its calculation in words', (pack, rule, part) => {
    expect(sentencesOf(pack).get(rule)).toContain(part)
  })

  test.each(PACKS)('of %s never has a variable, an underscore or a function of days', (pack) => {
    const { program } = compilePacks([readShippedPack(pack)])
    const odd = [...sentencesOf(pack).values()].filter((sentence) => /\?|_|\bundefined\b|:=|\bbetween\(/.test(sentence))
    expect(program?.rules.length).toBeGreaterThan(10)
    expect(odd).toEqual([])
  })
})
