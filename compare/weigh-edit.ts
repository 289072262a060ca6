import { isFunctionWord } from '../text/function-words.ts'
import { PLACE_BEFORE } from '../text/measures.ts'
import { excludes, statesIn } from '../text/states.ts'
import { type Saying, shortened } from './change.ts'
import type { Part } from './compared-text.ts'
import { beginsSentence, type Weighing } from './weighing.ts'
import { definesTerm } from './defined-terms.ts'
import { type Edit, isBound, keysOf } from './phrase-around.ts'
import { phraseOfWords, type ReadText, type WordRange } from './read-text.ts'
import { isSameValue, isSpelling, signedNumbers } from './same-in-sense.ts'
import { isSameList, type ValuesSaid, valuesSaid } from './values-said.ts'
import { bindingOf, type Weight, weightIn, weightOfBinding, weightOfClause, weightOfValues } from './weigh-text.ts'

export type Weighed = Weight & { readonly said: Saying }

/** An edit with all that is asked of it. */
type Looked = {
  readonly edit: Edit
  readonly weighing: Weighing
  /** The part of the second document that has it. */
  readonly part: Part
  /** The words that differ, and the phrases around them. */
  readonly gone: readonly string[]
  readonly come: readonly string[]
  readonly before: string
  readonly after: string
  readonly values: readonly [ValuesSaid, ValuesSaid]
}

const LONG_WORDS = 6
const SHORT_PHRASE = 70
const REWORDED_CHARACTERS = 200
const WHOLE_PHRASE = 12

/** What an edit inside a part is about, how much it weighs, and what there is to say of it. */
export function weighEdit(edit: Edit, part: Part, weighing: Weighing): Weighed {
  const before = phraseOfWords(weighing.before, edit.phraseBefore)
  const after = phraseOfWords(weighing.after, edit.phraseAfter)
  const looked: Looked = {
    edit,
    weighing,
    part,
    gone: keysOf(weighing.before, edit.before),
    come: keysOf(weighing.after, edit.after),
    before,
    after,
    values: [valuesSaid(before), valuesSaid(after)],
  }
  return asLayout(looked) ?? asReference(looked) ?? withSaying(looked, weightOf(looked))
}

function asLayout({ edit, weighing, gone, come, before, after, values }: Looked): Weighed | null {
  const phrases = [keysOf(weighing.before, edit.phraseBefore), keysOf(weighing.after, edit.phraseAfter)] as const
  if (!isSectionSign(gone, come) && !isSpelling(gone, come, weighing) && !isSameValue(...phrases, values)) return null
  return { ...weightIn('layout', 30), said: { kind: 'spelling', before, after } }
}

/** "§ 101" and "101". */
function isSectionSign(gone: readonly string[], come: readonly string[]): boolean {
  const [one, other] = [gone, come].map((keys) => keys.filter((key) => key !== '§'))
  return isSameList(one!, other!)
}

/** A number of a clause that is referred to, and nothing else: the clause has that number now, or another one is meant. */
function asReference(looked: Looked): Weighed | null {
  const { before, after, gone, come, values } = looked
  const [one, other] = values
  if (!isSameList(one.amounts, other.amounts) || isSameList(one.references, other.references)) return null
  if (!isSameList(besideReferences(gone, one), besideReferences(come, other))) return null
  const said: Saying = { kind: 'reference', before: shortened(before), after: shortened(after) }
  return { ...(isRenumbered(looked) ? weightIn('layout', 20) : asOtherReference(looked)!), said }
}

function isRenumbered({ weighing: { renumbered }, values: [one, other] }: Looked): boolean {
  return isSameList(
    one.references.map((number) => renumbered.get(number) ?? number),
    other.references,
  )
}

function besideReferences(keys: readonly string[], { references }: ValuesSaid): readonly string[] {
  return keys.filter((key) => !references.includes(key) && !PLACE_BEFORE.test(key))
}

function weightOf(looked: Looked): Weight {
  return (
    asClause(looked) ??
    asAmount(looked) ??
    asOtherReference(looked) ??
    asBinding(looked) ??
    asParty(looked) ??
    asWording(looked)
  )
}

function asOtherReference(looked: Looked): Weight | null {
  const [{ references: one }, { references: other }] = looked.values
  return isSameList(one, other) || isRenumbered(looked) ? null : weightIn('numbers', 10)
}

/** A sentence or half of one that came or went: first of all it obliges, permits or forbids. */
function asClause({ gone, come, before, after, values }: Looked): Weight | null {
  if (gone.length > 0 && come.length > 0) return null
  if (Math.max(gone.length, come.length) < LONG_WORDS) return null
  return weightOfClause(bindingOf(before || after), gone.length > 0 ? values[0] : values[1])
}

function asAmount({ gone, come, values }: Looked): Weight | null {
  const [before, after] = values
  const isSignedAlike = isSameList(signedNumbers(gone), signedNumbers(come))
  if (!isSignedAlike || !isSameList(before.amounts, after.amounts)) return weightOfValues(before, after)
  const isBoundOtherwise = [...gone, ...come].some(isBound)
  return isBoundOtherwise && before.amounts.length > 0 ? weightOfValues(before) : null
}

function asBinding({ before, after }: Looked): Weight | null {
  return weightOfBinding(bindingOf(before), bindingOf(after))
}

function asParty({ edit, weighing, part }: Looked): Weight | null {
  const { before, after } = weighing
  if (definesTerm(wordsOf(after, part))) return weightIn('parties', 50)
  if (part.kind === 'heading') return null
  if (namesSomething(before, edit.before, weighing) || namesSomething(after, edit.after, weighing))
    return weightIn('parties', 60)
  return null
}

/** Without the number in front of it. */
function wordsOf({ text }: ReadText, { label, start, end }: Part): string {
  return text.slice(label?.end ?? start, end)
}

/** Whether one of the words is a defined term, or begins with a capital where no sentence begins; among capitals, whether it does elsewhere. */
function namesSomething({ text, words }: ReadText, { from, to }: WordRange, { terms, names }: Weighing): boolean {
  const own = words.slice(from, to)
  return own.some(({ key, start, end }) => {
    if (!/^\p{Lu}\p{L}/u.test(text.slice(start, end)) || isFunctionWord(key)) return false
    if (terms.has(key)) return true
    return isInCapitals(text, start, end) ? names.has(key) : !beginsSentence(text, start)
  })
}

const AROUND = 40

/** Among words in capitals, a capital says nothing. */
function isInCapitals(text: string, start: number, end: number): boolean {
  const near = text.slice(Math.max(0, start - AROUND), end + AROUND)
  return near === near.toUpperCase()
}

const JOINS = new Set(['and', 'or', 'und', 'oder'])

function asWording({ gone, come, before, after }: Looked): Weight {
  const states = statesIn(before).some((one) => statesIn(after).some((other) => excludes(one, other)))
  if (states) return weightIn('wording', 80)
  const isJoinedOtherwise = [...gone, ...come].some((key) => JOINS.has(key)) && gone.length + come.length <= 3
  if (isJoinedOtherwise) return weightIn('wording', 70)
  const content = [...gone, ...come].filter((key) => !isFunctionWord(key)).length
  return weightIn('wording', content === 0 ? 5 : 10 + content)
}

function withSaying({ before, after, gone, come }: Looked, weight: Weight): Weighed {
  if (before === '' || after === '')
    return { ...weight, said: { kind: 'words', isNew: before === '', text: shortened(before || after) } }
  // Much that came beside little that is only there to read it by.
  if (gone.length === 0 && come.length > WHOLE_PHRASE)
    return { ...weight, said: { kind: 'words', isNew: true, text: shortened(after) } }
  if (come.length === 0 && gone.length > WHOLE_PHRASE)
    return { ...weight, said: { kind: 'words', isNew: false, text: shortened(before) } }
  if (Math.min(before.length, after.length) > REWORDED_CHARACTERS) return { ...weight, said: { kind: 'reworded' } }
  const isPlain = weight.group === 'numbers' || weight.group === 'obligations'
  const isQuoted = !isPlain || Math.max(before.length, after.length) > SHORT_PHRASE
  return { ...weight, said: { kind: 'replaced', before: shortened(before), after: shortened(after), isQuoted } }
}
