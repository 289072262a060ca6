import type { Calculation, Calculator } from '../../contract/rule.ts'

type Result = Pick<Calculation, 'result' | 'unit' | 'missing' | 'proof'>

/** `27.4 mL/min`. */
export function withUnit(value: string, unit: string | null): string {
  return unit ? `${value} ${unit}` : value
}

/** The result as it is said: `4 to 8`, `27.4 mL/min`, that it cannot be given yet, or that it does not apply. */
export function resultWords({ result, unit, missing, proof }: Result): string {
  if (result !== null) return withUnit(result, unit)
  if (missing.length > 0) return 'Not known yet'
  // With all known and nothing against it a step could not be computed, such as a day beyond a calendar.
  return proof?.holds === 'unknown'
    ? 'Not calculated: see how it was worked out'
    : 'Not calculated: a condition is not met'
}

/** Why there is no result though nothing is missing: the conditions that are not met, each once. */
export function reasonsAgainst({ proof, missing }: Pick<Calculation, 'proof' | 'missing'>): readonly string[] {
  if (proof === null || missing.length > 0 || proof.holds !== 'no') return []
  const steps = proof.grounds.flatMap((ground) => ground.steps)
  return [...new Set(steps.flatMap((step) => (step.kind === 'fails' ? [step.text] : [])))]
}

/** Whether points are a range or a choice, since an answer is missing: `0 or 1`. */
export function isOpenPoints(points: string): boolean {
  return / (?:to|or) /.test(points)
}

/** What is missing and no part of the sum asks for: a condition of the whole, or all of it where there are no parts. */
export function leftToAsk({ parts, missing }: Pick<Calculation, 'parts' | 'missing'>): readonly string[] {
  // The grounds of a part stand as `not known: When was the patient born?; 58 kg`.
  const isAsked = (question: string) => parts.some(({ because }) => `; ${because}; `.includes(`: ${question}; `))
  return missing.map(({ question }) => question).filter((question) => !isAsked(question))
}

/** Whether somebody has read the sources of all rules that it rests on, or which not. */
export function readWords({ source, notRead }: Pick<Calculation, 'source' | 'notRead'>): string {
  const others = notRead.filter((one) => one !== source)
  if (others.length === notRead.length) return others.length === 0 ? 'Source read' : `Not read: ${others.join('; ')}`
  return ['Source not read', ...(others.length > 0 ? [`nor ${others.join('; ')}`] : [])].join(', ')
}

/** A calculation with all its parts, as plain text for another program. */
export function calculationText({ title, reviewed, pack }: Calculator, calculation: Calculation): string {
  return [
    `${title}: ${resultWords(calculation)}`,
    ...groundLines(calculation),
    ...originLines({ reviewed, pack }, calculation),
  ].join('\n')
}

/** What the result rests on: a warning, conditions that are not met, parts with their points, and what is not known. */
export function groundLines(calculation: Calculation): readonly string[] {
  const { warning, parts, missing } = calculation
  return [
    ...(warning === null ? [] : [warning]),
    ...reasonsAgainst(calculation).map((text) => `- not met: ${text}`),
    ...parts.map(({ say, points, because }) => `- ${say}: ${points}${because ? ` (${because})` : ''}`),
    ...(missing.length > 0 ? [`Not known: ${missing.map(({ question }) => question).join(' ')}`] : []),
  ]
}

/** Whose rules it is computed by, their source, and whether anybody has read that. */
export function originLines({ reviewed, pack }: Pick<Calculator, 'reviewed' | 'pack'>, calculation: Calculation) {
  return [
    ...(calculation.source ? [`Source: ${calculation.source}`] : []),
    `${readWords(calculation)}.`,
    `Computed by the rules of the pack ${pack}${reviewed ? '' : ', a sample: not reviewed guidance'}.`,
  ]
}
