import { describe, expect, test } from 'vitest'
import { calculate } from '../../../assistant/rules/kernel/calculate.ts'
import { gateText } from '../../../assistant/rules/kernel/gate-statement.ts'
import { programOf } from '../../../assistant/rules/kernel/ask-kernel.ts'
import { runFacts } from '../../../assistant/rules/kernel/run-packs.ts'
import { proofLines } from '../../../assistant/answers/claims/proof-lines.ts'
import { compilePacks } from '../../../kb/compile/compile-packs.ts'
import { readShippedPack } from '../../kb/read-shipped-pack.ts'
import { englishText } from '../../../wording/message-text.ts'

const CLINICAL = compilePacks([readShippedPack('clinical')])
const TODAY = '2026-06-03'

const UNDATED = { at: null, validFrom: null, validTo: null }
const WARD_FILES = [
  { path: 'pack.yaml', text: 'pack: ward\ntitle: Ward\nversion: "1"\nlanguage: en\nlicence: CC0-1.0\n' },
  {
    path: 'vocabulary.yaml',
    text: `names: { patient: open }
vocabulary:
  ward_days: { args: [patient, { number, from: 0, to: 90 }], unique: [0], absent: ask, say: "the days of {0} are {1}" }
  once: { args: [patient, number], unique: [0], say: "once for {0} is {1}" }
  twice: { args: [patient, number], unique: [0], say: "twice for {0} is {1}", calculator: Twice }
`,
  },
]
const ENTRY = `rules:
  - { id: below, title: Below, status: approved, approved_by: Dr Lyle, then: "once(?p, ?n)", if: ["ward_days(?p, ?d)", "?n := ?d + 1"], source: Below, source_read: {read} }
  - { id: above, title: Above, status: approved, approved_by: Dr Lyle, then: "twice(?p, ?m)", if: ["once(?p, ?n)", "?m := ?n * 2"], source: Above, source_read: yes }
`

function run(name: string, facts: readonly string[], asOf = TODAY) {
  const inputs = facts.map((text) => {
    const { statement, problem } = gateText(text, programOf(CLINICAL).vocabulary)
    if (!statement) throw new Error(`${text}: ${englishText(problem.message)}`)
    return statement
  })
  return calculate(CLINICAL, { name, inputs, asOf })
}

const PERSON = ['born(patient, 1950-01-01)', 'sex(patient, female)']
const clearanceOf = (weightDay: string, creatinineDay: string) => [
  ...PERSON,
  `weight(patient, 60 kg)${weightDay}`,
  `creatinine(patient, 1.2 mg/dL)${creatinineDay}`,
]

describe('the days of what a result rests on', () => {
  test('stand in its proof', () => {
    const { proof } = run('cockcroft_gault', clearanceOf(' @2026-06-02', ' @2026-06-01'))
    const said = proof ? proofLines(proof).map(({ text }) => text) : []
    expect(said).toContain('the serum creatinine of the patient is 1.2 mg/dL (on 1 June 2026) (fact)')
    expect(said).toContain('the patient was born on 1 January 1950 (fact)')
  })

  test('are warned of where they lie apart, or long ago', () => {
    const warned = (weightDay: string, creatinineDay: string) =>
      run('cockcroft_gault', clearanceOf(weightDay, creatinineDay)).warning
    expect(warned(' @2026-06-02', ' @2024-03-01')).toBe(
      'Its values are of different days: the oldest is of 2024-03-01 (the serum creatinine of the patient is 1.2 mg/dL), the newest of 2026-06-02.',
    )
    expect(warned('', ' @2024-03-01')).toBe(
      'It rests on old values: the oldest is of 2024-03-01 (the serum creatinine of the patient is 1.2 mg/dL).',
    )
    expect(warned(' @2026-06-02', ' @2026-06-01')).toBeNull()
    expect(warned('', '')).toBeNull()
  })

  const VITAL_SIGNS = [
    'heart_rate(patient, 80 /min) @2019-01-01',
    'spo2(patient, 97 %) @2021-01-01',
    'respiratory_rate(patient, 16 /min) @2024-01-01',
    `systolic_pressure(patient, 120 mmHg) @${TODAY}`,
    `temperature(patient, 37 °C) @${TODAY}`,
    'no finding(patient, supplemental_oxygen)',
    'no finding(patient, target_88_to_92)',
    'no finding(patient, not_alert)',
    'no finding(patient, new_confusion)',
  ]

  test('are warned of also where a value adds no points', () => {
    const { result, warning } = run('news2', VITAL_SIGNS)
    expect([result, warning?.includes('oldest is of 2019-01-01'), warning?.endsWith(`newest of ${TODAY}.`)]).toEqual([
      '0',
      true,
      true,
    ])
    const ofCy = VITAL_SIGNS.map((text) => text.replace('(patient', '(cy'))
    const others = VITAL_SIGNS.map((text) => text.replace('(patient', '(di').replace(/@.*/, ''))
    const goal = (name: string) => ({ asOf: TODAY, facts: [...ofCy, ...others], goal: `news2(${name}, ?x)` })
    const warned = ['cy', 'di'].map((name) => runFacts(CLINICAL, goal(name)).conclusions[0]?.warning ?? null)
    expect([warned[0]?.includes('oldest is of 2019-01-01'), warned[1]]).toEqual([true, null])
  })

  test('are warned of in a conclusion too', () => {
    const facts = clearanceOf(' @2026-06-02', ' @2024-03-01')
    const { conclusions } = runFacts(CLINICAL, { asOf: TODAY, facts, goal: 'cockcroft_gault(patient, ?x)' })
    expect(conclusions.map(({ warning }) => warning?.includes('the oldest is of 2024-03-01'))).toEqual([true])
  })
})

test('a source counts as read only where those of all rules of the proof were', () => {
  const unreadBelow = ENTRY.replace('{read}', 'no')
  const calculated = (text: string) => {
    const compiled = compilePacks([{ name: 'ward', files: [...WARD_FILES, { path: 'rules/a.yaml', text }] }])
    expect(compiled.problems).toEqual([])
    const inputs = [{ relation: 'ward_days', args: ['patient', '3'], holds: 'yes' as const, ...UNDATED }]
    return calculate(compiled, { name: 'twice', inputs, asOf: TODAY })
  }
  expect(calculated(unreadBelow)).toMatchObject({ result: '8', source: 'Above', notRead: ['Below'] })
  expect(calculated(ENTRY.replace('{read}', 'yes')).notRead).toEqual([])
  // Of a definition there is nothing to be read, also where it says which.
  for (const source of ['definition', '"definition: twice the days"', '"definition (twice the days)"'])
    expect(calculated(unreadBelow.replace('source: Below', `source: ${source}`)).notRead).toEqual([])
})

test('a range is not shown beyond what is possible', () => {
  const withoutHeight = clearanceOf('', '')
  expect(run('ideal_weight', ['sex(patient, female)']).result).toMatch(/^0 to about \d/)
  expect(run('cockcroft_gault_ideal', withoutHeight).result).toMatch(/^0 to about \d/)
  const facts = ['sex(ann, female)']
  const { conclusions } = runFacts(CLINICAL, { asOf: TODAY, facts, goal: 'ideal_weight(ann, ?x)' })
  expect(conclusions[0]?.sentence).toMatch(/is 0 to about \d/)
})
