import type { Fact, FactInput } from '../../../contract/knowledge/fact.ts'
import type { Calculation, Calculator, KnownInputs } from '../../../contract/knowledge/rule.ts'
import { inputLabel } from '../../../contract/knowledge/calculator-input.ts'
import type { Sheet, SheetInput } from '../../../contract/knowledge/sheet.ts'
import { CLINICAL_FORM } from './invented-facts.ts'

export function inventCalculators(): Calculator[] {
  const has = CLINICAL_FORM.find(({ relation }) => relation === 'has')
  const weight = CLINICAL_FORM.find(({ relation }) => relation === 'weight')
  const born = CLINICAL_FORM.find(({ relation }) => relation === 'born')
  const sex = CLINICAL_FORM.find(({ relation }) => relation === 'sex')
  if (!has || !weight || !born || !sex) throw new Error('Expected the clinical form.')
  const common = {
    pack: 'af-demo',
    field: 'medicine' as const,
    reviewed: false,
    source: 'example guideline, table 2',
    group: 'Heart',
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
    const points = { low: given === 'yes' ? '1' : '0', high: given === 'no' ? '0' : '1' }
    return { say: condition, points, because: given === undefined ? 'not known' : 'as entered' }
  })
  const count = (end: 'low' | 'high') => parts.filter(({ points }) => points[end] === '1').length
  const [low, high] = [count('low'), count('high')]
  const weight = inputs.find(({ relation }) => relation === 'weight')
  const score = { result: low === high ? String(low) : `${low} to ${high}`, unit: null, parts }
  const dose = { result: weight ? '60' : null, unit: 'mg', parts: [] }
  return {
    name,
    ...(name === 'dose' ? dose : score),
    ends: null,
    value: null,
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

/** The one confirmed fact of each input; the real engine asks whose they are and on which day. */
export function inventKnown(name: string, facts: readonly Fact[]): KnownInputs['given'] {
  const inputs = inventCalculators().find((one) => one.name === name)?.inputs ?? []
  return inputs.flatMap((input) => {
    const found = facts.find(
      ({ relation, args, state, supersededBy }) =>
        relation === input.relation &&
        state === 'confirmed' &&
        supersededBy === null &&
        input.args.slice(1).every((arg, at) => arg === null || arg === args[at + 1]),
    )
    if (!found) return []
    const { id, relation, holds, at, validFrom, validTo, sentence } = found
    const args = input.args.map((arg, place) => arg ?? found.args[place] ?? '')
    return { key: input.key, input: { relation, args, holds, at, validFrom, validTo }, fact: id, sentence }
  })
}

/** Every input of the calculator, with what was typed or is on record; the real engine leaves out what is not needed. */
export function inventSheet(
  { inputs, ...calculator }: Calculator,
  facts: readonly Fact[],
  typed: readonly FactInput[],
): Sheet {
  const known = inventKnown(calculator.name, facts)
  const answered = inputs.map((input): SheetInput => {
    const own = typed.find(
      ({ relation, args }) => relation === input.relation && args[1] === (input.args[1] ?? args[1]),
    )
    const given = known.find(({ key }) => key === input.key)
    const fact = facts.filter(({ id }) => id === given?.fact)
    const state = own ? 'typed' : given ? 'recorded' : 'missing'
    return {
      ...input,
      label: inputLabel(input),
      state,
      ...inventValue(input, own ?? given?.input),
      facts: fact,
      against: [],
      converted: null,
      isAssumed: false,
      answers: [],
    }
  })
  const given = [...known.map(({ input }) => input), ...typed]
  const calculation = inventCalculation(calculator.name, given)
  return {
    calculator,
    asOf: '2026-06-03',
    isUsed: true,
    holds: 'yes',
    calculation,
    inputs: answered,
    notNeeded: 0,
    whose: [],
    stated: [],
    subjects: [],
  }
}

function inventValue(
  { args }: Calculator['inputs'][number],
  said: FactInput | undefined,
): Pick<SheetInput, 'value' | 'holds' | 'points'> {
  const asked = args.indexOf(null)
  const holds = said ? (said.holds ?? 'yes') : null
  if (asked >= 0) return { value: said?.args[asked] ?? null, holds, points: null }
  return {
    value: null,
    holds,
    points: { low: holds === 'yes' ? '1' : '0', high: holds === null || holds === 'yes' ? '1' : '0' },
  }
}
