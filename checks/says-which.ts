import { asksOfEarlier, isForEver } from '../text/questions.ts'
import type { Span } from '../text/spans.ts'
import { isFunctionWord } from '../text/function-words.ts'
import { isSameWord } from '../text/word-forms.ts'
import { type Statement, stateWords, type Value } from './claim-statement.ts'

const LABEL_WORDS = 6
/** Words that may stand between a thing and what it is. */
const NEAR_WORDS = 2
const FOR_EVER_CHARACTERS = 20
/** "This court pronounces the following judgment:" labels nothing. */
const INTRODUCES =
  /(?<!\p{L})(?:this|these|following|below|diese[rsn]?|folgende[rsn]?|suivante?s?|ce(?:tte|s)?|siguientes?|est[aeo]s?|seguent[ei]|quest[aoei]|seguintes?|volgende|deze|następując\p{L}+)(?!\p{L})/iu
/** Names and pronouns, also without a space between them. */
const WHO = String.raw`(?:(?:him|her|them|he|she)+(?:\p{Lu}[\p{L}.’'-]*)?|\p{Lu}[\p{L}.’'-]*)`
/** Joins a thing with what it is: "the crime of embezzlement", "sentences her to five years", "the permitted use is a shop". */
const IS = String.raw`(?:${WHO}(?: ${WHO})* ?)?(?:of|to|for|with|as|is|was|are|were|being|be|includes?|included|comprises?|namely|means?)(?![\p{L}])|[:\t|–—]|\((?!(?:see|cf|e\.g|i\.e|siehe|vgl|voir|véase|vedi|ver|zie|zob)(?![\p{L}]))|(?=[£$€<>≤≥]?\d)`
const JOINED_BEHIND = new RegExp(String.raw`^[*_"”’)]*\s*(?:${IS})`, 'u')
const OF_WHAT = /^(\s+(?:of|for|in|at) (?:the |this |that |his |her |its |their )?)\p{L}[\p{L}’'-]*/u
const OF_VALUE = /^(?:['’]s?)?\s(?:(?<between>\p{Ll}+)\s)?$/u
const JOINED_BEFORE = /(?<!\p{L})(?:is|was|are|were|as|became|being) (?:the |an? |his |her |its |their )?(?:\p{L}+ )?$/u

/** Whether a sentence says which or what a thing is, and not only that there is one: "the nature of the crimes" names no crime. */
export function saysWhich(thing: string, asked: Statement, sentence: Statement, label: string): boolean {
  const { text, terms, states, values } = sentence
  const isThing = (word: string) => isSameWord(word.toLowerCase(), thing)
  const labels = [label, ...text.split('\n').flatMap((line) => /^([^:\t|]*)[:\t|]/u.exec(line)?.[1] ?? [])]
  const isLabelled = labels.some((one) => {
    const words = one.match(/\p{L}+/gu) ?? []
    return one.includes('|') || one.includes('\t')
      ? words.some(isThing)
      : words.length <= LABEL_WORDS && isThing(headOf(one)) && !INTRODUCES.test(one)
  })
  if (isLabelled)
    return !labels.some((one) => isOfAnother(one.replace(NOT_ITS_HEAD, '').replace(/[\p{L}]+[^\p{L}]*$/u, ''), asked))
  const isFresh = (start: number, end: number) =>
    !asked.terms.some(({ word }) => isSameWord(word, text.slice(start, end).toLowerCase()))
  const said = [...terms, ...states, ...values].filter(({ start, end }) => isFresh(start, end))
  return [...text.matchAll(/\p{L}[\p{L}\p{N}’'-]*/gu)].some(({ 0: word, index }) => {
    if (!isThing(word) || isOfAnother(text.slice(0, index), asked)) return false
    const end = index + word.length
    const whose = OF_WHAT.exec(text.slice(end))
    // "The permitted use of the premises is …": of what is known from the question.
    const isKnown = whose !== null && !isFresh(end + (whose[1]?.length ?? 0), end + whose[0].length)
    if (isJoinedTo(sentence, said, isKnown ? end + whose[0].length : end)) return true
    // "Eight weeks' notice", "a 12 % supplement".
    if (said.some((one) => isAmount(one) && one.end <= index && isOfValue(text.slice(one.end, index)))) return true
    return JOINED_BEFORE.test(text.slice(0, index)) && said.some((one) => one.end <= index)
  })
}

function isAmount(one: Span & { readonly kind?: string }): boolean {
  return one.kind !== undefined && one.kind !== 'date' && one.kind !== 'clock' && one.kind !== 'place'
}

function isOfValue(between: string): boolean {
  const found = OF_VALUE.exec(between)
  return found !== null && !isFunctionWord(found.groups?.between ?? '')
}

/** They make another thing of what they stand before: a differential diagnosis is none. */
const OF_ANOTHER =
  /(?<!\p{L})(?:differential|former|previous|prior|proposed|draft|alternative|excluded|rejected|estimated|family|maternal|paternal)\s+(?:\p{L}+\s+)?$/iu

function isOfAnother(before: string, { text }: Statement): boolean {
  const modifier = OF_ANOTHER.exec(before)?.[0].trim().toLowerCase()
  return modifier !== undefined && !text.toLowerCase().includes(modifier)
}

/** "Clause 5 of my", "a copy of the": what stands behind it is not what the sentence speaks of. */
const PART_OF =
  /(?<!\p{L})(?<head>\p{L}+)(?:\s+\p{N}[\p{N}.]*)?\s+of\s+(?:(?:the|my|his|her|its|their|our|this|that|an?)\s+)?$/iu
/** What they are of is spoken of. */
const OF_ITSELF = new Set(
  'evidence sign signs symptom symptoms history diagnosis diagnoses episode episodes case form forms kind sort type course courses dose doses presence absence onset period use number amount level lack piece pieces rest whole all most some any none each both one'.split(
    ' ',
  ),
)

/** Whether a sentence speaks of a thing only as that of which it tells a part, or of another one: "clause 5 of my will", "former wills". */
export function isOfPartOnly(thing: string, asked: Statement, { text, values }: Statement): boolean {
  const before = [...text.matchAll(/\p{L}[\p{L}’'-]*/gu)].flatMap(({ 0: word, index }) =>
    isSameWord(word.toLowerCase(), thing) ? text.slice(0, index) : [],
  )
  const askedWords = [...asked.terms.map((term) => term.word), ...stateWords(asked)]
  const isKnown = (word: string) => OF_ITSELF.has(word) || askedWords.some((one) => isSameWord(one, word))
  const isOfPart = (said: string) => {
    const part = PART_OF.exec(said)
    const head = part?.groups?.head?.toLowerCase()
    // "75 mg of aspirin", "three months of rent" are aspirin and rent.
    const headAt = part?.index ?? -1
    const isMeasure = ({ kind, start, end }: Value) => kind !== 'place' && start <= headAt && end >= headAt - 1
    if (part && values.some(isMeasure)) return false
    return (head !== undefined && !isKnown(head)) || (isOfAnother(said, asked) && !asksOfEarlier(asked.text))
  }
  return before.length > 0 && before.every(isOfPart)
}

const NOT_ITS_HEAD = /\s*(?:\(.*|(?<!\p{L})(?:of|for|in|on|at|to|by|from|under)(?!\p{L}).*)$/iu

/** What a label names: "rent" of "Annual rent (exclusive of VAT)", "considerations" of "Sentencing considerations", "job" of "Job title". */
export function headOf(label: string): string {
  const words = label.replace(NOT_ITS_HEAD, '').match(/\p{L}+/gu) ?? []
  const last = words.at(-1) ?? ''
  return (OF_CALLING.has(last.toLowerCase()) ? words.at(-2) : null) ?? last
}

/** They only say that something is called so. */
const OF_CALLING = new Set('title name names titel bezeichnung nom nombre nome naam nazwa'.split(' '))

/** Say what a thing is: "is based on", "is called". */
const IS_BY = 'based|called|named|termed|defined|located|situated|composed|comprised|caused|limited|restricted|fixed'
/** What stands behind a participle that says what was done, and not of what kind a thing is: "developed recently", "adjourned until". */
const BEHIND_DONE = String.raw`(?=\s*(?:[.!?;,)]|$)|\s+(?:\p{L}+ly|again|soon|now|then|today|yesterday|and|but|or|in|on|by|with|for|from|of|until|till|since|before|after|during|within|without|under|because|when|while|if|that)(?!\p{L}))`
/** "The court is adjourned", "the method was developed recently" do not say which it is; "is referred to as", "is mixed dementia" do. */
const DONE_TO_IT = new RegExp(
  String.raw`^\s*(?:is|was|are|were)\s+(?:not |\p{L}+ly )?(?:\p{L}+ing[.!\s]*$|(?!(?:${IS_BY})(?!\p{L}))(?:\p{L}+ed|made|held|given|taken|paid)${BEHIND_DONE})`,
  'u',
)

/** "A sentence to serve justice", "for the crime" say no sentence; "sentenced to five years", "for life" do. */
const NEEDS_A_VALUE = /(?<!\p{L})(?:to|for)\s*$/u

function isJoinedTo(said: Statement, fresh: readonly Span[], at: number): boolean {
  const { text, values } = said
  const joined = JOINED_BEHIND.exec(text.slice(at))?.[0]
  if (joined === undefined || DONE_TO_IT.test(text.slice(at))) return false
  const from = at + joined.length
  const isNear = ({ start }: Span) => start >= from && wordsIn(text.slice(from, start)) <= NEAR_WORDS
  if (NEEDS_A_VALUE.test(joined)) return values.some(isNear) || isForEver(text.slice(from, from + FOR_EVER_CHARACTERS))
  return fresh.some(isNear)
}

export function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
}
