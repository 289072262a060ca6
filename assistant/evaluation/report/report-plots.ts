import { formatPercent, formatShareWithInterval } from '../../../wording/format-quantity.ts'
import { t } from '../../../wording/translate.ts'
import type { ReliabilityBin, Share } from '../../../contract/answers/confidence.ts'

type Bar = { readonly label: string; readonly share: Share }

const [LABEL, WIDTH, ROW] = [300, 320, 24]

/** A bar for each share, with its interval and its count. SVG, with its words. */
export function intervalBars(bars: readonly Bar[]): string {
  const known = bars.filter(({ share }) => share.of > 0)
  const rows = known.map(({ label, share }, index) => {
    const y = index * ROW
    const [low, high] = share.interval ?? [0, 1]
    return (
      `<text x="${LABEL - 8}" y="${y + 15}" text-anchor="end">${escapeHtml(label)}</text>` +
      `<rect class="bar" x="${LABEL}" y="${y + 5}" width="${(WIDTH * share.count) / share.of}" height="12"/>` +
      `<line class="whisker" x1="${LABEL + WIDTH * low}" x2="${LABEL + WIDTH * high}" y1="${y + 11}" y2="${y + 11}"/>` +
      `<text x="${LABEL + WIDTH + 8}" y="${y + 15}">${formatShareWithInterval(share)}</text>`
    )
  })
  const words = known.map(({ label, share }) => `${label}: ${formatShareWithInterval(share)}`).join('; ')
  return `<svg viewBox="0 0 ${LABEL + WIDTH + 250} ${known.length * ROW}" role="img" aria-label="${escapeHtml(words)}">${rows.join('')}</svg>`
}

const [LEFT, TOP, SIDE] = [44, 40, 240]

/** As sure as it is right: one point a bin with its interval; the dotted line is where both agree. SVG, with its words. */
export function reliabilityPlot(bins: readonly ReliabilityBin[]): string {
  const x = (share: number) => LEFT + SIDE * share
  const y = (share: number) => TOP + SIDE * (1 - share)
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (at) =>
      `<line class="grid" x1="${LEFT}" x2="${LEFT + SIDE}" y1="${y(at)}" y2="${y(at)}"/>` +
      `<text x="${LEFT - 6}" y="${y(at) + 4}" text-anchor="end">${formatPercent(at)}</text>` +
      `<text x="${x(at)}" y="${TOP + SIDE + 18}" text-anchor="middle">${formatPercent(at)}</text>`,
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
  const words = bins.map(({ meanScore, right }) =>
    t('report.confidence.point', { stated: formatPercent(meanScore), right: formatShareWithInterval(right) }),
  )
  const label = escapeHtml(t('report.confidence.plot', { points: words.join('; ') }))
  return [
    `<svg viewBox="0 0 ${LEFT + SIDE + 16} ${TOP + SIDE + 40}" role="img" aria-label="${label}">`,
    ...grid,
    `<path class="ideal" d="M${x(0)} ${y(0)} ${x(1)} ${y(1)}"/>`,
    `<polyline class="line" points="${bins.map((bin) => `${x(bin.meanScore)},${y(bin.right.count / bin.right.of)}`).join(' ')}"/>`,
    ...points,
    `<text x="${LEFT + SIDE / 2}" y="${TOP + SIDE + 36}" text-anchor="middle">${escapeHtml(t('report.confidence.stated'))}</text>`,
    `<text x="0" y="8">${escapeHtml(t('report.confidence.axis'))}</text></svg>`,
  ].join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it stands between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
