import { applyEdits, type Edit } from '../../../disclosure/swap/edit.ts'
import { findSwaps, type SwapWhat } from '../../../disclosure/swap/swap-text.ts'
import type { PacketRecord } from '../../packets/packet-record.ts'

type OfPacket = { readonly swapped: SwapWhat; readonly written: ReadonlySet<string> }

/**
 * Puts the words back that were swapped in the packet, in all texts of its reply, so that they can be checked against the sources.
 * Words that only the reply has, "women" in general or a mother whom the packet does not name, stay as the model wrote them; what it
 * calls a person whose sex was swapped ("she", "the woman") is put back.
 */
export function unswap<T>(reply: T, { swapped, segments }: Pick<PacketRecord, 'swapped' | 'segments'>): T {
  if (!swapped) return reply
  return inAllTexts(reply, { swapped, written: wordsSwapped({ segments }) }) as T
}

/** The words that a swapped packet has in the place of others, in lower case. */
export function wordsSwapped({ segments }: Pick<PacketRecord, 'segments'>): ReadonlySet<string> {
  return new Set(segments.flatMap(({ swaps = [] }) => swaps.map((swap) => swap.written.toLowerCase())))
}

function inAllTexts(value: unknown, of: OfPacket): unknown {
  if (typeof value === 'string') return textBack(value, of)
  if (Array.isArray(value)) return value.map((one) => inAllTexts(one, of))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inAllTexts(one, of)]))
}

function textBack(text: string, { swapped, written }: OfPacket): string {
  const isOfPacket = ({ start, end, kind }: Edit) => {
    const word = text.slice(start, end)
    return written.has(word.toLowerCase()) || (kind === 'sex' && isOfThePerson(word))
  }
  return applyEdits(text, findSwaps(text, swapped).edits.filter(isOfPacket))
}

const NOBODY_IN_PARTICULAR =
  /^(?:he|she|him|her|his|hers|himself|herself|er|sie|mr|ms|mrs|miss|[fm]|(?:sein|ihr)(?:e[nmrs]?)?)$/i

/** One person by nothing but a sex, or by a part in the case. */
const SOME_PERSON =
  /^(?:man|woman|male|female|boy|girl|gentleman|lady|Mann|Frau|Patient(?:in)?|(?:Kläger|Mieter|Vermieter|Käufer|Verkäufer|Arbeitnehmer)(?:in)?|Zeug(?:e|in)|der|die|dem|eine?|eine[mr]|(?:männ|weib)lich(?:e[nmrs]?)?)$/i

/** Said of whoever has the sex, without naming anybody new: she, Ms, the woman. */
function isOfThePerson(word: string): boolean {
  return NOBODY_IN_PARTICULAR.test(word) || SOME_PERSON.test(word)
}

/** People in general. */
const GROUP = /^(?:men|women|males|females|boys|girls|gentlemen|ladies|Männer|Frauen)$/i

/**
 * The same words of people in general, said in spite of the swap: "Women more often have atypical symptoms" both times. `putBack`: the
 * words of the swapped packet; only of these `unswap` made others, and "for women only" is no way to say "for men only".
 */
export function isSaidAlike(one: string, swapped: string, putBack: ReadonlySet<string>): boolean {
  const { edits } = findSwaps(swapped, { sex: true, origin: true })
  const isGeneral = edits.every(
    ({ start, end, written }) => GROUP.test(swapped.slice(start, end)) && putBack.has(written.toLowerCase()),
  )
  return isGeneral && applyEdits(swapped, edits) === one
}

/**
 * Who is told apart by sex or origin in a sentence: mother, Norwegian. "To the father instead of the mother" has all words of "to the
 * mother", so that rules of alignment take the one for the other.
 */
function peopleIn(text: string): readonly string[] {
  const words = findSwaps(text, { sex: true, origin: true }).edits.map(({ start, end }) => text.slice(start, end))
  return [
    ...new Set(words.filter((word) => !NOBODY_IN_PARTICULAR.test(word)).map((word) => word.toLowerCase())),
  ].toSorted()
}

/** Both name somebody, and not the same. */
export function areOthers(one: string, other: string): boolean {
  const [people, others] = [peopleIn(one), peopleIn(other)]
  return people.length > 0 && others.length > 0 && people.join() !== others.join()
}
