import { type CalculatorInput, holdsSeveral, inputLabel } from '../../contract/calculator-input.ts'
import { describe, expect, test } from 'vitest'
import {
  enteredFacts,
  factsFilledIn,
  inputProblem,
  knownValues,
  typedFacts,
  typedValues,
} from '../../renderer/facts/calculator-inputs.ts'
import { calculationText } from '../../renderer/facts/calculation-text.ts'
import { replacedBy } from '../../renderer/facts/form-rows.ts'
import { inputsAsFacts } from '../../renderer/facts/inputs-as-facts.ts'
import { fact, HAS, PATIENT, relation, WEIGHT } from './build-fact-form.ts'

const OPEN_ENDED = { validFrom: null, validTo: null }
const CLOSED = relation({ relation: 'closed_on', absent: 'no', places: [PATIENT, { kind: 'date' }] })

describe('a calculator on its own', () => {
  const weight: CalculatorInput = { ...WEIGHT, key: 'weight', args: ['p', null] }
  const failure: CalculatorInput = { ...HAS, key: 'chf', args: ['p', 'chf'] }

  const known = (
    id: string,
    input: CalculatorInput,
    args: string[],
    change: { at?: string; holds?: 'unknown' } = {},
  ) => ({
    key: input.key,
    fact: id,
    sentence: '',
    input: {
      relation: input.relation,
      args,
      holds: change.holds ?? ('yes' as const),
      at: change.at ?? null,
      ...OPEN_ENDED,
    },
  })
  const typed = (text: string, unit = 'kg') => ({ values: [{ draft: { text, unit }, known: null }] })

  test('what was typed is told apart from what was filled in of somebody, which goes when another one is meant', () => {
    const days: CalculatorInput = { ...CLOSED, key: 'closed', args: ['p', null] }
    const filled = knownValues(
      [weight, days],
      [known('f1', weight, ['p', '58 kg']), known('f2', days, ['p', '2026-07-20'])],
    )
    const own = { draft: { text: '2026-07-22', unit: '' }, known: null }
    const closed = filled[days.key]
    if (!closed || !('values' in closed)) throw new Error('Expected values.')
    const entered = {
      ...filled,
      [days.key]: { values: [...closed.values, own] },
      chf: { holds: 'no', known: null },
    } as const
    expect(typedValues(entered)).toEqual({ [days.key]: { values: [own] }, chf: { holds: 'no', known: null } })
    expect(typedValues(filled)).toEqual({})
  })

  test('its inputs are called by the name they ask for, else by their relation', () => {
    expect([weight, failure].map(inputLabel)).toEqual(['Weight', 'Heart failure'])
  })

  test('abbreviations keep the capitals that the sentence of the pack has, also where it spells them out', () => {
    const names = [
      ['pao2', 'the arterial oxygen pressure (PaO2) of {0} is {1}'],
      ['qt_interval', 'the QT interval of {0} is {1}'],
      ['gcs', 'the Glasgow coma scale score of {0} is {1}'],
      ['sex', '{0} is {1}'],
      ['heart_rate', 'the heart rate of {0} is {1}'],
    ].map(([name = '', say = '']) => inputLabel({ ...weight, relation: name, say }))
    expect(names).toEqual(['PaO2', 'QT interval', 'GCS', 'Sex', 'Heart rate'])
  })

  test('what is empty or cannot be read is not known; it is never a no', () => {
    const given = { weight: typed('5 8') }
    expect(enteredFacts([weight, failure], given)).toEqual([])
    expect(inputProblem(weight, given.weight)).toContain('is no number')
    expect(inputProblem(weight, typed(' '))).toBeNull()
  })

  test('what is entered is given with its unit', () => {
    const given = { weight: typed('128', 'lb'), chf: { holds: 'no' as const, known: null } }
    expect(enteredFacts([weight, failure], given)).toEqual([
      { relation: 'weight', args: ['p', '128 lb'] },
      { relation: 'has', args: ['p', 'chf'], holds: 'no' },
    ])
  })

  test('what is filled in from facts keeps their dates until it is changed', () => {
    const given = [
      known('1', weight, ['p', '58 kg'], { at: '2026-05-01' }),
      known('2', failure, ['p', 'chf'], { holds: 'unknown' }),
    ]
    const entered = knownValues([weight, failure], given)
    expect(enteredFacts([weight, failure], entered)).toEqual(given.map(({ input }) => input))
    expect([...factsFilledIn(entered)]).toEqual(['1', '2'])
    const changed = { ...entered, weight: typed('59') }
    expect(enteredFacts([weight], changed)).toEqual([{ relation: 'weight', args: ['p', '59 kg'] }])
    // What is filled in is recorded already.
    expect(typedFacts([weight, failure], changed)).toEqual([{ relation: 'weight', args: ['p', '59 kg'] }])
  })

  test('an input that may have several values has all of them, and only the one that cannot be read is refused', () => {
    const closed: CalculatorInput = { ...CLOSED, key: 'closed_on', args: ['p', null] }
    const given = [known('1', closed, ['p', '2026-07-20']), known('2', closed, ['p', '2026-07-22'])]
    const entered = knownValues([closed], given)
    expect(enteredFacts([closed], entered).map(({ args }) => args[1])).toEqual(['2026-07-20', '2026-07-22'])
    expect([closed, weight].map(holdsSeveral)).toEqual([true, false])
    const more = entered.closed_on && 'values' in entered.closed_on ? entered.closed_on.values : []
    expect(inputProblem(closed, { values: [...more, ...typed('22.7.').values] })).toContain('is no day')
  })

  test('what is typed beside facts of one of two people is recorded of that one, and a second closed day beside the first', () => {
    const facts = [
      fact({ id: '1', relation: 'weight', args: ['anna', '58 kg'] }),
      fact({ id: '2', relation: 'weight', args: ['ben', '90 kg'] }),
      fact({ id: '3', relation: 'closed_on', args: ['anna', '2026-07-20'] }),
    ]
    const closed: CalculatorInput = { ...CLOSED, key: 'closed_on', args: ['p', null] }
    const day = { relation: 'closed_on', args: ['p', '2026-07-22'] }
    const [made] = inputsAsFacts([weight, closed], [day], facts, new Set(['1']))
    expect(made?.input.args).toEqual(['anna', '2026-07-22'])
    expect(made && replacedBy(made.line, made.input, facts)).toBeNull()
  })

  test('it is copied with its parts, what is not known, its source, and that it is a sample', () => {
    const text = calculationText(
      {
        name: 's',
        title: 'Score',
        pack: 'af-demo',
        reviewed: false,
        source: null,
        group: null,
        jurisdictions: [],
        unit: null,
        inputs: [],
      },
      {
        name: 's',
        result: '1 to 2',
        full: null,
        unit: null,
        parts: [
          { say: 'age', points: '1', because: '78 years' },
          { say: 'sex', points: '0 or 1', because: '' },
        ],
        proof: null,
        source: 'table 2',
        notRead: ['table 3'],
        warning: 'It rests on old values.',
        missing: [{ relation: 'sex', args: ['p', null], question: 'Which sex?', choices: [], decides: true }],
      },
    )
    expect(text).toBe(
      [
        'Score: 1 to 2',
        'It rests on old values.',
        '- age: 1 (78 years)',
        '- sex: 0 or 1',
        'Not known: Which sex?',
        'Source: table 2',
        'Not read: table 3.',
        'Computed by the rules of the pack af-demo, a sample: not reviewed guidance.',
      ].join('\n'),
    )
  })
})
