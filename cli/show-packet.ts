import { swapsPseudonyms } from '../contract/bias-words.ts'
import type { Packet } from '../contract/packet.ts'
import type { Provider } from '../contract/provider.ts'
import { counted } from './counted.ts'
import type { Output } from './output.ts'

/** Prints what would leave, to its last byte, with what must be known to agree to it. */
export function showPacket(packet: Packet, provider: Provider | null, output: Output): void {
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
      ...packet.terms.map(({ term, pseudonym, by }) =>
        output.style('dim', `  ${pseudonym}  ${oneLine(term)}  (${by})`),
      ),
      ...swapLines(packet),
      ...packet.cautions.map((caution) => output.style('yellow', caution)),
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
  return `${counted(total, 'thing')} replaced by these rules${by}. Identifiers may remain: read it.`
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

const KIND_OPTIONS = { blind: '', informed: ' --informed', counterfactual: ' --swap' } as const

function flagLines({ flags, openFlags, hash, kind }: Packet): readonly string[] {
  const open = flags.filter(({ decision }) => decision === 'open')
  if (openFlags === 0)
    return [
      '',
      `Hash: ${hash}`,
      `To send exactly this: the same command, without what shaped the packet (--mask, --keep, --dates, --sources, --differential, --informed, --swap, --look-again), with --consent ${hash}`,
    ]
  return [
    '',
    `${counted(openFlags, 'word')} to decide, each with --mask or --keep, before it can be sent:`,
    ...open.map(({ term, why }) => `  ${oneLine(term)}: ${why}`),
    `For example: --dry-run${KIND_OPTIONS[kind]} --mask "${open[0]?.term ?? ''}"`,
    `Hash: ${hash}`,
  ]
}
