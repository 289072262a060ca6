import type { LookingEvent } from '../../contract/opinions/packet.ts'
import { letterOf } from '../../disclosure/packet/option-source.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { makePacket } from './make-packet.ts'
import { namedByModel } from './named-by-model.ts'
import { draftOf } from './packet-parts.ts'
import { type PacketRecord, packetRecord, refuseFinal, toPacket } from './packet-record.ts'
import type { PacketTools } from './packet-tools.ts'

export type LookTools = PacketTools & { readonly model: LanguageModel }

/**
 * Has the local model read the texts of a packet, and makes it anew with what it names replaced too. It only adds. Stopped, it leaves the
 * packet as it was. Throws `WRONG_USE`, `NOT_FOUND`.
 */
export async function* lookAgain(
  packetId: string,
  matter: OpenMatter,
  tools: LookTools,
  signal: AbortSignal,
): AsyncGenerator<LookingEvent, void, void> {
  const record = packetRecord(matter.store, packetId)
  refuseFinal(record)
  const named = yield* namedByModel(textsOf(record), tools.model, signal)
  signal.throwIfAborted()
  const draft = draftOf(record, tools.now())
  const before = draft.decisions.named ?? []
  const added = named.filter(({ text }) => !before.some((one) => one.text === text))
  const decisions = { ...draft.decisions, named: [...before, ...added] }
  yield { type: 'packet', packet: toPacket(await makePacket({ ...draft, decisions }, matter, tools, record)) }
}

/** The options in one piece: each alone would be a call of the model. */
function textsOf({ segments }: PacketRecord): readonly string[] {
  const isOption = ({ source }: PacketRecord['segments'][number]) => letterOf(source) !== null
  const options = segments.filter(isOption).map(({ local }) => local)
  return [...segments.filter((segment) => !isOption(segment)).map(({ local }) => local), options.join('\n')]
}
