import type { Claim, PassageCitation } from '../../../contract/answer.ts'
import type { ComparisonQuestion } from './comparison-question.ts'
import { type StatedValue, statedValue } from './stated-value.ts'

type Named = { readonly name: string; readonly value: StatedValue; readonly citation: PassageCitation }

/**
 * Which of the two is more, by code, from what the sentences of an answer state for each and their quotes hold. Null where one of
 * them has no such value, or more than one, or they cannot be compared.
 */
export function compareClaims(question: ComparisonQuestion, claims: readonly Claim[]): Claim | null {
  const [one, other] = [valueFor(question.one, question, claims), valueFor(question.other, question, claims)]
  if (!one || !other || one.value.unit !== other.value.unit) return null
  const text = sayComparison(question, one, other)
  return {
    index: claims.length,
    text,
    verdict: 'computed',
    citations: [one.citation, other.citation],
    absent: [],
    differences: [],
    differsFrom: [],
    judged: null,
    authorities: [],
  }
}

function sayComparison({ word, wanted }: ComparisonQuestion, one: Named, other: Named): string {
  const said = ({ name, value }: Named) => `${name}, ${value.said}`
  if (one.value.rank === other.value.rank) return `The same for both: ${said(one)}; ${said(other)}.`
  const isLess = one.value.rank < other.value.rank
  const [first, last] = isLess === (wanted === 'least') ? [one, other] : [other, one]
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}: ${said(first)}; the other: ${said(last)}.`
}

/** Sentences that name only the one of both, and whose value stands in their quote. */
function valueFor(name: string, { one, other, measure }: ComparisonQuestion, claims: readonly Claim[]): Named | null {
  const rival = name === one ? other : one
  const found = claims.flatMap((claim): Named[] => {
    if (claim.verdict === 'unsupported' || claim.absent.length > 0) return []
    if (!isNamed(name, claim.text) || isNamed(rival, claim.text)) return []
    const value = statedValue(claim.text, measure)
    const quotes = claim.citations.filter((citation): citation is PassageCitation => 'quote' in citation)
    const citation = quotes.find(({ quote }) => value && holds(quote, value, measure))
    return value && citation ? [{ name: name.trim(), value, citation }] : []
  })
  const [first] = found
  return first && found.every(({ value }) => value.rank === first.value.rank && value.unit === first.value.unit)
    ? first
    : null
}

function holds(quote: string, value: StatedValue, measure: ComparisonQuestion['measure']): boolean {
  // A quote may hold other values too; each of its clauses is looked at by itself.
  return quote
    .split(/[,;]|\band\b/)
    .concat(quote)
    .some((part) => {
      const stated = statedValue(part, measure)
      return stated?.rank === value.rank && stated.unit === value.unit
    })
}

function isNamed(name: string, text: string): boolean {
  return text.toLowerCase().includes(name.trim().toLowerCase())
}
