import { absentFacts } from '../../../checks/absent-facts.ts'
import type { Approach, Claim, PassageSource } from '../../../contract/answers/answer.ts'
import type { CardSource } from '../../../contract/knowledge/card.ts'
import type { WorkedExample } from '../../../contract/answers/strategy.ts'
import { factsInText } from '../../../text/text-facts.ts'
import { contentWords } from '../../../text/words.ts'
import type { CardParts } from '../../cards/clip-card.ts'

/** As with cards: a small model otherwise takes it for something that the documents say. */
const RECALLED = 'General knowledge, to think with. It is not from the documents: take the facts from the sources only.'
const EXAMPLES =
  'How such questions are answered. This is of other documents: take no name, number or fact from it, only the form.'

/** What a strategy puts before the question besides the sources, as the model reads it. Empty for nothing. */
export function asideBlock({ recalled, examples }: Pick<Approach, 'recalled' | 'examples'>): string {
  const blocks = [
    ...(recalled === '' ? [] : [`${RECALLED}\n${recalled}`]),
    ...(examples.length === 0
      ? []
      : [
          [
            EXAMPLES,
            ...examples.map(({ question, answer }) => `Question: ${question}\nAnswer: ${marked(answer)}`),
          ].join('\n'),
        ]),
  ]
  return blocks.join('\n\n')
}

/** Its source had another number: where the mark stands is all that is to be learnt. */
function marked(answer: string): string {
  return `${answer.replace(/\.$/, '')} [S…].`
}

/** Told so, because a small model otherwise takes a general rule for something that the documents say. */
const HEAD = 'General knowledge, to think with. It is not from the documents: take the facts from the sources only.'

/** Cards as they stand before the question, each in its two named parts. Empty for none. */
export function cardBlock(cards: readonly CardParts[]): string {
  if (cards.length === 0) return ''
  return [HEAD, ...cards.map(partsText)].join('\n')
}

function partsText({ summary, knowledge }: CardParts): string {
  const lines = [
    ...(summary === '' ? [] : [`Learning summary: ${oneLine(summary)}`]),
    ...(knowledge.length === 0
      ? []
      : ['Supplementary knowledge:', ...knowledge.map(({ text }) => `- ${oneLine(text)}`)]),
  ]
  return lines.join('\n')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

type RestingOptions = {
  readonly cards: readonly CardSource[]
  /** What the model wrote from memory; empty for nothing. */
  readonly recalled: string
  readonly examples: readonly WorkedExample[]
  readonly passages: readonly PassageSource[]
  readonly question: string
}

/** Of its words that the question does not have: nearly all are the card's, and no more than half the passages'. */
const OF_THE_CARD = 0.8
const OF_THE_PASSAGES = 0.5

/** Of its words that neither question nor passages have: so many, and such a share of them, are those of an example. */
const EXAMPLE_WORDS = 2
const OF_AN_EXAMPLE = 0.5

/**
 * The claim without support where it only says a card or what was recalled again under the mark of a passage, or takes a number, date
 * or name from there; or takes words from an example that no passage has. None of that is evidence of what the documents say. What
 * a passage bears out by its words stays.
 */
export function rejectRestatedAside(claim: Claim, given: RestingOptions): Claim {
  const { cards, recalled, examples, passages, question } = given
  const known = [
    ...cards.flatMap(({ summary, knowledge }) => [summary, ...knowledge.map(({ text }) => text)]),
    ...(recalled === '' ? [] : [recalled]),
  ]
  const shown = examples.flatMap((one) => [one.question, one.answer])
  const isOpen = claim.verdict === 'unchecked' || claim.judged !== null
  if (known.length + shown.length === 0 || !isOpen) return claim
  const own = wordsBesides(claim.text, question)
  const cited = new Set(claim.citations.map(({ source }) => source))
  const held = passages.filter(({ source }) => cited.has(source)).map(({ text }) => text)
  const elsewhere = [...known, ...shown]
  const isTaken = takesFact(claim, elsewhere)
  const isOfCard = share(own, known) >= OF_THE_CARD && share(own, held) <= OF_THE_PASSAGES
  return isTaken || isOfCard || isOfExample(own, held, shown) ? { ...claim, verdict: 'unsupported' } : claim
}

/**
 * Whether a sentence says in the main what a card says, and the passages do not, or takes a number, date or name from there: a quote
 * from the documents can't stand in its place.
 */
export function isFromCard(text: string, given: Pick<RestingOptions, 'cards' | 'passages' | 'question'>): boolean {
  const own = wordsBesides(text, given.question)
  const known = given.cards.flatMap(({ summary, knowledge }) => [summary, ...knowledge.map((item) => item.text)])
  const held = given.passages.map((passage) => passage.text)
  const absent = absentFacts(text, held, given.question)
  return takesFact({ absent }, known) || (share(own, known) >= OF_THE_CARD && share(own, held) <= OF_THE_PASSAGES)
}

/** A number, date or name that its sources lack stands there. */
function takesFact({ absent }: { readonly absent: readonly string[] }, texts: readonly string[]): boolean {
  return absent.some((fact) => isFact(fact) && absentFacts(`x ${fact}`, texts, '').length === 0)
}

function wordsBesides(text: string, question: string): readonly string[] {
  const asked = new Set(contentWords(question))
  return [...new Set(contentWords(text.replace(/\[[A-Z]\d+\]/g, '')))].filter((word) => !asked.has(word))
}

/** Not a word that the passage has otherwise, such as a "not". */
function isFact(absent: string): boolean {
  return factsInText(`x ${absent}`).length > 0
}

function isOfExample(own: readonly string[], held: readonly string[], shown: readonly string[]): boolean {
  const there = new Set(held.flatMap((text) => contentWords(text)))
  const foreign = own.filter((word) => !there.has(word))
  return foreign.length * share(foreign, shown) >= EXAMPLE_WORDS && share(foreign, shown) >= OF_AN_EXAMPLE
}

function share(words: readonly string[], texts: readonly string[]): number {
  const there = new Set(texts.flatMap((text) => contentWords(text)))
  return words.length === 0 ? 0 : words.filter((word) => there.has(word)).length / words.length
}
