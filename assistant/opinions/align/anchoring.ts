import type { Source } from '../../../contract/answers/answer.ts'
import type { Anchoring, Move } from '../../../contract/opinions/comparing.ts'
import type { Agreement, Opinion } from '../../../contract/opinions/opinion.ts'
import { splitSentences } from '../../../text/sentences.ts'
import { findPacketRecord } from '../../packets/packet-record.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { compared, type Group, type JudgementOf, type Said } from './match-claims.ts'
import { type ReadClaim, readClaim } from './read-claim.ts'

/** What this computer wrote besides its answer. */
export type Ours = readonly ReadClaim[]

/**
 * What the informed sentence did that the blind one did not: say what ours says (`toward`), leave it (`away`), or say something else.
 * Ours is the local answer's sentence and the notes that were sent. Null where one of the two is silent, or nobody can tell.
 */
export function moveIn({ said }: Group, notes: Ours, judgementOf: JudgementOf): Move | null {
  const of = (voice: Said['voice']) => said.find((one) => one.voice === voice)
  const [local, blind, informed] = [of('local'), of('blind'), of('informed')]
  if (!blind || !informed) return null
  const { state } = compared(blind, informed, judgementOf)
  if (state === 'agree') return 'stayed'
  if (state === 'unclear') return null
  const ours = [...(local ? [local] : []), ...notes.map((read) => ({ read }))]
  const isOurs = (one: Said) => ours.some((other) => compared(one, other, judgementOf).state === 'agree')
  const [was, is] = [isOurs(blind), isOurs(informed)]
  if (was === is) return 'elsewhere'
  return is ? 'toward' : 'away'
}

/** The moves of all rows, counted. */
export function anchoringOf(rows: Agreement['claims']): Anchoring {
  const both = rows.filter(({ blind, informed }) => blind !== null && informed !== null)
  const count = (move: Move | null) => both.filter((row) => row.move === move).length
  return {
    stayed: count('stayed'),
    toward: count('toward'),
    away: count('away'),
    elsewhere: count('elsewhere'),
    unclear: count(null),
    takenUp: rows.filter(
      ({ local, blind, informed, state }) => local !== null && blind === null && informed !== null && state === 'agree',
    ).length,
  }
}

const NOTE = /^\[([^\]]+)\] (.*)$/

/** The notes that an informed opinion saw, sentence by sentence, each under the passage that it is on. */
export function notesOf(informed: Opinion | null, { store }: Pick<OpenMatter, 'store'>): Ours {
  const record = informed && findPacketRecord(store, informed.packetId)
  return (record?.analysis ?? '').split('\n').flatMap((line) => {
    const [, mark, text = ''] = NOTE.exec(line) ?? []
    const citations = (record?.sources ?? []).filter(({ source }) => source === mark).flatMap(citationOf)
    return splitSentences(text).map(({ start, end }) => readClaim({ text: text.slice(start, end), citations }))
  })
}

function citationOf(source: Source) {
  if (source.kind !== 'passage') return []
  const { text, ...place } = source
  return [{ ...place, quote: text }]
}
