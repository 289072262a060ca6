import type { Fact, FactInput, FormRelation } from '../../../contract/knowledge/fact.ts'
import { verbatim } from '../../../wording/message.ts'

/** What facts can be recorded for in an invented clinical pack. */
const CONDITIONS = [
  ['af', 'atrial fibrillation'],
  ['hypertension', 'hypertension'],
  ['diabetes', 'diabetes'],
  ['chf', 'heart failure'],
  ['stroke', 'stroke or TIA'],
  ['bleeding', 'active bleeding'],
  ['valve', 'mechanical heart valve'],
] as const

const named = (pairs: readonly (readonly [string, string])[]) => pairs.map(([name, label]) => ({ name, label }))
const PATIENT = { kind: 'name' as const, type: 'patient', open: true, choices: [{ name: 'patient', label: 'patient' }] }
const COMMON = { pack: 'af-demo', label: null, unique: [0], latest: false, absent: 'ask' as const }

export const CLINICAL_FORM: readonly FormRelation[] = [
  { ...COMMON, relation: 'born', group: 'Person', say: '{0} was born on {1}', places: [PATIENT, { kind: 'date' }] },
  {
    ...COMMON,
    relation: 'sex',
    group: 'Person',
    say: '{0} is {1}',
    places: [
      PATIENT,
      {
        kind: 'name',
        type: 'sex',
        open: false,
        choices: named([
          ['female', 'female'],
          ['male', 'male'],
        ]),
      },
    ],
  },
  {
    ...COMMON,
    relation: 'weight',
    group: 'Person',
    say: '{0} weighs {1}',
    latest: true,
    places: [PATIENT, { kind: 'number', unit: 'kg', units: ['kg', 'g', 'lb'], from: '0.3', to: '500' }],
  },
  {
    ...COMMON,
    relation: 'lvef',
    group: 'Person',
    say: 'left ventricular ejection fraction of {0} is {1}',
    latest: true,
    places: [PATIENT, { kind: 'number', unit: '%', units: ['%'], from: '5', to: '90' }],
  },
  {
    ...COMMON,
    relation: 'has',
    group: 'Conditions',
    say: '{0} has {1}',
    unique: null,
    places: [PATIENT, { kind: 'name', type: 'condition', open: false, choices: named(CONDITIONS) }],
  },
  {
    ...COMMON,
    relation: 'takes',
    group: 'Medicines',
    say: '{0} takes {1} of {2} daily',
    unique: null,
    absent: 'no',
    places: [
      PATIENT,
      { kind: 'number', unit: 'mg', units: ['mg', 'g'], from: '0', to: null },
      { kind: 'name', type: 'drug', open: true, choices: [] },
    ],
  },
]

const LETTER = {
  kind: 'passage' as const,
  document: 'Letters/Letter, Brightwater, 2 Oct 2024.pdf',
  documentId: 'd-letters-letter-brightwater-2-oct-2024-pdf',
  page: 1,
  textVersion: null,
  byOcr: true,
  model: 'qwen3-4b',
  start: 45,
  end: 79,
  quote: 'Your notice reached us Monday 30 September',
}

let count = 0

/** A fact of the stand-in; what is not given is as if a person had said it on 2 June. */
export function inventFact(fact: Pick<Fact, 'relation' | 'args' | 'sentence'> & Partial<Fact>): Fact {
  count += 1
  return {
    id: `f${count}`,
    holds: 'yes',
    at: null,
    validFrom: null,
    validTo: null,
    source: { kind: 'user', by: 'J. Marsh' },
    state: 'confirmed',
    decidedBy: 'J. Marsh',
    decidedAt: '2026-06-02T09:12:00.000Z',
    conflicts: [],
    supersededBy: null,
    unusable: null,
    ...fact,
  }
}

/** As the gate of the real engine would make it of what a person enters. */
export function factOfInput({ relation, args, holds = 'yes', at = null, validFrom = null, validTo = null }: FactInput) {
  return inventFact({ relation, args, holds, at, validFrom, validTo, sentence: sentenceOf(relation, args, holds) })
}

function sentenceOf(relation: string, args: readonly string[], holds: 'yes' | 'no' | 'unknown'): string {
  const say = CLINICAL_FORM.find((one) => one.relation === relation)?.say ?? relation
  const words = args.reduce((text, arg, at) => text.replace(`{${at}}`, labelOf(arg)), say)
  return holds === 'no' ? words.replace(' has ', ' has no ') : words
}

function labelOf(name: string): string {
  return CONDITIONS.find(([one]) => one === name)?.[1] ?? name
}

export function inventFacts(): Fact[] {
  const has = (name: string, holds: Fact['holds'], fact: Partial<Fact> = {}) =>
    inventFact({
      relation: 'has',
      args: ['patient', name],
      holds,
      sentence: sentenceOf('has', ['patient', name], holds),
      ...fact,
    })
  const later = inventFact({
    relation: 'weight',
    args: ['patient', '58 kg'],
    at: '2026-06-01',
    sentence: 'patient weighs 58 kg',
  })
  const [one, other] = ['female', 'male'].map((sex) =>
    inventFact({ relation: 'sex', args: ['patient', sex], sentence: `patient is ${sex}` }),
  )
  const letter = { ...LETTER, quote: 'The patient had a transient ischaemic attack in November 2019, full recovery.' }
  return [
    inventFact({ relation: 'born', args: ['patient', '1948-02-11'], sentence: 'patient was born on 1948-02-11' }),
    ...(one && other
      ? [
          { ...one, conflicts: [other.id] },
          { ...other, conflicts: [one.id], source: LETTER },
        ]
      : []),
    later,
    inventFact({
      relation: 'weight',
      args: ['patient', '61 kg'],
      at: '2025-11-20',
      sentence: 'patient weighs 61 kg',
      supersededBy: later.id,
    }),
    has('af', 'yes', { source: { ...LETTER, document: 'ECG.pdf', byOcr: false } }),
    has('hypertension', 'yes'),
    has('diabetes', 'no', { source: LETTER }),
    has('bleeding', 'unknown'),
    has('stroke', 'yes', { state: 'proposed', decidedBy: null, decidedAt: null, at: '2019-11-01', source: letter }),
    inventFact({
      relation: 'lvef',
      args: ['patient', '35..40 %'],
      at: '2026-05-30',
      sentence: 'left ventricular ejection fraction of patient is 35 to 40 %',
      state: 'proposed',
      decidedBy: null,
      decidedAt: null,
      source: { ...LETTER, quote: 'LVEF visually 35–40 %, no thrombus seen.' },
    }),
    inventFact({
      relation: 'takes',
      args: ['patient', '5 mg', 'apixaban'],
      sentence: 'patient takes 5 mg of apixaban daily',
    }),
    inventFact({
      relation: 'nyha_class',
      args: ['patient', '2'],
      sentence: 'nyha_class(patient, 2)',
      unusable: verbatim('No pack of this matter knows nyha_class.'),
    }),
  ]
}
