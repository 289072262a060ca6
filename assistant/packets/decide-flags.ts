import type { FlagKind, KeptWord, KnownTerm as ListedTerm, PacketChange } from '../../contract/opinions/packet.ts'
import type { KnownTerm } from '../../disclosure/identifiers/identifier.ts'
import { type Decisions, wordKey } from '../../disclosure/packet/decisions.ts'
import { type IsOrdinaryWord, searchTerms } from '../../disclosure/pseudonyms/search-terms.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { identifierType, toKnownTerms } from './matter-terms.ts'
import { askAgain, keepWords, listWord } from './matter-words.ts'
import type { PacketRecord } from './packet-record.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

type Deciding = Extract<PacketChange, { decide: unknown } | { decideGroup: unknown }>
type Word = { readonly term: string; readonly type: string; readonly kind: FlagKind }

/** The decisions about the words of a packet with those of a change: about one word, or about all of a kind that are open. */
export function decided(before: Decisions, flags: PacketRecord['flags'], change: Deciding): Decisions {
  const decide = decisionIn(change).decision === 'mask' ? masking : keeping
  return decidedFlags(flags, change).reduce((decisions, { term, type }) => decide(decisions, term, type), before)
}

function decisionIn(change: Deciding) {
  return 'decide' in change ? change.decide : change.decideGroup
}

/** The words that a change decides, each with the kind of identifier that it would be. */
function decidedFlags(flags: PacketRecord['flags'], change: Deciding): readonly Word[] {
  if ('decide' in change) {
    const { term, suggestedType, kind } = flagged(flags, change.decide.flag)
    return [{ term, type: change.decide.type ?? suggestedType, kind: kind ?? 'name' }]
  }
  const { kind } = change.decideGroup
  const open = flags.filter((flag) => flag.decision === 'open' && (flag.kind ?? 'name') === kind)
  return open.map(({ term, suggestedType }) => ({ term, type: suggestedType, kind }))
}

/** Throws `NOT_FOUND`. */
export function flagged(flags: PacketRecord['flags'], wanted: number) {
  const found = flags.find(({ flag }) => flag === wanted)
  if (!found) throw new Failure('NOT_FOUND', message('failures.outgoing.noMark', { number: wanted }))
  return found
}

function keeping(decisions: Decisions, term: string): Decisions {
  const others = without(decisions, term)
  return { ...others, kept: [...others.kept, term] }
}

export function masking(decisions: Decisions, term: string, type: string): Decisions {
  const others = without(decisions, term)
  return { ...others, masked: [...others.masked, { text: term, type: identifierType(type) }] }
}

/** The last decision about a word counts. */
export function without(decisions: Decisions, term: string): Decisions {
  const { masked, kept, unmasked } = decisions
  const isOther = (text: string) => wordKey(text) !== wordKey(term)
  return {
    ...decisions,
    masked: masked.filter(({ text }) => isOther(text)),
    kept: kept.filter(isOther),
    unmasked: unmasked.filter(isOther),
  }
}

/** What holds from now on in the whole matter. A word that is to be replaced, here or always, is no longer kept there. */
export function remember(
  change: PacketChange,
  flags: PacketRecord['flags'],
  matter: OpenMatter,
  said: Pick<KeptWord, 'by' | 'at'>,
): void {
  if ('askAgain' in change) askAgain(matter, [flagged(flags, change.askAgain.flag).term])
  if ('mask' in change) return rememberMasks(matter, [change.mask], change.mask.remember, said.at)
  if (!('decide' in change || 'decideGroup' in change)) return
  const { decision, remember: isRemembered } = decisionIn(change)
  const words = decidedFlags(flags, change)
  if (decision === 'mask') return rememberMasks(matter, words, isRemembered, said.at)
  if (isRemembered)
    keepWords(
      matter,
      words.map(({ term, kind }) => ({ word: term, kind })),
      said,
    )
}

function rememberMasks(
  matter: OpenMatter,
  words: readonly Omit<Word, 'kind'>[],
  isRemembered: boolean,
  addedAt: string,
): void {
  askAgain(
    matter,
    words.map(({ term }) => term),
  )
  if (!isRemembered) return
  for (const { term, type } of words) listWord(matter.store, { term, type: identifierType(type), addedAt })
}

export type Decided = Pick<PacketRecord, 'decisions' | 'unmaskings' | 'listedThen'>

/**
 * Takes back each yes to a word that came onto the list of the matter afterwards: whoever said it did not know. A word that
 * `listedThen` does not have was decided just now; a packet of an older version has none, so that every line counts as new.
 */
export function dropOvertaken(
  { decisions, unmaskings, listedThen }: Decided,
  linesOn: (key: string) => readonly string[],
): Required<Decided> {
  const { kept, unmasked } = decisions
  const lines = new Map([...new Set([...kept, ...unmasked].map(wordKey))].map((key) => [key, linesOn(key)]))
  for (const [key, now] of lines) {
    const then = listedThen ? (listedThen[key] ?? now) : []
    if (now.some((line) => !then.includes(line))) lines.delete(key)
  }
  const stays = (term: string) => lines.has(wordKey(term))
  const wasLetThrough = (term: string) => unmasked.some((other) => wordKey(other) === wordKey(term))
  return {
    decisions: { ...decisions, kept: kept.filter(stays), unmasked: unmasked.filter(stays) },
    unmaskings: unmaskings.filter(({ term }) => stays(term) || !wasLetThrough(term)),
    listedThen: Object.fromEntries(lines),
  }
}

/** The lines of the list on a word: it itself, or somebody of whose name it is a part. Listed once more, it is another line. */
export function listLines(
  { store }: Pick<OpenMatter, 'store'>,
  terms: readonly ListedTerm[],
  isOrdinaryWord: IsOrdinaryWord,
): (key: string) => readonly string[] {
  const addedAt = new Map(store.knownTerms.list().map((one) => [one.term, one.addedAt]))
  const known = toKnownTerms(terms)
  return (key) =>
    terms
      .filter((_, index) => isOn(known[index] as KnownTerm, key, isOrdinaryWord))
      .map(({ term, from }) => `${from} ${addedAt.get(term) ?? ''} ${term}`)
}

function isOn({ text, type }: KnownTerm, key: string, isOrdinaryWord: IsOrdinaryWord): boolean {
  const terms = searchTerms([{ pseudonym: '', type, forms: [text], sex: null }], isOrdinaryWord)
  return wordKey(text) === key || terms.some((one) => wordKey(one.text) === key)
}
