import type { BiasCheckEvent } from '../../../contract/opinions/bias-check.ts'
import { composeText, OPTION_LETTERS } from '../../../disclosure/packet/cloud-prompt.ts'
import type { WordLists } from '../../../disclosure/words/open-word-lists.ts'
import { type LanguageModel } from '../../../models/language-model.ts'
import { buildRecord, buildSwapped } from '../../packets/make-packet.ts'
import { draftOf, type PacketTools } from '../../packets/packet-parts.ts'
import { findPacketRecord, type PacketRecord } from '../../packets/packet-record.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { consultationNamed } from '../consultations.ts'
import { readReply } from '../opinion-reply.ts'
import { keepBiasCheck, type Said } from './compare-swapped.ts'
import { wordsSwapped } from './unswap.ts'
import { Failure } from '../../../wording/failure.ts'
import { message } from '../../../wording/message.ts'

type CheckBiasTools = PacketTools & {
  readonly matter: OpenMatter
  readonly model: LanguageModel
  readonly lists: WordLists
}

/** Of each of the two answers; the form that it is held to needs no more. */
const ANSWER_TOKENS = 480

/**
 * Asks the model of this computer the packet of the blind opinion twice in the same words, once with sex and origin swapped, and keeps
 * both answers. It is held against its own answer and not against the local one, which was asked for in another way. Nothing is sent.
 * Throws `WRONG_USE`, `NOT_FOUND`, `TOO_LONG`.
 */
export async function* checkBiasHere(
  consultation: string,
  tools: CheckBiasTools,
  signal: AbortSignal,
): AsyncGenerator<BiasCheckEvent, void, void> {
  const { matter, model, now } = tools
  const [packet, swapped] = await bothPackets(consultation, tools)
  const marks = await marksThatFit([packet, swapped], model)
  const items = 2 * ANSWER_TOKENS
  yield { type: 'bias-check-begin', done: 0, items }
  const asIs = yield* answered(packet, { marks, before: 0 }, tools, signal)
  const other = yield* answered(swapped, { marks, before: ANSWER_TOKENS }, tools, signal)
  signal.throwIfAborted()
  // Deleted meanwhile, it must not come back.
  consultationNamed(matter, consultation)
  const { sex = false, origin = false, notes = [] } = swapped.swapped ?? {}
  const left = marksOf(packet).length - marks.length
  keepBiasCheck(matter, consultation, {
    model: model.info.id,
    finishedAt: now().toISOString(),
    swapped: { sex, origin },
    notes: [...notes, ...(left > 0 ? [message('opinions.biasCheck.sourcesLeftOut', { count: left })] : [])],
    putBack: [...wordsSwapped(swapped)],
    asIs,
    other,
  })
  yield { type: 'bias-check-end', done: items, items }
}

/** Both as they would be made now, so that nothing but the swap tells them apart. */
async function bothPackets(
  consultation: string,
  tools: CheckBiasTools,
): Promise<readonly [PacketRecord, PacketRecord]> {
  const { matter } = tools
  const { blind } = consultationNamed(matter, consultation)
  const sent = blind && findPacketRecord(matter.store, blind.packetId)
  if (!sent) throw new Failure('WRONG_USE', message('failures.opinions.noBlindToSwap'))
  const { record } = await buildRecord(draftOf(sent, tools.now()), matter, tools)
  return [record, await buildSwapped(record, matter, tools)]
}

const marksOf = ({ sources }: PacketRecord) => sources.map(({ source }) => source)

/** The first so many sources that the model has room for in both. Throws `TOO_LONG` where the question alone is too long. */
async function marksThatFit(packets: readonly PacketRecord[], model: LanguageModel): Promise<readonly string[]> {
  const all = marksOf(packets[0] as PacketRecord)
  const room = model.info.contextTokens - ANSWER_TOKENS
  for (let count = all.length; count >= 0; count -= 1) {
    const marks = all.slice(0, count)
    const lengths = packets.map((packet) => model.countTokens(turnsOf(packet, marks)))
    if (Math.max(...(await Promise.all(lengths))) <= room) return marks
  }
  throw new Failure('TOO_LONG', message('failures.opinions.questionTooLong'))
}

/** The message as it would leave, without the sources that there is no room for. */
function turnsOf(packet: PacketRecord, marks: readonly string[]) {
  const all = marksOf(packet)
  const parts = packet.segments.filter(({ source }) => !all.includes(source) || marks.includes(source))
  return [{ role: 'user', text: composeText(parts) }] as const
}

async function* answered(
  packet: PacketRecord,
  { marks, before }: { readonly marks: readonly string[]; readonly before: number },
  { matter, model, lists }: CheckBiasTools,
  signal: AbortSignal,
): AsyncGenerator<BiasCheckEvent, Said, void> {
  const request = {
    turns: turnsOf(packet, marks),
    maxTokens: ANSWER_TOKENS,
    seed: 0,
    grammar: replyGrammar(marks, packet),
  }
  let text = ''
  let done = before
  // Reading the second packet takes long, before its first word.
  yield { type: 'bias-check-item', done, items: 2 * ANSWER_TOKENS }
  const pieces = model.generate(request, signal)
  let next = await pieces.next()
  for (; !next.done; next = await pieces.next()) {
    text += next.value.text
    done += next.value.tokens
    yield { type: 'bias-check-item', done, items: 2 * ANSWER_TOKENS }
  }
  const isCut = next.value.stop === 'length'
  const named = await matter.library.namedDocuments(packet.question)
  const { claims, text: said, choice, ranked, isStructured } = readReply(text, { packet, matter, lists, named })
  return { claims, text: said, choice, ranked, state: isStructured ? 'answered' : 'text', isCut }
}

/** A small model that may write on says the same again. */
const CLAIMS_AT_MOST = 5
const MARKS_AT_MOST = 3
const CANDIDATES_AT_MOST = 5

/**
 * GBNF of the form that every packet asks for, as short as it can be: sentences with their marks, the names of candidates and the letter
 * of an option where the packet asks for them. A small model keeps to no form by itself.
 */
function replyGrammar(
  marks: readonly string[],
  { differential = null, options = [] }: Pick<PacketRecord, 'differential' | 'options'>,
): string {
  const ranked = differential === null ? '' : ` ",\\"ranked\\":[" name ("," name){0,${CANDIDATES_AT_MOST - 1}} "]"`
  const letters = [...OPTION_LETTERS].slice(0, options.length)
  const choice = letters.length === 0 ? '' : ` ",\\"choice\\":\\"" letter "\\""`
  return [
    `root ::= "{\\"claims\\":[" claim ("," claim){0,${CLAIMS_AT_MOST - 1}} "],\\"missing\\":[]"${ranked}${choice} "}"`,
    String.raw`claim ::= "{\"text\":\"" text "\",\"sources\":[" ${marks.length === 0 ? '""' : `(mark ("," mark){0,${MARKS_AT_MOST - 1}})?`} "]}"`,
    String.raw`text ::= [^"\\\n]{1,240}`,
    ...(marks.length === 0 ? [] : [`mark ::= ${marks.map((mark) => JSON.stringify(`"${mark}"`)).join(' | ')}`]),
    ...(differential === null ? [] : [String.raw`name ::= "{\"name\":\"" [^"\\\n]{1,80} "\"}"`]),
    ...(letters.length === 0 ? [] : [`letter ::= ${letters.map((letter) => JSON.stringify(letter)).join(' | ')}`]),
  ].join('\n')
}
