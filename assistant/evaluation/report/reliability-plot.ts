import type { ReliabilityBin } from '../../../contract/answers/confidence.ts'
import { percent, shareWords } from './share-words.ts'

const [LEFT, TOP, SIDE] = [44, 40, 240]

/** As sure as it is right: one point a bin with its interval; the dotted line is where both agree. SVG, with its words. */
export function reliabilityPlot(bins: readonly ReliabilityBin[]): string {
  const x = (share: number) => LEFT + SIDE * share
  const y = (share: number) => TOP + SIDE * (1 - share)
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (at) =>
      `<line class="grid" x1="${LEFT}" x2="${LEFT + SIDE}" y1="${y(at)}" y2="${y(at)}"/>` +
      `<text x="${LEFT - 6}" y="${y(at) + 4}" text-anchor="end">${percent(at)}</text>` +
      `<text x="${x(at)}" y="${TOP + SIDE + 18}" text-anchor="middle">${percent(at)}</text>`,
  )
  const points = bins.map(({ meanScore, right }) => {
    const [low, high] = right.interval ?? [0, 1]
    const share = right.count / right.of
    return (
      `<line class="interval" x1="${x(meanScore)}" x2="${x(meanScore)}" y1="${y(low)}" y2="${y(high)}"/>` +
      `<circle class="point" cx="${x(meanScore)}" cy="${y(share)}" r="4"/>` +
      `<text x="${x(meanScore)}" y="${TOP - 8}" text-anchor="middle">${right.of}</text>`
    )
  })
  const words = bins.map(({ meanScore, right }) => `stated ${percent(meanScore)} %: right ${shareWords(right)}`)
  return [
    `<svg viewBox="0 0 ${LEFT + SIDE + 16} ${TOP + SIDE + 40}" role="img" aria-label="Reliability: ${words.join('; ')}">`,
    ...grid,
    `<path class="ideal" d="M${x(0)} ${y(0)} ${x(1)} ${y(1)}"/>`,
    `<polyline class="line" points="${bins.map((bin) => `${x(bin.meanScore)},${y(bin.right.count / bin.right.of)}`).join(' ')}"/>`,
    ...points,
    `<text x="${LEFT + SIDE / 2}" y="${TOP + SIDE + 36}" text-anchor="middle">stated confidence, %</text>`,
    `<text x="0" y="8">right, %; above, how many answers</text></svg>`,
  ].join('')
}
