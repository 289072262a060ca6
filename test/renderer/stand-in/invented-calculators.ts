import type { FactInput } from '../../../contract/fact.ts'
import type { Calculation, Calculator } from '../../../contract/rule.ts'
import { CLINICAL_FORM } from './invented-facts.ts'

export function inventCalculators(): Calculator[] {
  const has = CLINICAL_FORM.find(({ relation }) => relation === 'has')
  const weight = CLINICAL_FORM.find(({ relation }) => relation === 'weight')
  const born = CLINICAL_FORM.find(({ relation }) => relation === 'born')
  const sex = CLINICAL_FORM.find(({ relation }) => relation === 'sex')
  if (!has || !weight || !born || !sex) throw new Error('Expected the clinical form.')
  const common = {
    pack: 'af-demo',
    reviewed: false,
    source: 'example guideline, table 2',
    jurisdictions: [],
    unit: null,
  }
  const condition = (name: string) => ({ ...has, key: name, args: ['patient', name] })
  return [
    {
      ...common,
      name: 'cha2ds2vasc',
      title: 'CHA2DS2-VASc',
      inputs: [
        { ...born, key: 'born', args: ['patient', null] },
        { ...sex, key: 'sex', args: ['patient', null] },
        ...['hypertension', 'diabetes', 'chf', 'stroke'].map(condition),
      ],
    },
    {
      ...common,
      name: 'dose',
      title: 'Dose by weight',
      unit: 'mg',
      inputs: [{ ...weight, key: 'weight', args: ['patient', null] }],
    },
  ]
}

/** Counts what is given; the real rules are elsewhere. */
export function inventCalculation(name: string, inputs: readonly FactInput[]): Calculation {
  const conditions = ['hypertension', 'diabetes', 'chf', 'stroke']
  const parts = conditions.map((condition) => {
    const given = inputs.find(({ args }) => args[1] === condition)?.holds
    const points = given === 'yes' ? '1' : given === 'no' ? '0' : '0 or 1'
    return { say: condition, points, because: given === undefined ? 'not known' : 'as entered' }
  })
  const low = parts.filter(({ points }) => points === '1').length
  const high = low + parts.filter(({ points }) => points === '0 or 1').length
  const weight = inputs.find(({ relation }) => relation === 'weight')
  const score = { result: low === high ? String(low) : `${low} to ${high}`, unit: null, parts }
  const dose = { result: weight ? '60' : null, unit: 'mg', parts: [] }
  return {
    name,
    ...(name === 'dose' ? dose : score),
    full: null,
    proof: null,
    source: 'example guideline, table 2',
    notRead: [],
    warning: null,
    missing:
      name === 'dose' && !weight
        ? [
            {
              relation: 'weight',
              args: ['patient', null],
              question: 'What does patient weigh?',
              choices: [],
              decides: true,
            },
          ]
        : [],
  }
}
