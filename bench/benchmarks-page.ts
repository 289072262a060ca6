import type { Bar } from './bars.ts'
import type { Measurement } from './measurement.ts'
import { missedBars } from './missed-bars.ts'
import type { RecordedRun, RecordedRuns } from './recorded-runs.ts'

const HEAD = `# Benchmarks

Written by \`npm run bench -- --record NAME\`, which runs a bench and keeps what it measured; nothing here is typed by hand. What a figure
means and which data it is of: [Measuring](measuring.md). Intervals are of 95 %.
`

/** `docs/benchmarks.md`: what the benches last measured, held against their bars; those that were not run are named, and have no figure. */
export function benchmarksPage(names: readonly string[], bars: readonly Bar[], runs: RecordedRuns): string {
  const recorded = names.flatMap((name) => (runs[name] ? [{ name, run: runs[name] }] : []))
  const absent = names.filter((name) => !runs[name])
  return (
    [
      HEAD,
      '## Bars',
      table(
        ['bench', 'of', 'figure', 'bar', 'measured', 'n', 'interval', 'reached', 'date'],
        bars.map((bar) => barRow(bar, runs[bar.bench])),
      ),
      ...(absent.length === 0
        ? []
        : [
            '## Not run on this machine',
            `No figure of these is recorded: ${absent.map((name) => `\`${name}\``).join(', ')}.`,
          ]),
      ...recorded.flatMap(({ name, run }) => sectionOf(name, run)),
    ]
      .join('\n\n')
      .replace(/\n{3,}/g, '\n\n') + '\n'
  )
}

function barRow(bar: Bar, run: RecordedRun | undefined): readonly string[] {
  const limit = [bar.atMost === undefined ? '' : `≤ ${bar.atMost}`, bar.atLeast === undefined ? '' : `≥ ${bar.atLeast}`]
  const what = Object.entries(bar.of).map(([key, value]) => `${key} ${value}`)
  const first = [`\`${bar.bench}\``, what.join(', '), bar.figure, limit.filter((one) => one !== '').join(', ')]
  if (!run) return [...first, 'not run', '', '', '', '']
  const meant = run.measurements.filter((one) => Object.entries(bar.of).every(([key, value]) => one[key] === value))
  const all = (figure: (one: Measurement) => unknown) => {
    const figures = meant.map((one) => shown(figure(one)))
    return figures.every((one) => one === '') ? '' : figures.join('; ')
  }
  const isReached = missedBars(bar.bench, run.measurements, [bar]).length === 0
  return [
    ...first,
    all((one) => one[bar.figure]) || 'nothing',
    all(({ n, of }) => n ?? of),
    all(({ interval }) => interval),
    isReached ? 'yes' : '**no**',
    run.date,
  ]
}

function sectionOf(name: string, run: RecordedRun): readonly string[] {
  const { date, machine, load, model, measurements } = run
  const facts = [
    ['date', date],
    ['command', `\`npm run bench -- ${name}\``],
    ['machine', `${machine}; ${load} programs at work before it began`],
    ['model', model ?? 'none'],
  ]
  const groups = Map.groupBy(measurements, (one) => figuresOf(one).join())
  const tables = [...groups.values()].map((group) => {
    const keys = figuresOf(group[0] ?? { bench: name })
    return table(
      keys,
      group.map((one) => keys.map((key) => shown(one[key]))),
    )
  })
  return [`## ${name}`, table(['', ''], facts), ...tables]
}

function figuresOf(measurement: Measurement): readonly string[] {
  return Object.keys(measurement).filter((key) => key !== 'bench')
}

const LONGEST_TEXT = 60

function shown(value: unknown): string {
  if (typeof value === 'number') return String(Math.round(value * 1000) / 1000)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value
  if (Array.isArray(value)) return isInterval(value) ? value.map(shown).join(' to ') : value.map(shown).join(', ')
  if (value === null || value === undefined) return ''
  return Object.entries(value)
    .map(([key, part]) => `${key} ${shown(part)}`)
    .join(', ')
}

function isInterval(value: readonly unknown[]): boolean {
  return value.length === 2 && value.every((one) => typeof one === 'number')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
