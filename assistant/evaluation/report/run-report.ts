import { formatInterval, formatPercent, formatShareWithInterval } from '../../../wording/format-quantity.ts'
import type { ConfidenceMeasures } from '../../../contract/answers/confidence.ts'
import type {
  EvaluationRun,
  Outcome,
  RunComparison,
  RunRow,
  RunSummary,
  ShownCounts,
} from '../../../contract/evaluation/evaluation.ts'
import { runWords } from '../../../contract/evaluation/answer-setting-words.ts'
import { escapeHtml, intervalBars, reliabilityPlot } from './report-plots.ts'

type Reported = {
  readonly title: string
  /** How it was made: model, seed, settings, date. */
  readonly facts: readonly (readonly [name: string, value: string])[]
  readonly summary: RunSummary
  readonly rows: readonly RunRow[]
  readonly comparison: (RunComparison & { readonly with: string }) | null
}

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  right: 'right',
  half: 'half right',
  wrong: 'wrong',
  'right-refusal': 'rightly refused',
  'wrong-refusal': 'wrongly refused',
  'should-refuse': 'should have refused',
  unjudged: 'not judged',
}

/** A run as one HTML file, plots included: it loads nothing and opens without a network. */
export function runReport({ title, facts, summary, rows, comparison }: Reported): string {
  const { right, half, wrong, wrongGreen, shown, refused, rightRefusals, quotes, confidence, byType } = summary
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">',
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title>`,
    `<style>${REPORT_STYLE}</style></head><body><main><h1>${escapeHtml(title)}</h1>`,
    `<dl>${facts.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`,
    '<h2>How the questions ended</h2>',
    intervalBars([
      { label: 'Right', share: right },
      ...(half ? [{ label: 'Half right', share: half }] : []),
      { label: 'Wrong', share: wrong },
      ...(wrongGreen ? [{ label: 'Shown as answered and not right', share: wrongGreen }] : []),
      { label: 'Refused, though answerable', share: refused },
      { label: 'Refused rightly', share: rightRefusals },
      { label: 'Quotes at their place', share: quotes },
    ]),
    shown ? `<h2>What the reader was shown</h2>${shownPart(shown)}` : '',
    byType.length > 1 ? `<h2>Right, by kind of question</h2>${intervalBars(barsOf(byType))}` : '',
    `<h2>Confidence</h2>${confidencePart(confidence)}`,
    comparison ? comparisonPart(comparison) : '',
    `<h2>Every question</h2>${rowsPart(rows)}`,
    '<p class="small">Intervals are of 95 %: Wilson’s for shares, by bootstrap for areas, calibration error (which drawing again only makes larger, so that its interval may lie above it) and differences. Answers are scored by code against the known ones, as a careful reader would: a comparison by its conclusion, a count by its number, each party by what is said of it, all else by the share of its facts and items (right from 80 %, half from 40 %). What contradicts the known answer or itself is wrong. A half answer that was shown as a whole one counts as wrong.</p>',
    '</main></body></html>',
  ].join('\n')
}

function barsOf(byType: RunSummary['byType']) {
  return byType.map(({ type, right }) => ({ label: type.replaceAll('_', ' '), share: right }))
}

function confidencePart(measures: ConfidenceMeasures | null): string {
  if (!measures) return '<p>Not measured: it takes at least 20 answers, of them 5 right and 5 wrong ones.</p>'
  const { how, answers, right, auroc, aurocInterval, ece, eceInterval, confidentWrong, highBand, bins } = measures
  const made =
    how === 'held-out'
      ? 'The model was calibrated on other questions.'
      : 'Each answer is scored by a fit that did not see it; the method and the bands were chosen on these same answers.'
  const high =
    highBand.count === 0
      ? 'No answer is in the band “high”: with this model it was not reached.'
      : `In the band “high”: ${formatShareWithInterval(highBand)}. Confident and wrong: ${formatShareWithInterval(confidentWrong)}.`
  return [
    `<p>${answers} answers were given, ${right} of them right. ${made} ${high}</p>`,
    `<p>Area under the curve ${auroc.toFixed(2)}, interval ${aurocInterval.map((one) => one.toFixed(2)).join('–')}. `,
    `Calibration error ${ece.toFixed(2)}, interval ${eceInterval.map((one) => one.toFixed(2)).join('–')}.</p>`,
    `<figure>${reliabilityPlot(bins)}</figure>`,
  ].join('')
}

function shownPart({ green, inPart, notWritten }: ShownCounts): string {
  const lines = [
    ['Answered', green],
    ['Answered in part, or not confirmed', inPart],
    ['No answer written', notWritten],
  ] as const
  const cells = lines.map(
    ([label, { right, half, wrong, refused }]) =>
      `<tr><th scope="row">${label}</th>${[right, half, wrong, refused].map((count) => `<td>${count}</td>`).join('')}</tr>`,
  )
  const heads = ['Shown as', 'Right', 'Half right', 'Wrong', 'Refused, though answerable']
  return `<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${cells.join('')}</tbody></table>`
}

function comparisonPart(comparison: RunComparison & { readonly with: string }): string {
  const { questions, rightBefore, rightAfter, difference, differenceInterval, p } = comparison
  const changed = (ids: readonly string[]) => (ids.length === 0 ? 'none' : ids.map(escapeHtml).join(', '))
  return [
    `<h2>Against ${escapeHtml(comparison.with)}</h2>`,
    `<p>On ${questions} questions of both: ${formatShareWithInterval(rightBefore)} there, ${formatShareWithInterval(rightAfter)} here. `,
    `The difference is ${formatPercent(difference)} points, interval ${formatInterval(differenceInterval)}; McNemar p = ${p.toFixed(3)}.</p>`,
    `<p>Right there and wrong here (${comparison.rightToWrong.length}): ${changed(comparison.rightToWrong)}.</p>`,
    `<p>Wrong there and right here (${comparison.wrongToRight.length}): ${changed(comparison.wrongToRight)}.</p>`,
  ].join('')
}

function rowsPart(rows: readonly RunRow[]): string {
  const lines = rows.map(({ question, gold, answer, outcome, score, measured }) => {
    const stated = measured?.score ?? score
    const cells = [
      question,
      gold ?? '–',
      answer || '–',
      OUTCOMES[outcome],
      stated === null ? '–' : formatPercent(stated),
    ]
    return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`
  })
  const heads = ['Question', 'Known answer', 'Answer', 'Ended', 'Confidence, %']
  return `<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${lines.join('\n')}</tbody></table>`
}

type Facts = Pick<
  EvaluationRun,
  'setName' | 'model' | 'embedder' | 'settings' | 'begun' | 'startedAt' | 'done' | 'of' | 'drawnFrom'
>

/** How a run was made, for its report. */
export function runFacts({
  setName,
  model,
  embedder,
  settings,
  begun,
  startedAt,
  done,
  of,
  drawnFrom,
}: Facts): readonly (readonly [string, string])[] {
  return [
    ['Set', `${setName}, ${done} of ${of} questions answered`],
    ...(settings.sample === null ? [] : [['Sample', sampleWords(of, drawnFrom, settings.seed)] as const]),
    ['Model', model ? `${model.id}, ${model.sha256.slice(0, 12)}` : 'none'],
    ['Embedder', embedder ?? 'none, search by words alone'],
    ['Seed', String(settings.seed)],
    ['Asked', runWords({ settings: { ...settings, sample: null }, begun })],
    ['Begun', startedAt],
  ]
}

function sampleWords(drawn: number, from: number | undefined, seed: number): string {
  return `${drawn} drawn${from === undefined ? '' : ` of ${from}`}, seed ${seed}`
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
