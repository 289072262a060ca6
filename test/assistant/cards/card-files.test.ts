import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textOf } from '../../../assistant/cards/card-rows.ts'
import { readCardYaml, writeCardYaml } from '../../../assistant/cards/card-files.ts'
import { MistakeKind } from '../../../contract/knowledge/card.ts'
import { aCard } from './a-card.ts'

const Line = fc.string({ unit: 'grapheme', maxLength: 80 })
const Text = fc.record({
  title: Line.map((text) => `t${text}`.trim()),
  summary: fc.string({ unit: 'grapheme', maxLength: 300 }),
  knowledge: fc.array(fc.record({ text: Line, source: fc.option(Line) }), { maxLength: 4 }),
  trigger: Line,
  domain: fc.option(Line),
  jurisdiction: fc.option(Line),
  mistake: fc.constantFrom(...MistakeKind.options),
  always: fc.boolean(),
  validFrom: fc.option(fc.constantFrom('2020-01-01', '2024-02-29')),
  validTo: fc.option(fc.constantFrom('2026-12-31')),
})

test('a card comes back from its file as it was written, whatever signs are in it', () => {
  fc.assert(
    fc.property(Text, (text) => {
      const card = aCard(text)
      expect(readCardYaml(writeCardYaml(card), 'a.yaml')).toEqual({ card: 'deemed', text: textOf(card) })
    }),
  )
})

test('what is no card is refused with the name of its file', () => {
  for (const yaml of [
    '',
    '- 1',
    'card: x\ntitle: y',
    'card: ../../x\ntitle: y\nsummary: z\ntrigger: t\nmistake: omission',
    'a: [',
    `a: &a [1]\nb: [${'*a,'.repeat(50)}]`,
  ])
    expect(() => readCardYaml(yaml, 'cards/bad.yaml')).toThrow('cards/bad.yaml')
})
