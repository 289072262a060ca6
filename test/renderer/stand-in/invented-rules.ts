import type { RuleCheck, RuleForm, RuleRow, RuleWord } from '../../../contract/knowledge/rule.ts'
import { CLINICAL_FORM } from './invented-facts.ts'
import { verbatim } from '../../../wording/message.ts'

export function inventRules(): RuleRow[] {
  const common = {
    pack: 'af-demo',
    sourceRead: true,
    validFrom: '2025-04-01',
    validTo: null,
    jurisdiction: null,
    examplesMissing: [],
    approvedBy: 'J. Marsh',
    approvedOn: '2026-02-04',
  }
  return [
    {
      ...common,
      rule: 'af-oac',
      title: 'Offer oral anticoagulation',
      status: 'approved',
      source: 'example guideline 1.6',
      sentence:
        'If a patient has atrial fibrillation, and the CHA2DS2-VASc score of the patient is a number s, and s is at least the threshold, then oral anticoagulation is recommended for the patient, unless it is contraindicated.',
      examples: 3,
      examplesPassed: 3,
    },
    {
      ...common,
      rule: 'bleeding-stop',
      title: 'Active bleeding is a contraindication',
      status: 'draft',
      source: null,
      sourceRead: false,
      sentence: 'If a patient has active bleeding, then oral anticoagulation is contraindicated for the patient.',
      examples: 2,
      examplesPassed: 1,
      examplesMissing: ['exception'],
      approvedBy: null,
      approvedOn: null,
    },
    {
      ...common,
      rule: 'old-threshold',
      title: 'Threshold of 2 for men',
      status: 'retired',
      source: 'example guideline 1.4',
      sentence: 'If a patient is male, then the threshold of the patient is 2.',
      examples: 3,
      examplesPassed: 3,
    },
  ]
}

export function inventRuleForm(row: RuleRow): RuleForm {
  return {
    rule: row.rule,
    title: row.title,
    then: 'recommend(?p, oral_anticoagulation)',
    conditions: ['has(?p, af)', 'cha2ds2vasc(?p, ?s)', 'anticoag_threshold(?p, ?t)', '?s >= ?t'],
    exceptions: ['contraindicated(?p, oral_anticoagulation)'],
    sum: null,
    aggregates: [],
    say: 'Offer {p} oral anticoagulation (CHA2DS2-VASc {s}, threshold {t})',
    source: row.source,
    sourceRead: row.sourceRead,
    validFrom: row.validFrom,
    validTo: row.validTo,
    jurisdiction: row.jurisdiction,
    examples: [
      {
        title: 'bleeding',
        facts: ['has(p, af)', 'has(p, bleeding)'],
        asOf: '2026-06-03',
        holds: [],
        not: ['recommend(p, oral_anticoagulation)'],
        ask: [],
        exception: true,
      },
    ],
  }
}

const NUMBER = { kind: 'number' as const, unit: null, units: [], from: null, to: null }
const PATIENT = { kind: 'name' as const, type: 'patient', open: true, choices: [] }
const THERAPY = {
  kind: 'name' as const,
  type: 'therapy',
  open: false,
  choices: [{ name: 'oral_anticoagulation', label: 'oral anticoagulation' }],
}

export const RULE_WORDS: readonly RuleWord[] = [
  ...CLINICAL_FORM.map(({ relation, label, say, places }) => ({ relation, label, say, places })),
  { relation: 'cha2ds2vasc', label: null, say: 'the CHA2DS2-VASc score of {0} is {1}', places: [PATIENT, NUMBER] },
  { relation: 'anticoag_threshold', label: null, say: 'the threshold of {0} is {1}', places: [PATIENT, NUMBER] },
  { relation: 'recommend', label: null, say: '{1} is recommended for {0}', places: [PATIENT, THERAPY] },
  { relation: 'contraindicated', label: null, say: '{1} is contraindicated for {0}', places: [PATIENT, THERAPY] },
]

export const YAML = `  - id: af-oac
    title: Offer oral anticoagulation
    then: recommend(?p, oral_anticoagulation)
    if: ["has(?p, af)", "cha2ds2vasc(?p, ?s)", "?s >= 3"]
    unless: ["contraindicated(?p, oral_anticoagulation)"]
`

/** Refuses what says "postd"; all else is well formed and changes one conclusion. */
export function inventCheck(row: RuleRow, text: string): RuleCheck {
  const line = text.split('\n').findIndex((one) => one.includes('postd'))
  const isBroken = line >= 0
  return {
    problems: isBroken
      ? [
          {
            file: 'rules/af.yaml',
            line: line + 1,
            column: (text.split('\n')[line]?.indexOf('postd') ?? 0) + 1,
            rule: row.rule,
            code: 'unknown-relation',
            message: verbatim('There is no relation “postd”.'),
            fix: verbatim('Did you mean “posted”?'),
          },
        ]
      : [],
    examples: [
      {
        rule: row.rule,
        title: 'score 5, nothing against it',
        kind: 'holds',
        expected: 'holds',
        got: 'holds',
        passed: true,
      },
      { rule: row.rule, title: 'no atrial fibrillation', kind: 'not', expected: 'no', got: 'no', passed: true },
      {
        rule: row.rule,
        title: 'bleeding not known',
        kind: 'ask',
        expected: 'ask',
        got: 'holds',
        passed: row.status !== 'draft',
      },
    ],
    examplesMissing: row.examplesMissing,
    sentence: isBroken ? '' : row.sentence,
    yaml: YAML,
    diff: isBroken
      ? { cases: 0, same: 0, newGrounds: 0, changed: [] }
      : {
          same: 38,
          cases: 412,
          newGrounds: 2,
          changed: [{ matter: 'A. Okafor', before: 'Offer patient oral anticoagulation: open', after: 'holds' }],
        },
  }
}
