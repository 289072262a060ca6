import type { AssistantClient } from '../contract/index.ts'
import type { Consultation } from '../contract/opinion.ts'
import type { Packet, PacketChange, PrepareInput } from '../contract/packet.ts'
import type { Session } from './session.ts'
import { wrongUse } from './usage-error.ts'

export type PacketOptions = {
  readonly matter: string
  readonly question: string
  readonly provider: string
  readonly kind: 'blind' | 'informed'
  readonly dates?: 'day' | 'shifted' | 'exact'
  readonly sources?: readonly string[]
  readonly mask: readonly string[]
  readonly keep: readonly string[]
}

/**
 * What would be sent: the draft that there is for this question, provider and kind, changed as the options say, or a new one. So words
 * that were decided in an earlier run stay decided.
 */
export async function preparePacket(
  { output, signal }: Session,
  assistant: AssistantClient,
  options: PacketOptions,
): Promise<Packet> {
  const { matter, question, provider, kind } = options
  const drafts = await assistant.packet.list({ matter })
  const draft = drafts.find(
    (row) =>
      row.question === question &&
      row.provider === provider &&
      row.kind === kind &&
      ['draft', 'waiting'].includes(row.state),
  )
  const isSame = draft !== undefined && (options.dates ?? draft.dates) === draft.dates
  let packet = isSame ? await assistant.packet.get({ matter, packetId: draft.packetId }) : null
  if (packet === null) {
    const input = await inputFor(assistant, options)
    for await (const event of await assistant.packet.prepare(input, { signal })) {
      if (event.type === 'packet') ({ packet } = event)
      else if (event.type === 'analysis-begin') output.progress(`Reading ${event.items} passages for the notes …`)
      else output.progress(event.text)
    }
    output.progress(null)
  }
  if (packet === null) throw new Error('No packet was prepared.')
  for (const change of changesFor(packet, options))
    packet = await assistant.packet.change({ matter, packetId: packet.packetId, change })
  return packet
}

async function inputFor(assistant: AssistantClient, options: PacketOptions): Promise<PrepareInput> {
  const { matter, question, provider, kind, dates, sources } = options
  const common = {
    matter,
    question,
    provider,
    kind,
    sources: sources ? [...sources] : null,
    ...(dates ? { dates } : {}),
  }
  if (kind === 'informed') {
    const { consultation } = await consultationOn(assistant, matter, question)
    return { ...common, consultation }
  }
  const answers = await assistant.answer.list({ matter })
  const answer = answers.find((one) => one.question === question && one.sources.length > 0)
  return { ...common, answerId: answer?.answerId ?? null }
}

/** The newest one on this question that has a blind opinion; an informed one comes only after that. */
async function consultationOn(assistant: AssistantClient, matter: string, question: string): Promise<Consultation> {
  const all = await assistant.opinion.list({ matter })
  const found = all.find((one) => one.question === question && one.blind !== null)
  if (!found) throw wrongUse('An informed opinion comes after the blind one. Send the blind packet first.')
  return found
}

function changesFor(packet: Packet, { mask, keep, sources }: PacketOptions): readonly PacketChange[] {
  const flagOf = (term: string) => packet.flags.find((flag) => flag.term.toLowerCase() === term.toLowerCase())
  const chosen = packet.candidates.filter((one) => one.chosen).map(({ source }) => source)
  const isOther = sources !== undefined && [...sources].toSorted().join() !== chosen.toSorted().join()
  return [
    ...(isOther ? [{ sources: [...sources] }] : []),
    ...mask.map((term): PacketChange => {
      const flag = flagOf(term)
      if (flag) return { decide: { flag: flag.flag, decision: 'mask', remember: false } }
      return { mask: { term, type: 'id', remember: false } }
    }),
    ...keep.map((term): PacketChange => {
      const flag = flagOf(term)
      if (!flag) throw wrongUse(`"${term}" is not among the words to decide.`)
      return { decide: { flag: flag.flag, decision: 'keep', remember: false } }
    }),
  ]
}
