import type { RunRow } from '../../contract/evaluation.ts'
import { formatPercent } from '../wording/format-share.ts'
import { keptCurve, type KeptPoint } from './kept-curve.ts'
import { PlotFrame } from './plot-frame.tsx'
import { plotX, plotY } from './plot-scale.ts'

/** Where the curve is read out in words. */
const READ_AT = 0.2

/** What handing over the least sure answers buys: how many of those that are left are right. */
export function KeptChart({ rows }: { readonly rows: readonly RunRow[] }) {
  const points = keptCurve(rows)
  const [first] = points
  if (!first) return null
  const read = points.find(({ handedOver }) => handedOver >= READ_AT) ?? first
  const words = keptWords(first, read)
  return (
    <>
      <PlotFrame label={words} x="least sure answers handed over, %" y="right of the rest, %">
        <path className="ideal" d={`M${plotX(0)} ${plotY(first.right)} ${plotX(1)} ${plotY(first.right)}`} />
        <polyline
          className="a"
          points={points.map((one) => `${plotX(one.handedOver)},${plotY(one.right)}`).join(' ')}
        />
        <circle className="a-fill" cx={plotX(read.handedOver)} cy={plotY(read.right)} r={4.5} />
      </PlotFrame>
      <p className="small soft mt-3">{words}</p>
    </>
  )
}

function keptWords(first: KeptPoint, read: KeptPoint): string {
  const all = `Of all ${first.kept} answers ${formatPercent(first.right)} % are right.`
  if (read === first) return all
  return `${all} Without the least sure ${formatPercent(read.handedOver)} %, ${formatPercent(read.right)} % of the ${read.kept} that are left.`
}
