import { contentWords } from '../../../text/words.ts'
import { hasWord } from '../../../checks/added-words.ts'
import { isAbstention } from '../../../checks/abstention.ts'
import { splitSentences } from '../../../text/sentences.ts'
import { judgeStance } from './judge-stance.ts'
import { ASKS_FOR_ALL, asksForMoreThanCount, countedIn, countsIn, IN_ALL, kindsAsked } from './what-is-asked.ts'
import { type Comparison, comparisonIn, concludedIn } from './comparison.ts'
import {
  factsOf,
  givesOther,
  type Item,
  type ItemFact,
  isSaid,
  itemsOf,
  saidOf,
  valuesIn,
  withoutSpans,
} from './items.ts'
import { partiesIn, type Party, textByParty } from './asked-parties.ts'

export type Known = { readonly question: string; readonly gold: string }
export type Score = 'right' | 'half' | 'wrong'
/** What became of one party or part: `missing` is not spoken of, `wrong` answered otherwise. */
type Part = Score | 'missing'

/** Shares of what the known answer says: a summary may leave out a fifth, and half an answer a little more than half. */
const RIGHT_AT_LEAST = 0.8
const HALF_AT_LEAST = 0.4
/**
 * Printing whole passages answers nothing: as many words are read, or twice those of the known answer. An answer of eight long sentences
 * has about 170.
 */
const WORDS_READ = 250
const TIMES_THE_GOLD = 2
/** Two sentences say the same of the same where so many of their words are shared. */
const ONE_FRAME = 0.75

/**
 * Judges an answer as a careful reader of the known one does: a comparison by what it concludes, a count by its number, several
 * parties each by what is said of it, and all else by the share of its facts and items. What contradicts the known answer, or itself,
 * is wrong; what leaves a part out is half. By code, so that the same answer is always judged the same.
 */
export function scoreAnswer(answer: string, known: Known): Score {
  const read = partRead(answer, known.gold)
  const stance = judgeStance(read, known)
  if (stance === false || contradictsItself(read, known)) return 'wrong'
  if (stance === true) return scoreFacts(read, known)
  const parties = partiesIn(known.question)
  return scoreSides(read, known, parties) ?? scoreWhole(read, known)
}

/** What is asked of several things: which of them, how many, or something of each; null where it is asked of one. */
function scoreSides(answer: string, known: Known, parties: readonly Party[]): Score | null {
  const comparison = comparisonIn(known.question, parties)
  const byConclusion = comparison && scoreComparison(answer, known, comparison)
  if (byConclusion) return byConclusion
  const counted = parties.length > 1 ? null : countedIn(known.question)
  const byCount = counted === null ? null : scoreCount(answer, known, counted)
  if (byCount && (byCount === 'wrong' || !asksForMoreThanCount(known.question))) return byCount
  const byParty = scoreParties(answer, known, parties)
  return byParty && together(byParty)
}

function scoreWhole(answer: string, known: Known): Score {
  const part = scorePart(answer, reasonOf(known), known.gold)
  return part === 'missing' ? 'wrong' : part
}

/** Of a yes or no that is right: why it is so was not asked, but how much and when may matter. */
function scoreFacts(answer: string, { question, gold }: Known): Score {
  const facts = factsOf(gold, question)
  const said = facts.filter(({ text }) => isSaid(text, answer)).length
  return said >= RIGHT_AT_LEAST * facts.length ? 'right' : 'half'
}

const REASON = /\b(?:because|since|as a result of|due to|owing to|on account of|so that|in order to)\b/i

/** "Why" asks for the reason alone, where the known answer has a word that leads to it. */
function reasonOf(known: Known): Known {
  const begin = /\bwhy\b/i.test(known.question) ? REASON.exec(known.gold) : null
  return begin ? { ...known, gold: known.gold.slice(begin.index + begin[0].length) } : known
}

/** Whether all that an answer says is that the sources do not tell. */
export function declines(answer: string): boolean {
  const sentences = sentencesOf(answer)
  return sentences.every(isAbstention)
}

/** Each sentence once, and no more than a reader reads. */
function partRead(answer: string, gold: string): string {
  const seen = new Set<string>()
  const once = sentencesOf(answer).filter((sentence) => {
    const key = contentWords(sentence).join(' ')
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
  const words = Math.max(WORDS_READ, TIMES_THE_GOLD * gold.split(/\s+/).length)
  return (once.join('\n').match(/\S+\s*/g) ?? []).slice(0, words).join('')
}

/** A quoted row ends with its line. */
function sentencesOf(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => splitSentences(line).map(({ start, end }) => line.slice(start, end)))
}

/** Null where the known answer itself concludes nothing. */
function scoreComparison(answer: string, known: Known, comparison: Comparison): Score | null {
  const expected = concludedIn(known.gold, comparison)
  if (expected === null || expected === 'both') return null
  const said = concludedIn(answer, comparison)
  const values = scoreParties(answer, known, comparison.parties) ?? []
  if (said === null) {
    const isOneRight = values.some((part) => part === 'right' || part === 'half')
    return isOneRight && !values.includes('wrong') ? 'half' : 'wrong'
  }
  return said === expected ? 'right' : 'wrong'
}

/** Null where the known answer counts nothing: then it is for the things that it lists. */
function scoreCount(answer: string, { question, gold }: Known, counted: string): Score | null {
  const [expected, another] = countsIn(gold, counted)
  if (expected === undefined || another !== undefined) return null
  const said = countsIn(answer, counted)
  const items = listedIn(gold, question)
  const listed = saidOf(items, answer, gold, question).share
  if (said.length === 0)
    return items.length === expected && listed === 1 ? 'right' : listed >= HALF_AT_LEAST ? 'half' : 'wrong'
  if (said.some((count) => count !== expected)) return 'wrong'
  const named = items.length > 0 && namesThings(answer, question)
  if (!named || listed >= RIGHT_AT_LEAST) return 'right'
  return listed >= HALF_AT_LEAST ? 'half' : 'wrong'
}

const LIST_BEGINS = /:\s|\b(?:namely|including|such as|these are|they are|which are)\b/i

/** The things that a counting answer names behind its number. */
function listedIn(gold: string, question: string): readonly Item[] {
  const begin = LIST_BEGINS.exec(gold)
  return begin
    ? itemsOf(gold.slice(begin.index + begin[0].length), question).filter(({ words }) => words.length > 0)
    : []
}

function namesThings(answer: string, question: string): boolean {
  const begin = LIST_BEGINS.exec(answer)
  return begin !== null && itemsOf(answer.slice(begin.index + begin[0].length), question).length > 0
}

/** What is said of each of several parties; null where the known answer does not speak of each. */
function scoreParties(answer: string, known: Known, parties: readonly Party[]): readonly Part[] | null {
  if (parties.length < 2) return null
  const golds = textByParty(known.gold, parties).of
  if (golds.some((gold) => itemsOf(gold, known.question).length === 0)) return null
  const { of, ofNone } = textByParty(answer, parties)
  return golds.map((gold, at) => scorePart(`${of[at]} ${ofNone}`.trim(), { ...known, gold }, known.gold))
}

function together(parts: readonly Part[]): Score {
  if (parts.includes('wrong')) return 'wrong'
  if (parts.every((part) => part === 'right')) return 'right'
  return parts.some((part) => part !== 'missing') ? 'half' : 'wrong'
}

/** By the facts that are asked for, where the question says which; else by all items. `all`: the whole known answer. */
function scorePart(text: string, { question, gold }: Known, all: string): Part {
  const key = keyFactsOf(gold, question)
  const items = key.length > 0 ? key.map((fact) => ({ facts: [fact], words: [] })) : itemsOf(gold, question)
  if (items.length === 0) return text === '' ? 'missing' : partByWords(text, gold)
  const { share, contradicted } = saidOf(items, text, all, question)
  const isOther = key.some(
    (fact) => fact.kind !== 'name' && !isSaid(fact.text, text) && givesOther(fact, text, `${question} ${all}`),
  )
  if (contradicted || isOther) return 'wrong'
  if (share >= RIGHT_AT_LEAST) return 'right'
  if (share >= HALF_AT_LEAST) return 'half'
  const says = sentencesOf(text).filter((sentence) => !isAbstention(sentence))
  return says.length === 0 ? 'missing' : 'wrong'
}

/** Facts of the kinds that are asked for; a time may be a number ("at 16.20"), and "when" ask for a condition with one. */
function keyFactsOf(gold: string, question: string): readonly ItemFact[] {
  const kinds = kindsAsked(question)
  if (!kinds) return []
  const facts = factsOf(finalSentence(gold, question), question)
  const hasTime = facts.some(({ kind }) => kind === 'date' || kind === 'time')
  return facts.filter(({ kind }) => kinds.has(kind) || (kind === 'number' && kinds.has('time') && !hasTime))
}

/** "The total is 4 + 3 = 7" of what it all comes to: only the 7 is asked for. */
function finalSentence(gold: string, question: string): string {
  if (!ASKS_FOR_ALL.test(question)) return gold
  const last = sentencesOf(gold).findLast((sentence) => IN_ALL.test(sentence) && valuesIn(sentence).length > 0)
  const value =
    last === undefined
      ? undefined
      : valuesIn(last)
          .toSorted((one, other) => one.start - other.start)
          .at(-1)
  return value?.text ?? gold
}

/** Where the known answer has no word that the question does not have, all of its words count. */
function partByWords(text: string, gold: string): Part {
  const words = contentWords(gold)
  return words.length > 0 && words.every((word) => hasWord(text, word)) ? 'right' : 'missing'
}

/**
 * Whether two sentences say the same of the same, but with other numbers or dates, which are not all known: "There are 3 scans. There are
 * 5 scans." Of three payments each has its own.
 */
function contradictsItself(answer: string, { question, gold }: Known): boolean {
  const framed = sentencesOf(answer).map((sentence) => ({ sentence, ...frameOf(sentence, question) }))
  return framed.some((one, at) =>
    framed
      .slice(at + 1)
      .some((other) => isOneFrame(one.words, other.words) && haveOtherValues(one.values, other.values, gold)),
  )
}

type Frame = { readonly words: ReadonlySet<string>; readonly values: ReadonlySet<string> }

function frameOf(sentence: string, question: string): Frame {
  const values = valuesIn(sentence)
  const own = values.filter(({ text }) => !isSaid(text, question)).map(({ text }) => text.toLowerCase())
  return { words: new Set(contentWords(withoutSpans(sentence, values))), values: new Set(own) }
}

function isOneFrame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...one].filter((word) => other.has(word)).length
  return shared > 0 && shared >= ONE_FRAME * (one.size + other.size - shared)
}

/** Each has one that the other lacks, and one of these is not known. */
function haveOtherValues(one: ReadonlySet<string>, other: ReadonlySet<string>, gold: string): boolean {
  const [mine, yours] = [[...one].filter((value) => !other.has(value)), [...other].filter((value) => !one.has(value))]
  return mine.length > 0 && yours.length > 0 && [...mine, ...yours].some((value) => !isSaid(value, gold))
}
