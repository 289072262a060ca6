import type { ConclusionSource } from '../../../contract/answer.ts'
import type { Fact } from '../../../contract/fact.ts'
import type { Ground, MissingInput, Proof, ProofStep } from '../../../contract/proof.ts'
import type { Conclusion } from '../../../contract/rule.ts'

const PACK = { pack: 'af-demo', reviewed: false, sourceRead: true, validFrom: '2025-04-01', validTo: null }

const ASK_BLEEDING: MissingInput = {
  relation: 'has',
  args: ['patient', 'bleeding'],
  question: 'Does patient have active bleeding?',
  choices: [],
  decides: true,
}
const ASK_CHF: MissingInput = {
  relation: 'has',
  args: ['patient', 'chf'],
  question: 'Does patient have heart failure?',
  choices: [],
  decides: false,
}
const ASK_CREATININE: MissingInput = {
  relation: 'lvef',
  args: ['patient', null],
  question: 'What is the ejection fraction of patient?',
  choices: [],
  decides: false,
}

function anticoagulation(facts: readonly Fact[], holds: Conclusion['holds']): Conclusion {
  const sentence = 'Offer patient oral anticoagulation'
  const of = (name: string) => facts.filter(({ args }) => args.includes(name)).map(({ id }) => id)
  const isOpen = holds === 'unknown'
  const grounds: Ground[] = [
    {
      ...PACK,
      rule: 'af-oac',
      title: 'score at or above the threshold, and no exception',
      source: 'example guideline 1.6',
      steps: [
        { kind: 'assumed-absent', sentence: 'patient has no mechanical heart valve' },
        isOpen
          ? { kind: 'missing', sentence: 'active bleeding', input: ASK_BLEEDING }
          : { kind: 'recorded-absent', sentence: 'patient has no active bleeding', facts: of('bleeding') },
        { kind: 'fact', sentence: 'patient has atrial fibrillation', facts: of('af') },
        { kind: 'conclusion', proof: score(of) },
        { kind: 'comparison', text: '?s >= ?t', result: '4 to 6 ≥ 3', holds: 'yes' },
      ],
    },
    {
      ...PACK,
      rule: 'stroke-oac',
      title: 'after a stroke with atrial fibrillation',
      source: 'example guideline 1.9',
      sourceRead: false,
      steps: [
        { kind: 'see-above', sentence: 'patient has atrial fibrillation' },
        { kind: 'problem', message: 'The day lies outside the calendar England and Wales, which ends on 2027-12-31.' },
      ],
    },
  ]
  return {
    relation: 'recommend',
    args: ['patient', 'oral_anticoagulation'],
    sentence,
    holds,
    summary: isOpen
      ? 'Would hold if patient has no active bleeding: not known. Score 4 to 6, threshold 3.'
      : 'Score 4 to 6, threshold 3.',
    proof: { sentence, holds, grounds },
    assumed: ['patient has no mechanical heart valve'],
    missing: isOpen ? [ASK_CHF, ASK_BLEEDING, ASK_CREATININE] : [ASK_CHF, ASK_CREATININE],
    dates: [],
    rank: null,
  }
}

function score(of: (name: string) => string[]): Proof {
  const fact = (sentence: string, name: string): ProofStep => ({ kind: 'fact', sentence, facts: of(name) })
  const point = (low: string, high = low) => ({ low, high })
  return {
    sentence: 'the CHA2DS2-VASc score of patient is 4 to 6',
    holds: 'yes',
    grounds: [
      {
        ...PACK,
        rule: 'cha2ds2vasc',
        title: 'CHA2DS2-VASc',
        source: 'example guideline, table 2',
        steps: [
          { kind: 'calculation', text: 'years_between(1948-02-11, 2026-06-03)', result: '78 years' },
          {
            kind: 'sum',
            result: point('4', '6'),
            parts: [
              {
                say: 'age 75 or over',
                points: point('2'),
                holds: 'yes',
                steps: [fact('patient was born on 1948-02-11', '1948-02-11')],
              },
              { say: 'female sex', points: point('0', '1'), holds: 'unknown', steps: [] },
              {
                say: 'hypertension',
                points: point('1'),
                holds: 'yes',
                steps: [fact('patient has hypertension', 'hypertension')],
              },
              {
                say: 'diabetes',
                points: point('0'),
                holds: 'no',
                steps: [{ kind: 'recorded-absent', sentence: 'patient has no diabetes', facts: of('diabetes') }],
              },
              {
                say: 'heart failure',
                points: point('0', '1'),
                holds: 'unknown',
                steps: [
                  { kind: 'missing', sentence: 'heart failure', input: ASK_CHF },
                  { kind: 'missing', sentence: 'the ejection fraction', input: ASK_CREATININE },
                ],
              },
            ],
          },
        ],
      },
    ],
  }
}

/** The first conclusion as an answer holds it, still open. */
export function inventConclusionSource(): ConclusionSource {
  const { relation, args, holds, sentence, summary, proof, assumed, missing } = anticoagulation([], 'unknown')
  return {
    kind: 'conclusion',
    source: 'R1',
    rule: 'af-oac',
    asOf: '2026-06-03',
    relation,
    args,
    holds,
    sentence,
    summary,
    proof,
    assumed,
    missing,
  }
}
