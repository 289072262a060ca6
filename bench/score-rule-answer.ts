import type { Answer, Claim } from '../contract/answers/answer.ts'
import { factsInText } from '../text/text-facts.ts'
import type { TextFact } from '../text/spans.ts'

export type ComputedValue = { readonly kind: 'number' | 'date'; readonly value: string }

export type RuleScore = {
  /** A sentence that is let stand states what the rule concludes. */
  readonly isRight: boolean
  /** Sentences that are let stand with a number or date of that kind, and not the rule's: each is to be read by a person. */
  readonly wrong: readonly string[]
}

/** Holds an answer against the numbers and dates that rules conclude; without any, a sentence that is computed is right. */
export function scoreRuleAnswer({ claims }: Answer, values: readonly ComputedValue[]): RuleScore {
  const standing = claims.filter(isLetStand)
  const statesIt = ({ text }: Claim) => factsInText(text).some((fact) => values.some((value) => isSame(fact, value)))
  const isOther = (claim: Claim) =>
    claim.verdict !== 'computed' &&
    !statesIt(claim) &&
    factsInText(claim.text).some((fact) => values.some(({ kind }) => kind === fact.kind))
  return {
    isRight: standing.some(values.length > 0 ? statesIt : ({ verdict }) => verdict === 'computed'),
    wrong: standing.filter(isOther).map(({ text }) => text),
  }
}

/** Nothing beside the sentence tells that it is not to be relied on. */
function isLetStand({ verdict, absent, differsFrom }: Claim): boolean {
  return verdict !== 'unsupported' && absent.length === 0 && differsFrom.length === 0
}

/** A number may be said with fewer digits than the rule has, but rightly rounded. */
function isSame(fact: TextFact, { kind, value }: ComputedValue): boolean {
  if (fact.kind !== kind) return false
  if (kind === 'date') return fact.value === value
  const digits = /\.(\d+)$/.exec(fact.value)?.[1]?.length ?? 0
  return Number(value).toFixed(digits) === Number(fact.value).toFixed(digits)
}
