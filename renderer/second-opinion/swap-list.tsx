import { swapsPseudonyms } from '../../contract/bias-words.ts'
import type { Packet } from '../../contract/packet.ts'
import { formatCount } from '../wording/format-quantity.ts'

/** Of a test packet: which words of sex and origin stand in the place of which, and what was not swapped. */
export function SwapList({ packet }: { readonly packet: Packet }) {
  const { segments, swapped } = packet
  if (!swapped) return null
  const swaps = segments.flatMap((segment) => segment.swaps ?? [])
  const rows = Map.groupBy(swaps, ({ term, written }) => `${term} ${written}`)
  return (
    <section className="mt-4" aria-labelledby="swapped" data-testid="swapped">
      <h2 className="h" id="swapped">
        Swapped for the test
        <span className="muted">
          {swapsPseudonyms(packet) ? 'the sex in each pseudonym, and ' : ''}
          {formatCount(swaps.length, 'word')}; put back in the reply
        </span>
      </h2>
      <ul className="subs">
        {[...rows].map(([key, [first, ...more]]) => (
          <li key={key}>
            <span className="mono">{first?.written}</span>
            <span>
              for <b>{first?.term}</b>, {first?.kind}, {formatCount(more.length + 1, 'time')}
            </span>
          </li>
        ))}
      </ul>
      {swapped.notes.map((note) => (
        <p key={note} className="small soft mt-1">
          {note}
        </p>
      ))}
    </section>
  )
}
