import { isOfThePerson } from './people-in.ts'
import { applyEdits, type Edit } from '../../../disclosure/swap/edit.ts'
import { findSwaps, type SwapWhat } from '../../../disclosure/swap/swap-text.ts'
import type { PacketRecord } from '../../disclosure/packet-record.ts'

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
