import type { Share } from '../../../contract/answers/confidence.ts'
import { escapeHtml } from './escape-html.ts'
import { shareWords } from './share-words.ts'

export type Bar = { readonly label: string; readonly share: Share }

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
      `<text x="${LABEL + WIDTH + 8}" y="${y + 15}">${shareWords(share)}</text>`
    )
  })
  const words = known.map(({ label, share }) => `${label}: ${shareWords(share)}`).join('; ')
  return `<svg viewBox="0 0 ${LABEL + WIDTH + 250} ${known.length * ROW}" role="img" aria-label="${escapeHtml(words)}">${rows.join('')}</svg>`
}
