import { contentWords } from '../../checks/content-words.ts'
import { factsInText } from '../../checks/facts-in-text.ts'
import type { Claim } from '../../contract/answer.ts'
import type { Agreement } from '../../contract/opinion.ts'

export type ClaimsOf = {
  readonly local: readonly Claim[]
  readonly blind: readonly Claim[]
  readonly informed: readonly Claim[]
}

type Voice = keyof ClaimsOf
const VOICES: readonly Voice[] = ['local', 'blind', 'informed']

/** Of the rarer claim's words, how many must be shared for two sentences to speak of the same. */
const SAME_WORDS = 0.5
const NEGATION = /\b(?:not|no|never|none|neither|nor|cannot|without|nothing|nobody)\b|n[’']t\b/i

/**
 * How sentences of different opinions stand to each other, by rule alone: two speak of the same where they quote overlapping words
 * of a source, or share most of their words; then numbers, dates and negations decide whether they say the same. A sentence that
 * only one says counts neither way.
 */
export function compareOpinions(claims: ClaimsOf): Agreement | null {
  const spoken = VOICES.filter((voice) => claims[voice].length > 0)
  if (spoken.length < 2) return null
  const placed = new Set<Claim>()
  const rows = spoken.flatMap((voice) =>
    claims[voice].flatMap((claim) => {
      if (placed.has(claim)) return []
      placed.add(claim)
      const others = spoken.filter((other) => other !== voice)
      return [
        rowOf(
          { voice, claim },
          others.flatMap((other) => matchIn(claims[other], claim, other, placed)),
        ),
      ]
    }),
  )
  return { state: stateOf(rows), claims: rows }
}

type Row = Agreement['claims'][number]
type Said = { readonly voice: Voice; readonly claim: Claim }

function matchIn(claims: readonly Claim[], claim: Claim, voice: Voice, placed: Set<Claim>): readonly Said[] {
  const match = claims.find((one) => !placed.has(one) && speakOfTheSame(claim, one))
  if (!match) return []
  placed.add(match)
  return [{ voice, claim: match }]
}

function rowOf(first: Said, matches: readonly Said[]): Row {
  const all = [first, ...matches]
  const indexOf = (voice: Voice) => all.find((one) => one.voice === voice)?.claim.index ?? null
  const isSame = all.every((one) => all.every((other) => sayTheSame(one.claim, other.claim)))
  const state = matches.length === 0 ? 'only' : isSame ? 'agree' : 'differ'
  return { state, local: indexOf('local'), blind: indexOf('blind'), informed: indexOf('informed') }
}

function stateOf(rows: readonly Row[]): Agreement['state'] {
  if (rows.some(({ state }) => state === 'differ')) return 'differ'
  return rows.some(({ state }) => state === 'agree') ? 'agree' : 'unknown'
}

function speakOfTheSame(one: Claim, other: Claim): boolean {
  if (one.citations.some((a) => other.citations.some((b) => overlap(a, b)))) return true
  const [few, many] = [new Set(contentWords(one.text)), new Set(contentWords(other.text))].toSorted(
    (a, b) => a.size - b.size,
  ) as [Set<string>, Set<string>]
  const shared = [...few].filter((word) => many.has(word)).length
  return few.size > 0 && shared / few.size >= SAME_WORDS
}

type Citation = Claim['citations'][number]

function overlap(a: Citation, b: Citation): boolean {
  if ('rule' in a || 'rule' in b) return 'rule' in a && 'rule' in b && a.rule === b.rule
  return a.documentId === b.documentId && a.start < b.end && b.start < a.end
}

function sayTheSame(one: Claim, other: Claim): boolean {
  if (NEGATION.test(one.text) !== NEGATION.test(other.text)) return false
  const [a, b] = [factsOf(one.text), factsOf(other.text)]
  return a.size === 0 || b.size === 0 || [...a].some((fact) => b.has(fact))
}

function factsOf(text: string): ReadonlySet<string> {
  return new Set(
    factsInText(text)
      .filter(({ kind }) => kind !== 'name')
      .map(({ kind, value }) => `${kind} ${value}`),
  )
}
