import type { Share } from '../../contract/confidence.ts'
import { formatShareWithInterval } from '../wording/format-share.ts'

/** A share on a line from 0 to 100 %, with its interval. */
export function IntervalMark({ share }: { readonly share: Share }) {
  if (share.of === 0) return null
  const [low, high] = share.interval ?? [0, 1]
  const at = (value: number) => 160 * value
  return (
    <svg className="plot interval-mark" viewBox="0 0 160 14" role="img" aria-label={formatShareWithInterval(share)}>
      <line className="grid" x1={0} x2={160} y1={7} y2={7} />
      <rect className="spread" x={at(low)} y={4} width={at(high) - at(low)} height={6} />
      <rect className="mark" x={at(share.count / share.of) - 1.5} y={1} width={3} height={12} />
    </svg>
  )
}
