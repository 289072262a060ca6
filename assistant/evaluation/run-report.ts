import { formatInterval, formatNumber, formatPercent, formatShareWithInterval } from '../../wording/format-quantity.ts'
import { locale, t, texts } from '../../wording/translate.ts'
import { momentWords } from '../answers/export/how-produced.ts'
import type { ConfidenceMeasures, ReliabilityBin, Share } from '../../contract/answers/confidence.ts'
import type {
  EvaluationRun,
  RunComparison,
  RunRow,
  RunSummary,
  ShownCounts,
} from '../../contract/evaluation/evaluation.ts'
import { runWords } from '../../contract/evaluation/answer-setting-words.ts'

type Reported = {
  readonly title: string
  /** How it was made: model, seed, settings, date. */
  readonly facts: readonly (readonly [name: string, value: string])[]
  readonly summary: RunSummary
  readonly rows: readonly RunRow[]
  readonly comparison: (RunComparison & { readonly with: string }) | null
}

/** A run as one HTML file, plots included: it loads nothing and opens without a network. */
export function runReport({ title, facts, summary, rows, comparison }: Reported): string {
  const { shown, confidence, byType } = summary
  return [
    `<!doctype html><html lang="${locale()}"><head><meta charset="utf-8">`,
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">',
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title>`,
    `<style>${REPORT_STYLE}</style></head><body><main><h1>${escapeHtml(title)}</h1>`,
    `<dl>${facts.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`,
    heading(t('report.ended')),
    intervalBars(endedBars(summary)),
    shown ? heading(t('report.shown.title')) + shownPart(shown) : '',
    byType.length > 1 ? heading(t('report.byType')) + intervalBars(barsOf(byType)) : '',
    heading(t('report.confidence.title')) + confidencePart(confidence),
    comparison ? comparisonPart(comparison) : '',
    heading(t('report.rows.title')) + rowsPart(rows),
    `<p class="small">${escapeHtml(t('report.method'))}</p>`,
    '</main></body></html>',
  ].join('\n')
}

const heading = (text: string) => `<h2>${escapeHtml(text)}</h2>`
const paragraph = (...sentences: readonly string[]) => `<p>${escapeHtml(sentences.join(' '))}</p>`

function endedBars({ right, half, wrong, wrongGreen, refused, rightRefusals, quotes }: RunSummary) {
  const labels = texts('report.bars')
  return [
    { label: labels.right, share: right },
    ...(half ? [{ label: labels.half, share: half }] : []),
    { label: labels.wrong, share: wrong },
    ...(wrongGreen ? [{ label: labels.wrongGreen, share: wrongGreen }] : []),
    { label: labels.refused, share: refused },
    { label: labels.rightRefusals, share: rightRefusals },
    { label: labels.quotes, share: quotes },
  ]
}

function barsOf(byType: RunSummary['byType']) {
  return byType.map(({ type, right }) => ({ label: type.replaceAll('_', ' '), share: right }))
}

function confidencePart(measures: ConfidenceMeasures | null): string {
  if (!measures) return paragraph(t('report.confidence.notMeasured'))
  const { how, answers, right, auroc, aurocInterval, ece, eceInterval, confidentWrong, highBand, bins } = measures
  const made = t(how === 'held-out' ? 'report.confidence.heldOut' : 'report.confidence.crossFit')
  const high =
    highBand.count === 0
      ? t('report.confidence.noneHigh')
      : t('report.confidence.high', {
          high: formatShareWithInterval(highBand),
          wrong: formatShareWithInterval(confidentWrong),
        })
  const area = t('report.confidence.area', {
    auroc: formatNumber(auroc, 2),
    aurocInterval: betweenWords(aurocInterval),
    ece: formatNumber(ece, 2),
    eceInterval: betweenWords(eceInterval),
  })
  const given = t('report.confidence.given', { answers, right })
  return [paragraph(given, made, high), paragraph(area), `<figure>${reliabilityPlot(bins)}</figure>`].join('')
}

const betweenWords = (interval: readonly number[]) => interval.map((one) => formatNumber(one, 2)).join('–')

function shownPart({ green, inPart, notWritten }: ShownCounts): string {
  const shown = texts('report.shown')
  const { right, half, wrong, refused } = texts('report.bars')
  const lines = [
    [shown.green, green],
    [shown.inPart, inPart],
    [shown.notWritten, notWritten],
  ] as const
  const cells = lines.map(([label, counts]) => {
    const numbers = [counts.right, counts.half, counts.wrong, counts.refused]
    const shownCells = numbers.map((count) => `<td>${formatNumber(count)}</td>`).join('')
    return `<tr><th scope="row">${escapeHtml(label)}</th>${shownCells}</tr>`
  })
  return tableOf([shown.as, right, half, wrong, refused], cells)
}

function tableOf(heads: readonly string[], lines: readonly string[]): string {
  const head = heads.map((one) => `<th scope="col">${escapeHtml(one)}</th>`).join('')
  return `<table><thead><tr>${head}</tr></thead><tbody>${lines.join('\n')}</tbody></table>`
}

function comparisonPart(comparison: RunComparison & { readonly with: string }): string {
  const { questions, rightBefore, rightAfter, difference, differenceInterval, p } = comparison
  const { rightToWrong, wrongToRight } = comparison
  const changed = (ids: readonly string[]) => ({
    count: ids.length,
    questions: ids.length === 0 ? t('report.comparison.none') : ids.join(', '),
  })
  const both = t('report.comparison.both', {
    questions,
    before: formatShareWithInterval(rightBefore),
    after: formatShareWithInterval(rightAfter),
  })
  const apart = t('report.comparison.difference', {
    points: formatPercent(difference),
    interval: formatInterval(differenceInterval),
    p: formatNumber(p, 3),
  })
  return [
    heading(t('report.comparison.title', { run: comparison.with })),
    paragraph(both, apart),
    paragraph(t('report.comparison.rightToWrong', changed(rightToWrong))),
    paragraph(t('report.comparison.wrongToRight', changed(wrongToRight))),
  ].join('')
}

function rowsPart(rows: readonly RunRow[]): string {
  const lines = rows.map(({ question, gold, answer, outcome, score, measured }) => {
    const stated = measured?.score ?? score
    const cells = [
      question,
      gold ?? '–',
      answer || '–',
      t(`report.outcomes.${outcome}`),
      stated === null ? '–' : formatPercent(stated),
    ]
    return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`
  })
  const { question, known, answer, ended, confidence } = texts('report.rows')
  return tableOf([question, known, answer, ended, confidence], lines)
}

type Facts = Pick<
  EvaluationRun,
  'setName' | 'model' | 'embedder' | 'settings' | 'begun' | 'startedAt' | 'done' | 'of' | 'drawnFrom'
>

/** How a run was made, for its report. */
export function runFacts(run: Facts): readonly (readonly [string, string])[] {
  const { setName: set, model, embedder, settings, begun, startedAt, done, of, drawnFrom } = run
  const sha256 = model?.sha256.slice(0, 12) ?? ''
  return [
    [t('report.facts.set'), t('report.facts.setWords', { set, done, of })],
    ...(settings.sample === null
      ? []
      : [[t('report.facts.sample'), sampleWords(of, drawnFrom, settings.seed)] as const]),
    [
      t('report.facts.model'),
      model ? t('report.facts.modelWords', { model: model.id, sha256 }) : t('report.facts.none'),
    ],
    [t('report.facts.embedder'), embedder ?? t('report.facts.noEmbedder')],
    [t('report.facts.seed'), String(settings.seed)],
    [t('report.facts.asked'), runWords({ settings: { ...settings, sample: null }, begun })],
    [t('report.facts.begun'), momentWords(startedAt)],
  ]
}

function sampleWords(drawn: number, from: number | undefined, seed: number): string {
  const made = { drawn, seed: String(seed) }
  return from === undefined ? t('report.facts.drawn', made) : t('report.facts.drawnFrom', { ...made, from })
}

/** Plain, for paper and for both themes. */
const REPORT_STYLE = `
:root { color-scheme: light dark; --ink: #1c1f24; --ink-2: #565d68; --line: #d9dde3; --accent: #1d4f8f; --paper: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e8eb; --ink-2: #a7adb7; --line: #3a4049; --accent: #8db8ee; --paper: #16191d; }
}
body { background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; }
dt { color: var(--ink-2); }
dd { margin: 0; }
figure { margin: 1rem 0; max-width: 24rem; }
svg { width: 100%; height: auto; max-width: 48rem; overflow: visible; }
svg text { font: 12px system-ui, sans-serif; fill: var(--ink-2); }
.grid { stroke: var(--line); } .ideal { stroke: var(--ink-2); stroke-dasharray: 3 4; fill: none; }
.line { stroke: var(--accent); fill: none; } .point, .bar { fill: var(--accent); } .bar { opacity: 0.45; }
.interval { stroke: var(--accent); stroke-opacity: 0.4; stroke-width: 5; } .whisker { stroke: var(--ink); stroke-width: 2; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem; border-bottom: 1px solid var(--line); }
.small { color: var(--ink-2); font-size: 12px; }
`

type Bar = { readonly label: string; readonly share: Share }

const [LABEL, WIDTH, ROW] = [300, 320, 24]

/** A bar for each share, with its interval and its count. SVG, with its words. */
function intervalBars(bars: readonly Bar[]): string {
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
function reliabilityPlot(bins: readonly ReliabilityBin[]): string {
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
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
