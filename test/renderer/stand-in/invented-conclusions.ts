import type { ConclusionSource } from '../../../contract/answers/answer.ts'
import type { Fact } from '../../../contract/knowledge/fact.ts'
import type { Ground, MissingInput, Proof, ProofStep } from '../../../contract/knowledge/proof.ts'
import type { Conclusion, Conclusions } from '../../../contract/knowledge/rule.ts'

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

/** What follows in the stand-in: open until somebody says whether there is bleeding. */
export function inventConclusions(facts: readonly Fact[], asOf: string): Conclusions {
  const bleeding = facts.find(({ args, state }) => args[1] === 'bleeding' && state === 'confirmed')?.holds ?? 'unknown'
  const holds = ({ yes: 'no', no: 'yes', unknown: 'unknown' } as const)[bleeding]
  const conflicting = facts.filter(({ conflicts, state }) => conflicts.length > 0 && state === 'confirmed')
  return {
    asOf,
    conclusions: [anticoagulation(facts, holds), dose(facts), review(asOf)],
    conflicts:
      conflicting.length > 0
        ? [{ sentence: 'patient is female, and patient is male', facts: conflicting.map(({ id }) => id) }]
        : [],
    passed: [],
    ahead: [
      {
        day: '2026-06-15',
        sentence: 'Review the anticoagulation of patient',
        conclusion: 2,
        daysLeft: 12,
        dependsOn: [],
        isException: false,
      },
      {
        day: '2027-06-03',
        sentence: 'Yearly blood test of patient is due',
        conclusion: 2,
        daysLeft: 365,
        dependsOn: [],
        isException: false,
      },
    ],
    stopped: null,
    rulesNotUsed: [],
  }
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
        { kind: 'against', sentence: 'oral anticoagulation is contraindicated', holds: 'unknown', proofs: [] },
        { kind: 'not-concluded', sentence: 'patient has no other indication', proofs: [] },
        { kind: 'fails', text: '?days >= 90 days', proofs: [] },
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
      ? 'Depends on whether patient has no active bleeding (not known). Score 4 to 6, threshold 3.'
      : 'Score 4 to 6, threshold 3.',
    proof: { sentence, holds, grounds },
    assumed: ['patient has no mechanical heart valve'],
    missing: isOpen ? [ASK_CHF, ASK_BLEEDING, ASK_CREATININE] : [ASK_CHF, ASK_CREATININE],
    dates: [],
    skipped: [],
    warning: null,
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

function dose(facts: readonly Fact[]): Conclusion {
  const sentence = 'Apixaban: the criteria for a reduced dose are met, 2 of 3'
  const weights = facts.filter(({ relation }) => relation === 'weight').map(({ id }) => id)
  return {
    relation: 'reduced_dose',
    args: ['patient', 'apixaban'],
    sentence,
    holds: 'yes',
    summary: 'Weight 58 ≤ 60 kg; age 78 is under 80. Nothing assumed.',
    proof: {
      sentence,
      holds: 'yes',
      grounds: [
        {
          ...PACK,
          rule: 'apixaban-dose',
          title: 'at least two of three criteria',
          source: 'example product text 4.2',
          steps: [
            {
              kind: 'aggregate',
              text: 'count of the criteria that are met',
              result: '2',
              steps: [{ kind: 'fact', sentence: 'patient weighs 58 kg', facts: weights }],
            },
          ],
        },
      ],
    },
    assumed: [],
    missing: [],
    dates: [],
    skipped: [],
    warning: null,
    rank: '2',
  }
}

function review(asOf: string): Conclusion {
  const sentence = 'The review of patient is due on 2026-06-15'
  return {
    relation: 'review_due',
    args: ['patient', '2026-06-15'],
    sentence,
    holds: 'yes',
    summary: 'Holds if no earlier review is recorded: assumed absent.',
    proof: {
      sentence,
      holds: 'yes',
      grounds: [
        {
          ...PACK,
          rule: 'review',
          title: 'ten working days after the decision',
          source: 'example guideline 1.6',
          validTo: '2027-03-31',
          steps: [
            { kind: 'assumed-absent', sentence: 'no earlier review is recorded' },
            { kind: 'calculation', text: 'business_days_after(2026-06-01, 10, england)', result: '2026-06-15' },
          ],
        },
      ],
    },
    assumed: ['no earlier review is recorded'],
    missing: [],
    skipped: [{ from: '2024-09-28', to: '2024-09-29', name: 'weekend' }],
    dates: [
      { day: '2019-11-01', sentence: 'patient had a transient ischaemic attack', kind: 'fact' },
      { day: '2026-06-01', sentence: 'decision to anticoagulate patient', kind: 'fact' },
      { day: '2026-06-15', sentence: 'review is due', kind: 'computed' },
      { day: '2027-06-03', sentence: 'yearly blood test is due', kind: 'computed' },
    ]
      .map((date) => ({ ...date, kind: date.kind as 'fact' | 'computed' }))
      .filter(({ day }) => day >= '2019-01-01' || day >= asOf),
    warning: null,
    rank: null,
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
    asks: [],
    names: [],
    fit: 1,
    language: 'en',
    holds,
    sentence,
    summary,
    proof,
    assumed,
    missing,
  }
}
