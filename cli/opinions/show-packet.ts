import { formatCount } from '../../wording/format-quantity.ts'
import { swapsPseudonyms } from '../../contract/opinions/bias-check.ts'
import {
  flagGroups,
  flagGroupHint,
  flagGroupTitle,
  replacedGroups,
  replacedGroupTitle,
} from '../../contract/opinions/packet-groups.ts'
import type { AssistantClient } from '../../contract/index.ts'
import type { Packet } from '../../contract/opinions/packet.ts'
import type { Provider } from '../../contract/opinions/provider.ts'
import { type PacketOptions, preparePacket } from './send-packet.ts'
import { lookAgain } from './look-again.ts'
import { type Output } from '../output.ts'
import type { Session } from '../session.ts'
import { messageText } from '../../wording/message-text.ts'

type Showing = PacketOptions & {
  /** Whether the local model reads it too. */
  readonly lookAgain: boolean
}

/** Prepares a packet, or makes its draft anew, and prints what would leave with its hash. Sends nothing. */
export async function showPrepared(session: Session, assistant: AssistantClient, options: Showing): Promise<void> {
  const prepared = await preparePacket(session, assistant, options)
  const packet = options.lookAgain ? await lookAgain(session, assistant, options.matter, prepared) : prepared
  const provider = (await assistant.provider.list()).find((one) => one.provider === packet.provider)
  showPacket(packet, provider ?? null, session.output)
}

/** Prints what would leave, to its last byte, with what must be known to agree to it. */
function showPacket(packet: Packet, provider: Provider | null, output: Output): void {
  const { hash, text, kind, characters } = packet
  if (output.json) return output.result({ packet, hash }, null)
  const rule = output.style('dim', '─'.repeat(72))
  output.text(
    [
      output.style(
        'bold',
        `Nothing has been sent. This is what would leave (${kind === 'counterfactual' ? 'bias check' : kind}, ${characters} characters):`,
      ),
      rule,
      text,
      rule,
      output.style('dim', `Around it: ${around(packet)}`),
      destination(packet, provider),
      maskedText(packet),
      ...replacedLines(packet, output),
      ...swapLines(packet),
      ...packet.cautions.map((caution) => output.style('yellow', messageText(caution))),
      ...flagLines(packet),
    ].join('\n'),
  )
}

/** The other bytes of the request, for the message itself stands above. */
function around({ body, text }: Packet): string {
  return body.replace(JSON.stringify(text), '⟨the text above⟩')
}

function destination({ provider, model, address }: Packet, found: Provider | null): string {
  const account = found?.account ? `, account ${found.account}` : ''
  const keeps = found?.retention ? `\n  what it says about keeping: ${found.retention}` : ''
  return `To: ${provider}, model ${model}${account}, ${address}${keeps}`
}

function maskedText({ masked }: Packet): string {
  const counts = Object.entries(masked).map(([type, count]) => `${type} ${count}`)
  const total = Object.values(masked).reduce((sum, count) => sum + count, 0)
  const by = counts.length === 0 ? '' : ` (${counts.join(', ')})`
  return `${formatCount(total, 'thing')} replaced by these rules${by}. Identifiers may remain: read it.`
}

/** Of a bias check: what stands in the place of what. */
function swapLines(packet: Packet): readonly string[] {
  const { segments, swapped } = packet
  if (!swapped) return []
  const swaps = Map.groupBy(
    segments.flatMap((segment) => segment.swaps ?? []),
    ({ term, written }) => `${term} → ${written}`,
  )
  const rows = [...swaps].map(([words, all]) => `${words}${all.length > 1 ? ` (${all.length} times)` : ''}`)
  const sex = swapsPseudonyms(packet) ? 'the sex in each pseudonym' : ''
  return [`Swapped for the test: ${[sex, ...rows].filter(Boolean).join(', ')}.`]
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}

/** In groups, guesses first. */
function replacedLines({ terms }: Packet, output: Output): readonly string[] {
  return replacedGroups(terms).flatMap((group) => [
    `  ${replacedGroupTitle(group)}${group.isUnusual ? ', with guesses: check these first' : ''}`,
    ...group.terms.map(({ term, pseudonym, by }) => output.style('dim', `    ${pseudonym}  ${oneLine(term)}  (${by})`)),
  ])
}

const KIND_OPTIONS = { blind: '', informed: ' --informed', counterfactual: ' --swap' } as const

function flagLines({ flags, openFlags, hash, kind }: Packet): readonly string[] {
  const open = flags.filter(({ decision }) => decision === 'open')
  const remembered = flags.filter(({ isRemembered }) => isRemembered).map(({ term }) => oneLine(term))
  const earlier =
    remembered.length === 0 ? [] : ['', `Kept by earlier decisions in this matter: ${remembered.join(', ')}`]
  if (openFlags === 0)
    return [
      ...earlier,
      '',
      `Hash: ${hash}`,
      `To send exactly this: the same command, without what shaped the packet (--mask, --keep, --mask-group, --keep-group, --remember, --dates, --sources, --differential, --informed, --swap, --look-again), with --consent ${hash}`,
    ]
  const groups = flagGroups(open)
  const last = groups.at(-1)?.kind ?? 'unit'
  return [
    ...earlier,
    '',
    `${formatCount(openFlags, 'word')} to decide before it can be sent, each with --mask or --keep, or a group with --mask-group or --keep-group:`,
    ...groups.flatMap((group) => [
      `  ${group.kind}: ${flagGroupTitle(group.kind, group.flags.length)}. ${flagGroupHint(group.kind)}`,
      `    ${group.flags.map(({ term, count }) => `${oneLine(term)}${count > 1 ? ` (${count}×)` : ''}`).join(', ')}`,
    ]),
    `For example: --dry-run${KIND_OPTIONS[kind]} --mask "${oneLine(groups[0]?.flags[0]?.term ?? '')}" --keep-group ${last} --remember`,
    `Hash: ${hash}`,
  ]
}
