import type { LookingEvent } from '../../contract/opinions/packet.ts'
import { type Generate, termsByModel } from '../../disclosure/identifiers/find-by-model.ts'
import type { KnownTerm } from '../../disclosure/identifiers/identifier.ts'
import { letterOf } from '../../disclosure/packet/cloud-prompt.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { makePacket } from './make-packet.ts'
import { draftOf, type PacketTools } from './packet-parts.ts'
import { type PacketRecord, packetRecord, refuseFinal, toPacket } from './packet-record.ts'

type Progress = Exclude<LookingEvent, { type: 'packet' }>

/** A small model lists the names of a short text better than those of a long one. UTF-16 units. */
const PIECE_CHARACTERS = 1000

/** What a local model takes for identifying in these texts, each once, read piece by piece. */
export async function* namedByModel(
  texts: readonly string[],
  model: LanguageModel,
  signal: AbortSignal,
): AsyncGenerator<Progress, readonly KnownTerm[], void> {
  const pieces = texts.flatMap(piecesOf)
  yield { type: 'looking-begin', items: pieces.length }
  const named = new Map<string, KnownTerm>()
  for (const [index, piece] of pieces.entries()) {
    signal.throwIfAborted()
    for (const term of await termsByModel(piece, generateWith(model, signal))) named.set(term.text, term)
    yield { type: 'looking-item', index, found: named.size }
  }
  return [...named.values()]
}

function generateWith(model: LanguageModel, signal: AbortSignal): Generate {
  return async ({ prompt, grammar, maxTokens }) => {
    let answer = ''
    const request = { turns: [{ role: 'user', text: prompt }], maxTokens, grammar } as const
    for await (const { text } of model.generate(request, signal)) answer += text
    return answer
  }
}

/** Cut behind a line or a sentence, else behind a word, so that no name is halved where that can be helped. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = []
  let rest = text.trim()
  while (rest.length > PIECE_CHARACTERS) {
    const part = rest.slice(0, PIECE_CHARACTERS)
    const ends = [part.lastIndexOf('\n'), part.lastIndexOf('. '), part.lastIndexOf(' ')]
    const end = ends.find((at) => at > PIECE_CHARACTERS / 2) ?? PIECE_CHARACTERS - 1
    pieces.push(rest.slice(0, end + 1))
    rest = rest.slice(end + 1).trim()
  }
  return rest === '' ? pieces : [...pieces, rest]
}

type LookTools = PacketTools & { readonly model: LanguageModel }

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
