import type { CandidateRow, RankedItem, Support } from '../../../contract/opinions/differential.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import type { Knowledge } from '../../rules/knowledge.ts'
import { RulesStoppedError } from '../../rules/rule-kernel.ts'
import { message, type Message } from '../../../wording/message.ts'
import { contentWords } from '../../../text/words.ts'

export type CandidatesOn = {
  readonly knowledge: Knowledge
  readonly matter: OpenMatter
  /** YYYY-MM-DD. */
  readonly asOf: string
}

type Candidates = {
  readonly rows: readonly CandidateRow[]
  /** Why they could not be read; for the user. */
  readonly why: Message | null
}

/**
 * What the packs of a matter say is to be considered, the likeliest first by its confirmed facts. None, and why, where the packs do not
 * pass the gate or the rules were stopped: a list is a help, and what needs it goes on without.
 */
export async function candidatesOf(
  { knowledge, matter, asOf }: CandidatesOn,
  signal: AbortSignal,
): Promise<Candidates> {
  const on = await knowledge.of(matter)
  try {
    if ((await knowledge.view(on.packs)).problems.length > 0)
      return { rows: [], why: message('opinions.candidates.notPassed') }
    // Outgoing texts and rankings that were kept hold their names, by which they are found again whoever opens them.
    const asWritten = { ...on, language: 'en' }
    return { rows: await knowledge.kernel.call('weighCandidates', asWritten, { asOf }, signal), why: null }
  } catch (error) {
    if (error instanceof RulesStoppedError) return { rows: [], why: message('opinions.candidates.stopped') }
    throw error
  }
}

/** A list that is too long is confirmed or rejected without thought. */
const LISTED = 8

type PacketCandidates = { readonly names: readonly string[] | null; readonly why: Candidates['why'] }

/**
 * The names that go into a packet, as the same side here is given them; null where the question asks for no list and nobody else does.
 * In the order of the alphabet and without weights: the other side is to weigh them itself.
 */
export async function packetCandidates(
  question: string,
  asked: boolean | null,
  on: CandidatesOn,
  signal: AbortSignal,
): Promise<PacketCandidates> {
  if (!(asked ?? asksForDifferential(question))) return { names: null, why: null }
  const { rows, why } = await candidatesOf(on, signal)
  const names = listedCandidates(rows).map(({ name }) => name)
  return { names: names.toSorted(), why }
}

/** The likeliest, and what cannot be missed in any case; each name once, with what any of its packs says of it. */
export function listedCandidates(all: readonly CandidateRow[]): readonly CandidateRow[] {
  const once = [...Map.groupBy(all, ({ name }) => nameKey(name)).values()].flatMap(ofOneName)
  const likely = once.filter(({ applies }) => applies !== 'no').slice(0, LISTED)
  return once.filter((row) => likely.includes(row) || row.cannotMiss)
}

/** Weighed as the first that is to be considered at all. */
function ofOneName(rows: readonly CandidateRow[]): readonly CandidateRow[] {
  const base = rows.find(({ applies }) => applies !== 'no') ?? rows[0]
  if (!base || rows.length === 1) return rows
  const findings = [base, ...rows].flatMap((row) => row.findings)
  return [
    {
      ...base,
      cannotMiss: rows.some(({ cannotMiss }) => cannotMiss),
      decides: [...new Set(rows.flatMap(({ decides }) => decides))],
      findings: [...new Map(findings.map((finding) => [finding.sentence, finding])).values()],
    },
  ]
}

/**
 * Does the question ask for a list of what may be, or of arguments, rather than for one answer? By its words alone: what it misses
 * the user asks for.
 */
export function asksForDifferential(question: string): boolean {
  return WORDS.some((words) => words.test(question))
}

const WORDS: readonly RegExp[] = [
  /\bdifferential(?: diagnos[ie]s)?\b(?! (?:equation|pressure|rate|pricing|blood count))/i,
  /\bwhat (?:else )?(?:could|can|might|may|would|does)?\s*(?:best )?explains?\b/i,
  /\bwhat (?:else )?(?:could|can|might|may) (?:be )?(?:the )?(?:cause|causing|behind|underl|it be|this be|account for)/i,
  /\b(?:possible|likely|likeliest|potential) (?:causes?|diagnos[ei]s|explanations?)\b/i,
  /\barguments? (?:for|against|on both sides)\b/i,
  /\b(?:what|which) (?:are the |other )?(?:grounds|arguments|defences|defenses)\b/i,
  /\bgrounds (?:for|to|on which)\b/i,
]

/** A candidate of a pack as an item of a list: its reasons are confirmed facts, its gaps what nobody recorded. */
export function itemOfCandidate({ name, applies, cannotMiss, decides, findings }: CandidateRow): RankedItem {
  const on = (wanted: 'for' | 'against'): Support[] =>
    findings.filter(({ side }) => side === wanted).map(({ sentence }) => ({ text: sentence, claim: null }))
  const missing = findings.filter(({ side }) => side === 'missing').map(({ question, say }) => question ?? say)
  return {
    name,
    for: on('for'),
    against: on('against'),
    missing: applies === 'no' ? [NOT_WEIGHED] : missing,
    decides: [...decides],
    cannotMiss,
  }
}

const NOT_WEIGHED = 'nothing recorded says whether it is to be considered, so it was not weighed'

/**
 * Two names are of one candidate where their words are the same, whatever the case, punctuation, plural `s` and an abbreviation in
 * brackets: "Pulmonary embolism (PE)" and "pulmonary embolism". By the text alone: what no text tells to be the same stays apart.
 */
export function nameKey(name: string): string {
  const meant = name.replace(BRACKET, (bracket, inside: string, at: number) =>
    isAbbreviation(inside, name.slice(0, at)) ? ' ' : bracket,
  )
  const words = meant.replace(/^\s*an?\s/i, '').match(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu) ?? []
  return (
    words.flatMap((word) => (KEPT.test(word) ? word.toLowerCase() : contentWords(word))).join(' ') ||
    name.trim().toLowerCase()
  )
}

const BRACKET = /[([]([^()[\]]*)[)\]]/g

/** Of the stop words those that tell names apart: "No breach of duty", "Hepatitis A". */
const KEPT = /^(?:no|not|nor|\p{L})$/iu

/** Its letters in capitals, which stand in the words before in this order, the first of them at the beginning of one. */
function isAbbreviation(inside: string, before: string): boolean {
  const letters = inside.trim()
  if (!/^\p{Lu}[\p{L}\p{N}]*\p{Lu}s?$/u.test(letters)) return false
  const [first = '', ...others] = letters.replace(/s$/, '').toLowerCase()
  const rest = others.map((letter) => `[^${letter}]*${letter}`).join('')
  return new RegExp(`(?<!\\p{L})${first}${rest}`, 'u').test(before.toLowerCase())
}
