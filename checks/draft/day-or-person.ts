import { isModal } from '../../text/modal-words.ts'
import { endsWithTitle } from '../../text/personal-titles.ts'
import type { Span } from '../../text/spans.ts'
import { datesSaid, isDay, isSameValue, type Statement, statementOf, type Value } from '../claim-statement.ts'
import { isConditional } from '../qualified-alike.ts'
import type { Lexicon } from '../quotes/harmless-slip.ts'
import { ownWords } from './says-fact.ts'

/** A day or a family name that a sentence gives as a fact, so that it is in a document or in none. */
export type Sought = Span & {
  /** The same for all that are looked up in the same way. */
  readonly key: string
  /** Whether a text has it, however it is written. */
  readonly isIn: (text: string) => boolean
}

/**
 * What a sentence states as a fact of others and can be looked up by itself. Nothing of what its writer did, of what is to be, and of a day that may be computed: "within
 * 14 days", "by 30 November".
 */
export function dayOrPerson(sentence: string, lexicon: Lexicon): readonly Sought[] {
  const isOfOthers = ownWords(sentence) === null && !WRITER.test(sentence)
  if (!isOfOthers) return []
  const said = statementOf(sentence)
  const isComputed = said.values.some(({ kind }) => kind === 'time')
  const isOpen = isComputed || isConditional(sentence) || isModal(sentence)
  return [...(isOpen ? [] : daysIn(said)), ...personsIn(said, lexicon)]
}

const WRITER =
  /(?<!\p{L})(?:we|us|our|ours|i|me|my|you|your|yours|today|tomorrow|yesterday|th(?:is|e present) (?:letter|report|summary|memo(?:randum)?|note|brief)|wir|uns|unser\p{L}*|ich|mir|mich|mein\p{L}*|sie haben|ihr\p{L}* schreiben|heute|morgen|gestern|nous|notre|nos|je|mon|nuestr\p{L}*|noi|nostr\p{L}*)(?!\p{L})/iu
const BEFORE_LIMIT =
  /(?<!\p{L})(?:by|until|till|before|after|from|since|than|between|to|and|or|bis|spätestens|ab|seit|vor|nach|zwischen|und|oder|avant|après|depuis|jusqu['’]au|dal|fino al?|entro|hasta|desde)\s+(?:the\s+|zum\s+|dem\s+|le\s+|el\s+)?$/iu
const BEHIND_RANGE = /^\s*(?:[-–—]|to\b|and\b|until\b|bis\b|und\b)/iu

function daysIn(statement: Statement): readonly Sought[] {
  const { text, values } = statement
  return values.filter(isDay).flatMap((value: Value): readonly Sought[] => {
    if (BEFORE_LIMIT.test(text.slice(0, value.start)) || BEHIND_RANGE.test(text.slice(value.end))) return []
    const { start, end, meanings } = value
    const isIn = (other: string) =>
      datesSaid(other).some((one) => isDay(one) && isSameValue(value, statement, one, statement))
    return [{ start, end, key: `day ${meanings.join(' ')}`, isIn }]
  })
}

const INITIAL = /(?:^|[^\p{L}.])\p{Lu}\.\s*$/u

/** Behind a title or an initial. */
function personsIn({ text, terms }: Statement, { isPlace }: Lexicon): readonly Sought[] {
  return terms.flatMap(({ word, start, end, isCapital }): readonly Sought[] => {
    const before = text.slice(0, start)
    const isBehindFirst = FIRST_BEFORE.exec(before)
    const isTitled = endsWithTitle(isBehindFirst ? before.slice(0, isBehindFirst.index) : before)
    const isNamed = isCapital && word.length > 2 && (isTitled || INITIAL.test(before))
    if (!isNamed || isPlace(word) || FIRST_NAME.test(text.slice(end))) return []
    return [{ start, end, key: `person ${word}`, isIn: (other) => other.toLowerCase().includes(word) }]
  })
}

/** "Mr Ivo Sandham": the family name is the second word. */
const FIRST_BEFORE = /\p{Lu}\p{Ll}+ $/u
const FIRST_NAME = /^\s+\p{Lu}\p{Ll}/u
