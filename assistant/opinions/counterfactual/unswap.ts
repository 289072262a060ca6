import { swapText, type SwapWhat } from '../../../disclosure/swap/swap-text.ts'
import type { PacketRecord } from '../../disclosure/packet-record.ts'

/** Puts the words back that were swapped in the packet, in all texts of its reply, so that they can be checked against the sources. */
export function unswap<T>(reply: T, { swapped }: Pick<PacketRecord, 'swapped'>): T {
  return swapped ? (inAllTexts(reply, swapped) as T) : reply
}

function inAllTexts(value: unknown, what: SwapWhat): unknown {
  if (typeof value === 'string') return swapText(value, what)
  if (Array.isArray(value)) return value.map((one) => inAllTexts(one, what))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inAllTexts(one, what)]))
}
