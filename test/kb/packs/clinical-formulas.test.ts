import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sectionsCited, writtenRules } from '../read-shipped-pack.ts'
import { CLINICAL, resultsOf } from './clinical-results.ts'

/** Whole hundredths, so that what is typed is what is computed with. */
function hundredths(from: number, to: number): fc.Arbitrary<number> {
  return fc.integer({ min: Math.round(from * 100), max: Math.round(to * 100) }).map((number) => number / 100)
}

const PERSON = fc.record({
  sex: fc.constantFrom('female', 'male'),
  age: fc.integer({ min: 18, max: 100 }),
  weight: hundredths(30, 200),
  height: hundredths(152.4, 220),
  creatinine: hundredths(0.3, 12),
  qt: fc.integer({ min: 200, max: 700 }),
  rate: fc.integer({ min: 30, max: 220 }),
  sodium: fc.integer({ min: 100, max: 180 }),
  glucose: fc.integer({ min: 100, max: 1500 }),
  calcium: hundredths(4, 18),
  albumin: hundredths(1, 6),
  chloride: fc.integer({ min: 60, max: 150 }),
  bicarbonate: fc.integer({ min: 3, max: 50 }),
})
type Person = typeof PERSON extends fc.Arbitrary<infer P> ? P : never

function factsOf(person: Person): readonly string[] {
  const { sex, age, weight, height, creatinine, qt, rate, sodium, glucose } = person
  const { calcium, albumin, chloride, bicarbonate } = person
  return [
    `sex(p, ${sex})`,
    `born(p, ${2026 - age}-01-01)`,
    `weight(p, ${weight} kg)`,
    `height(p, ${height} cm)`,
    `creatinine(p, ${creatinine} mg/dL)`,
    `qt_interval(p, ${qt} ms)`,
    `heart_rate(p, ${rate} /min)`,
    `sodium(p, ${sodium} mmol/L)`,
    `glucose(p, ${glucose} mg/dL)`,
    `calcium(p, ${calcium} mg/dL)`,
    `albumin(p, ${albumin} g/dL)`,
    `chloride(p, ${chloride} mmol/L)`,
    `bicarbonate(p, ${bicarbonate} mmol/L)`,
  ]
}

const idealWeight = ({ sex, height }: Person): number => (sex === 'male' ? 50 : 45.5) + 2.3 * (height / 2.54 - 60)

function clearance({ sex, age, creatinine }: Person, weight: number): number {
  return (((140 - age) * weight) / (72 * creatinine)) * (sex === 'female' ? 0.85 : 1)
}

function filtration({ sex, age, creatinine }: Person): number {
  const female = sex === 'female'
  const ratio = creatinine / (female ? 0.7 : 0.9)
  const slope = ratio < 1 ? ratio ** (female ? -0.241 : -0.302) : ratio ** -1.2
  return 142 * slope * 0.9938 ** age * (female ? 1.012 : 1)
}

/** Floating point, written from the published formulas. Null: the formula does not apply. */
const FORMULAS: Readonly<Record<string, (person: Person) => number | null>> = {
  cockcroft_gault: (person) => clearance(person, person.weight),
  cockcroft_gault_ideal: (person) => clearance(person, idealWeight(person)),
  cockcroft_gault_adjusted: (person) => {
    const ideal = idealWeight(person)
    return person.weight > ideal ? clearance(person, ideal + 0.4 * (person.weight - ideal)) : null
  },
  ideal_weight: idealWeight,
  ckd_epi: filtration,
  corrected_calcium: ({ calcium, albumin }) => calcium + 0.8 * (4 - albumin),
  corrected_calcium_molar: ({ calcium, albumin }) => (calcium * 10) / 40.078 + 0.02 * (40 - albumin * 10),
  corrected_sodium_katz: ({ sodium, glucose }) => sodium + 0.016 * (glucose - 100),
  corrected_sodium_hillier: ({ sodium, glucose }) => sodium + 0.024 * (glucose - 100),
  anion_gap: ({ sodium, chloride, bicarbonate }) => sodium - chloride - bicarbonate,
  anion_gap_corrected: ({ sodium, chloride, bicarbonate, albumin }) =>
    sodium - chloride - bicarbonate + 2.5 * (4 - albumin),
  qtc_bazett: ({ qt, rate }) => qt / Math.sqrt(60 / rate),
  qtc_fridericia: ({ qt, rate }) => qt / Math.cbrt(60 / rate),
  bmi: ({ weight, height }) => weight / (height / 100) ** 2,
  bsa_mosteller: ({ weight, height }) => Math.sqrt((weight * height) / 3600),
  bsa_du_bois: ({ weight, height }) => 0.007184 * height ** 0.725 * weight ** 0.425,
}

describe('formulas of the clinical pack', () => {
  it.each(Object.entries(FORMULAS))('%s is what an independent computation gives', (relation, formula) => {
    fc.assert(
      fc.property(PERSON, (person) => {
        const expected = formula(person)
        const results = resultsOf(relation, factsOf(person))
        const far = results.filter(
          ({ values: [value] }) => expected === null || Math.abs(Number(value) - expected) > 1e-8,
        )
        expect(results).toEqual(expected === null ? [] : [{ certain: true, values: results[0]?.values }])
        expect(far).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('are the same whatever unit of the same amount is typed', () => {
    const one = ['sex(p, male)', 'born(p, 1966-01-01)', 'weight(p, 80 kg)', 'creatinine(p, 1.5 mg/dL)']
    const other = ['sex(p, male)', 'born(p, 1966-01-01)', 'weight(p, 80000 g)', 'creatinine(p, 132.6 µmol/L)']
    for (const relation of ['cockcroft_gault', 'ckd_epi'])
      expect(resultsOf(relation, other)).toEqual(resultsOf(relation, one))
  })

  it('refuse an input of another kind or out of its range', () => {
    expect(() => resultsOf('bmi', ['weight(p, 70 cm)'])).toThrow('do not convert')
    expect(() => resultsOf('qtc_bazett', ['qt_interval(p, 400 s)'])).toThrow(/900 ms/)
    expect(() => resultsOf('morphine_equivalent', ['opioid_dose(p, 30 mg)'])).toThrow('do not convert')
  })
})

describe('doses by renal function', () => {
  const NO_DIALYSIS = ['no finding(p, dialysis)', 'no finding(p, dialysis_twice_a_week)']
  const inputs = (person: Person, more: readonly string[]) => [...factsOf(person), ...NO_DIALYSIS, ...more]
  const uses = ['treatment', 'prophylaxis_medical_or_abdominal', 'prophylaxis_hip_or_knee']
  const inhibitors = ['none', 'dronedarone_or_ketoconazole', 'other']

  it('give one dose of enoxaparin for everybody, once daily below 30 mL/min', () => {
    fc.assert(
      fc.property(PERSON, fc.constantFrom(...uses), (person, use) => {
        const results = resultsOf('enoxaparin_dose', inputs(person, [`enoxaparin_use(p, ${use})`]))
        const isLow = clearance(person, person.weight) < 30
        const [interval, dose] = {
          treatment: [isLow ? 'once_a_day' : 'every_12_hours', person.weight],
          prophylaxis_medical_or_abdominal: ['once_a_day', isLow ? 30 : 40],
          prophylaxis_hip_or_knee: [isLow ? 'once_a_day' : 'every_12_hours', 30],
        }[use] ?? ['', 0]
        expect(results).toEqual([{ certain: true, values: [interval, dose] }])
      }),
      { numRuns: 80 },
    )
  })

  it.each(['apixaban_in_af', 'rivaroxaban_in_af', 'dabigatran_in_af', 'edoxaban_in_af'])(
    '%s says one thing for everybody',
    (relation) => {
      fc.assert(
        fc.property(PERSON, fc.constantFrom(...inhibitors), (person, inhibitor) => {
          const results = resultsOf(relation, inputs(person, [`pgp_inhibitor(p, ${inhibitor})`]))
          expect(results).toEqual([{ certain: true, values: [doacDose(relation, person, inhibitor)] }])
        }),
        { numRuns: 80 },
      )
    },
  )

  it('say nothing certain while one input is not known', () => {
    const person = ['sex(p, male)', 'born(p, 1950-01-01)', 'weight(p, 80 kg)', 'creatinine(p, 1.2 mg/dL)']
    const all = [...person, ...NO_DIALYSIS, 'pgp_inhibitor(p, none)', 'enoxaparin_use(p, treatment)']
    for (const relation of ['enoxaparin_dose', 'rivaroxaban_in_af', 'dabigatran_in_af', 'edoxaban_in_af'])
      for (const fact of [...person, ...NO_DIALYSIS]) {
        const results = resultsOf(
          relation,
          all.filter((one) => one !== fact),
        )
        expect(results.length, `${relation} without ${fact}`).toBeGreaterThan(0)
        expect(results.filter(({ certain }) => certain)).toEqual([])
      }
  })
})

/** From the first limit of the clearance that it reaches. */
const BY_CLEARANCE: Readonly<Record<string, readonly (readonly [above: (rate: number) => boolean, dose: string])[]>> = {
  rivaroxaban_in_af: [
    [(rate) => rate > 50, 'rivaroxaban_20'],
    [(rate) => rate >= 30, 'rivaroxaban_15'],
    [(rate) => rate >= 15, 'rivaroxaban_15_unstudied'],
    [() => true, 'rivaroxaban_none'],
  ],
  edoxaban_in_af: [
    [(rate) => rate > 95, 'edoxaban_none'],
    [(rate) => rate > 50, 'edoxaban_60'],
    [(rate) => rate >= 15, 'edoxaban_30'],
    [() => true, 'edoxaban_too_low'],
  ],
}

function doacDose(relation: string, person: Person, inhibitor: string): string {
  const rate = clearance(person, person.weight)
  if (relation === 'apixaban_in_af') return apixabanDose(person, rate)
  if (relation === 'dabigatran_in_af') return dabigatranDose(rate, inhibitor)
  return BY_CLEARANCE[relation]?.find(([isAbove]) => isAbove(rate))?.[1] ?? ''
}

function apixabanDose({ age, weight, creatinine }: Person, rate: number): string {
  if (rate < 15) return 'apixaban_none'
  const criteria = [age >= 80, weight <= 60, creatinine >= 1.5].filter(Boolean).length
  return criteria >= 2 ? 'apixaban_2_5' : 'apixaban_5'
}

function dabigatranDose(rate: number, inhibitor: string): string {
  if (rate < 15) return 'dabigatran_none'
  if (rate < 30) return inhibitor === 'none' ? 'dabigatran_75' : 'dabigatran_avoid'
  return inhibitor === 'dronedarone_or_ketoconazole' && rate <= 50 ? 'dabigatran_75' : 'dabigatran_150'
}

describe('equivalents and interactions', () => {
  it('there and back of two steroids is the dose itself', () => {
    const steroids = [...(CLINICAL.program?.vocabulary.names.get('steroid')?.labels.keys() ?? [])]
    const steroid = fc.constantFrom(...steroids)
    fc.assert(
      fc.property(steroid, steroid, fc.integer({ min: 1, max: 100 }), (from, to, dose) => {
        const convert = (one: string, other: string, amount: number) =>
          Number(
            resultsOf('steroid_equivalent', [
              `steroid(p, ${one})`,
              `other_steroid(p, ${other})`,
              `steroid_dose(p, ${amount.toFixed(10)} mg)`,
            ])[0]?.values[0],
          )
        expect(convert(to, from, convert(from, to, dose))).toBeCloseTo(dose, 6)
      }),
      { numRuns: 60 },
    )
  })

  it('a pair says the same in either order, and one that is not listed says so', () => {
    const medicines = [...(CLINICAL.program?.vocabulary.names.get('medicine')?.labels.keys() ?? [])]
    const said = (one: string, other: string) =>
      resultsOf('interaction_of_pair', [`first_medicine(p, ${one})`, `second_medicine(p, ${other})`])
    let listed = 0
    for (const [at, one] of medicines.entries())
      for (const other of medicines.slice(at)) {
        const result = said(one, other)
        expect(result).toHaveLength(1)
        expect(result[0]?.certain).toBe(true)
        expect(said(other, one)).toEqual(result)
        if (result[0]?.values[0] !== 'not_listed') listed += 1
      }
    expect(listed).toBe(15)
  })
})

describe('sources of the formulas', () => {
  const rules = CLINICAL.program?.rules.filter(({ place }) => place.file.includes('formulas-')) ?? []

  it('are named by every rule', () => {
    expect(rules.length).toBeGreaterThan(90)
    expect(rules.filter(({ source }) => source === null)).toEqual([])
  })

  it('point to a section of the reference text, all but definitions', () => {
    const text = readFileSync(new URL('../../../samples/reference/clinical-formulas.md', import.meta.url), 'utf8')
    const sections = new Set(text.match(/(?<=^## ).*$/gm))
    const written = new Map(writtenRules('clinical').map((rule) => [rule.id, rule]))
    const astray = rules.filter(({ id, source }) => {
      const [section] = sectionsCited([written.get(id) ?? { id }], 'clinical-formulas.md')
      return section === undefined ? !source?.startsWith('definition') : !sections.has(section)
    })
    expect(astray.map(({ id }) => id)).toEqual([])
  })

  it('are not called read where the text says that nobody read them', () => {
    const doubtful = rules.filter(
      ({ source, sourceRead }) => sourceRead && /not read|by way of/.test(source ?? '') && !source?.includes('(read'),
    )
    expect(rules.filter(({ sourceRead }) => sourceRead).length).toBeGreaterThan(30)
    expect(doubtful.map(({ id }) => id)).toEqual([])
  })
})
