import type { PackSource } from '../../../kb/compile/read/read-packs.ts'

export const PACK = `pack: good
title: Good
version: "1"
language: en
licence: CC0-1.0
`

export const VOCABULARY = `names:
  patient: open
  sex: [female, male]
  condition: {af: atrial fibrillation, bleeding: active bleeding}
  therapy: [oral_anticoagulation]
vocabulary:
  has: {args: [patient, condition], absent: ask, say: "{0} has {1}"}
  sex: {args: [patient, sex], unique: [0], absent: ask, say: "{0} is {1}"}
  born: {args: [patient, date], unique: [0], say: "{0} was born on {1}"}
  weight: {args: [patient, {number: kg, from: 0.3, to: 500}], unique: [0], latest: yes, say: "{0} weighs {1}"}
  creatinine: {args: [patient, {number: mg/dL, substance: creatinine}], unique: [0], say: "creatinine of {0} is {1}"}
  bilirubin: {args: [patient, {number: mg/dL, substance: bilirubin}], unique: [0], say: "bilirubin of {0} is {1}"}
  length: {args: [patient, {number: cm}], unique: [0], say: "{0} is {1} tall"}
  temperature: {args: [patient, {number: °C}], unique: [0], say: "{0} has {1}"}
  age: {args: [patient, {number: years}], unique: [0], say: "{0} is {1} old"}
  score: {args: [patient, number], unique: [0], say: "score of {0} is {1}"}
  parent: {args: [patient, patient], say: "{0} is a parent of {1}"}
  ancestor: {args: [patient, patient], say: "{0} is an ancestor of {1}"}
  steps: {args: [patient, number], say: "{0} took {1} steps"}
  recommend: {args: [patient, therapy], say: "{1} for {0}"}
  due: {args: [patient, date], say: "{0} is due on {1}"}
`

export const CALENDARS = `calendars:
  england: {title: England, weekend: [saturday, sunday], from: 2026-01-01, to: 2026-12-31, holidays: {2026-12-25: Christmas Day}}
`

export const RULES = `rules:
  - {id: age, then: "age(?p, ?a)", if: ["born(?p, ?b)", "today(?d)", "?a := years_between(?b, ?d)"]}
  - {id: base, then: "ancestor(?a, ?b)", if: ["parent(?a, ?b)"]}
  - {id: step, then: "ancestor(?a, ?c)", if: ["parent(?a, ?b)", "ancestor(?b, ?c)"]}
`

/** The good pack with some of its files replaced or added. */
export function packOf(files: Readonly<Record<string, string>> = {}): PackSource {
  const all = {
    'calendars.yaml': CALENDARS,
    'pack.yaml': PACK,
    'rules.yaml': RULES,
    'vocabulary.yaml': VOCABULARY,
    ...files,
  }
  return { name: 'good', files: Object.entries(all).map(([path, text]) => ({ path, text })) }
}

/** Takes the ¦ out and says where it stood. */
export function marked(text: string): { readonly text: string; readonly line: number; readonly column: number } {
  const before = text.slice(0, text.indexOf('¦'))
  const line = before.split('\n').length
  return { text: text.replace('¦', ''), line, column: before.length - before.lastIndexOf('\n') }
}
