import { createHash } from 'node:crypto'
import { type BuiltPacket, buildPacket } from '../../../disclosure/packet/build-packet.ts'
import type { PacketContent, Sha256 } from '../../../disclosure/packet/consented-packet.ts'
import { NO_DECISIONS } from '../../../disclosure/packet/decisions.ts'
import { EMPTY_MESSAGE } from '../../../disclosure/packet/last-check.ts'
import {
  type Detection,
  type LocalSegment,
  type MaskInput,
  termsToFind,
} from '../../../disclosure/packet/mask-segments.ts'
import type { SearchTerm } from '../../../disclosure/pseudonyms/search-terms.ts'

export const sha256: Sha256 = (text) => createHash('sha256').update(text).digest('hex')

/** The first text is the question, the others are S1, S2. */
export function segmentsOf(...texts: readonly string[]): readonly LocalSegment[] {
  return texts.map((local, index) => {
    const source = index === 0 ? 'question' : `S${index}`
    return { source, where: index === 0 ? '' : 'lease.pdf, page 9', byOcr: false, documentId: null, local }
  })
}

export function inputOf(texts: readonly string[], more: Partial<MaskInput> = {}): MaskInput {
  const map = { entities: [], shiftWeeks: -104 }
  return { segments: segmentsOf(...texts), known: [], map, decisions: NO_DECISIONS, dates: 'day', ...more }
}

/** As a provider's client writes it. */
export function bodyOf(text: string): string {
  return JSON.stringify({ model: 'large', messages: [{ role: 'user', content: text }], temperature: 0 })
}

export type MadeUpPacket = {
  readonly built: BuiltPacket
  readonly content: PacketContent
  readonly terms: readonly SearchTerm[]
}

export function packetOf(input: MaskInput, detection: Detection): MadeUpPacket {
  const built = buildPacket(input, detection)
  const content = {
    packetId: 'p1',
    provider: 'house',
    address: 'https://models.example/v1',
    model: 'large',
    body: bodyOf(built.text),
    emptyBody: bodyOf(EMPTY_MESSAGE),
    segments: built.segments,
    openFlags: built.openFlags,
    marks: built.marks,
  }
  return { built, content, terms: termsToFind(built.map, input, detection.isOrdinaryWord) }
}
