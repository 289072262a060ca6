import { describe, expect, test } from 'vitest'
import { sayCalculation } from '../../../../kb/prove/say-calculation.ts'
import { sayRule } from '../../../../assistant/rules/kernel/say-rule.ts'
import { compilePacks } from '../../../../kb/compile/compile-packs.ts'
import { readShippedPack } from '../../../kb/read-shipped-pack.ts'

const PACKS = ['af-demo', 'clinical', 'legal-time', 'limitation-demo']

function sentencesOf(pack: string): ReadonlyMap<string, string> {
  const { program } = compilePacks([readShippedPack(pack)])
  if (!program) throw new Error(`${pack} does not compile`)
  return new Map(program.rules.map((rule) => [rule.id, sayRule(rule, program.vocabulary)]))
}

describe('a calculation in words', () => {
  const { program } = compilePacks([readShippedPack('legal-time')])
  const named = (variable: string) => ({ text: `<${variable}>`, isWhole: true })
  test.each([
    ['?d := ?a - (?b - 10 kg)', '<d> is <a> - (<b> - 10 kg)'],
    ['?d := (?a + 10 kg) * 2', '<d> is (<a> + 10 kg) × 2'],
    ['?d := add_days(?a, -?n - 1 days)', '<d> is <a> minus (<n> + 1 day)'],
    ['?d := add_days(?a, -?n)', '<d> is <a> minus <n>'],
    ['?d := add_months(?a, 3 months)', '<d> is <a> plus 3 months'],
    ['?d := max(2021-03-01, 2022-05-10)', '<d> is the later of 2021-03-01 and 2022-05-10'],
    ['max(?a, ?m + ?n) >= 2 days', 'the greater or later of <a> and (<m> + <n>) is at least 2 days'],
    [
      '?d := next_business_day(add_days(?e, ?n), germany)',
      '<d> is the first working day on or after (<e> plus <n>) by the calendar “Germany, nationwide”',
    ],
    [
      '?d := next_business_day(add_days(?e, 1 days), germany)',
      '<d> is the first working day after <e> by the calendar “Germany, nationwide”',
    ],
    ['?a != other_damages', '<a> is not other damages'],
  ])('%s reads %s', (text, words) => {
    expect(sayCalculation(text, named, program!.vocabulary)).toBe(words)
  })
})

describe('a rule as a sentence', () => {
  test.each([
    [
      'clinical',
      'bmi',
      'is (the weight of the patient in kg / (the height of the patient in m × the height of the patient in m)) kg/m²',
    ],
    ['legal-time', 'claim-form-second-business-day', 'deemed served on the day that lies 2 working days after'],
    ['legal-time', 'cpr-before-hearing', 'is that day minus (that number + 1 day).'],
    [
      'clinical',
      'edoxaban-af-full',
      'If the patient is not on dialysis, the “Cockcroft-Gault, actual weight” of the patient is more than 50 mL/min',
    ],
    [
      'clinical',
      'kidney-creatinine-1',
      'If the serum creatinine of the patient is at least 1.2 mg/dL, then SOFA points',
    ],
    [
      'limitation-demo',
      'limitation',
      'the limitation period in the matter ends on that day plus the limitation period of the claim.',
    ],
    [
      'limitation-demo',
      'deemed-service-by-post',
      'then the notice was served on the day that lies 2 working days after that day by the calendar “England and Wales”.',
    ],
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
