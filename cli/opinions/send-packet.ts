import type { AssistantClient } from '../../contract/index.ts'
import type {
  DateMode,
  FlagKind,
  Packet,
  PacketChange,
  PacketRow,
  PrepareInput,
} from '../../contract/opinions/packet.ts'
import { wrongUse } from '../failures.ts'
import type { Session } from '../session.ts'
import { messageText } from '../../wording/message-text.ts'

export type PacketOptions = {
  readonly matter: string
  readonly question: string
  readonly provider: string
  readonly kind: PacketRow['kind']
  /** Where it belongs; left out: a new one, or for what comes after a blind opinion the newest with one. */
  readonly consultation?: string
  readonly dates?: DateMode
  readonly sources?: readonly string[]
  /** Whether a ranked list is asked for; left out: as the question says. */
  readonly differential?: boolean
  readonly mask: readonly string[]
  readonly keep: readonly string[]
  /** Groups of flagged words that are decided as one. */
  readonly maskGroups?: readonly FlagKind[]
  readonly keepGroups?: readonly FlagKind[]
  /** Whether what is decided holds in the next packets of the matter. */
  readonly remember?: boolean
}

/**
 * What would be sent: the draft that there is for this question, provider and kind, made anew as the matter is now and changed as the
 * options say, or a new one. So words that were decided in an earlier run stay decided.
 */
export async function preparePacket(
  session: Session,
  assistant: AssistantClient,
  options: PacketOptions,
): Promise<Packet> {
  const { matter, kind } = options
  const consultation = options.consultation ?? (kind === 'blind' ? null : await consultationOn(assistant, options))
  let packet =
    (await draftAnew(assistant, options, consultation)) ??
    (await newPacket(session, assistant, await inputFor(assistant, options, consultation)))
  for (const change of changesFor(packet, options))
    packet = await assistant.packet.change({ matter, packetId: packet.packetId, change })
  return packet
}

async function draftAnew(
  assistant: AssistantClient,
  { matter, question, provider, kind, dates, differential }: PacketOptions,
  consultation: string | null,
): Promise<Packet | null> {
  const drafts = await assistant.packet.list({ matter })
  const draft = drafts.find(
    (row) =>
      row.question === question &&
      row.provider === provider &&
      row.kind === kind &&
      (consultation === null || row.consultation === consultation) &&
      ['draft', 'waiting'].includes(row.state),
  )
  if (!draft) return null
  // Any change makes it anew, also one that changes nothing.
  const change = { dates: dates ?? draft.dates }
  const packet = await assistant.packet.change({ matter, packetId: draft.packetId, change })
  const hasList = packet.segments.some(({ source }) => source === 'candidates')
  return differential === undefined || kind !== 'blind' || hasList === differential ? packet : null
}

async function newPacket(
  { output, signal }: Session,
  assistant: AssistantClient,
  input: PrepareInput,
): Promise<Packet> {
  let packet: Packet | null = null
  for await (const event of await assistant.packet.prepare(input, { signal })) {
    if (event.type === 'packet') ({ packet } = event)
    else if (event.type === 'analysis-begin') output.progress(`Reading ${event.items} passages for the notes …`)
    else output.progress(event.text)
  }
  output.progress(null)
  if (packet === null) throw new Error('No packet was prepared.')
  return packet
}

async function inputFor(
  assistant: AssistantClient,
  { matter, question, provider, kind, dates, sources, differential }: PacketOptions,
  consultation: string | null,
): Promise<PrepareInput> {
  const common = {
    matter,
    question,
    provider,
    kind,
    sources: sources ? [...sources] : null,
    ...(dates ? { dates } : {}),
    ...(differential === undefined ? {} : { differential }),
  }
  if (consultation !== null) return { ...common, consultation }
  const answers = await assistant.answer.list({ matter })
  const answer = answers.find((one) => one.question === question && one.sources.length > 0)
  return { ...common, answerId: answer?.answerId ?? null }
}

/** The newest one on this question that has a blind opinion, of the same provider where there is one; what follows comes only after that. */
async function consultationOn(
  assistant: AssistantClient,
  { matter, question, provider, kind }: PacketOptions,
): Promise<string> {
  const all = await assistant.opinion.list({ matter })
  const blind = all.filter((one) => one.question === question && one.blind !== null)
  const own = blind.find((one) => one.blind?.provider === provider)
  const found = own ?? (kind === 'informed' ? blind[0] : undefined)
  const what = kind === 'informed' ? 'An informed opinion' : 'A bias check'
  if (!found) throw wrongUse(`${what} comes after the blind one. Send the blind packet first.`)
  return found.consultation
}

function changesFor(packet: Packet, options: PacketOptions): readonly PacketChange[] {
  const { mask, keep, maskGroups = [], keepGroups = [], sources, remember = false } = options
  const flagOf = (term: string) => packet.flags.find((flag) => flag.term.toLowerCase() === term.toLowerCase())
  const chosen = packet.candidates.filter((one) => one.chosen).map(({ source }) => source)
  const isOther = sources !== undefined && [...sources].toSorted().join() !== chosen.toSorted().join()
  return [
    ...(isOther ? [{ sources: [...sources] }] : []),
    ...mask.map((term): PacketChange => {
      const flag = flagOf(term)
      if (flag) return { decide: { flag: flag.flag, decision: 'mask', remember } }
      return { mask: { term, type: 'id', remember } }
    }),
    ...keep.map((term): PacketChange => {
      const flag = flagOf(term)
      if (!flag) throw wrongUse(`"${term}" is not among the words to decide.`)
      return { decide: { flag: flag.flag, decision: 'keep', remember } }
    }),
    ...maskGroups.map((kind): PacketChange => ({ decideGroup: { kind, decision: 'mask', remember } })),
    ...keepGroups.map((kind): PacketChange => ({ decideGroup: { kind, decision: 'keep', remember } })),
  ]
}

type SentPacket = Pick<PacketRow, 'consultation' | 'kind'> & {
  /** False where the answer broke off. */
  readonly isWhole: boolean
}

/** Sends the packet with a hash by the yes that the hash is, and waits for the answer. Throws `NO_CONSENT`, `FETCH_FAILED`. */
export async function sendPacket(
  session: Session,
  assistant: AssistantClient,
  options: PacketOptions,
  hash: string,
): Promise<SentPacket> {
  const { output, signal } = session
  const { matter } = options
  const row = await packetToSend(session, assistant, options, hash)
  const events = await assistant.opinion.send({ matter, packetId: row.packetId, hash }, { signal })
  let isWhole = false
  for await (const event of events) {
    if (event.type === 'opinion-start') output.progress(`Sent to ${row.provider}; waiting for its first word …`)
    else if (event.type === 'waiting-to-retry')
      output.note(`${messageText(event.why)} Trying again in ${event.seconds} s, with the same bytes.`)
    else if (event.type === 'opinion-delta') output.progress(`${event.characters} characters came …`)
    else if (event.type === 'opinion-end') isWhole = event.state !== 'failed'
  }
  output.progress(null)
  return { consultation: row.consultation, kind: row.kind, isWhole }
}

/** With a hash that nobody was shown, the newest packet on the question is named: the refusal is then recorded beside it. */
async function packetToSend(
  session: Session,
  assistant: AssistantClient,
  options: PacketOptions,
  hash: string,
): Promise<Pick<PacketRow, 'packetId' | 'consultation' | 'provider' | 'kind'>> {
  const { matter, question, provider } = options
  const rows = (await assistant.packet.list({ matter })).filter(
    (row) => row.question === question && row.provider === provider,
  )
  const withHash = rows.filter((row) => row.hash === hash)
  const open = withHash.find(({ state }) => !['sending', 'sent', 'abandoned'].includes(state))
  return open ?? withHash[0] ?? rows[0] ?? (await preparePacket(session, assistant, options))
}
