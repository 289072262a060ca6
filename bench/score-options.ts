import { type Ballot, vote } from '../assistant/answers/strategies/answer-by-options.ts'
import { median } from './quantiles.ts'
import { wilson } from './wilson.ts'

export type OptionRow = {
  readonly id: string
  readonly model: string
  readonly gold: string
  readonly written: string
  readonly writtenMs: number
  /** By letter and by text in turns, an order after the other. */
  readonly ballots: readonly Ballot[]
  readonly ballotsMs: number
}

type Ballots = readonly Ballot[]
const isLetter = (_: Ballot, at: number) => at % 2 === 0
const isText = (_: Ballot, at: number) => at % 2 === 1

const VOTING: Readonly<Record<string, (ballots: Ballots) => Ballots>> = {
  'letters, one order': (ballots) => ballots.slice(0, 1),
  'texts, one order': (ballots) => ballots.slice(1, 2),
  'letters and texts, one order': (ballots) => ballots.slice(0, 2),
  'letters, all orders': (ballots) => ballots.filter(isLetter),
  'texts, all orders': (ballots) => ballots.filter(isText),
  'letters and texts, all orders': (ballots) => ballots,
}

/** A line a way: how many are right, with the interval, and how often each option was chosen. Nothing where nothing was asked. */
export function scoreOptions(options: readonly string[], rows: readonly OptionRow[]): readonly object[] {
  if (rows.length === 0) return []
  const voted = Object.entries(VOTING).map(([way, of]) => {
    const choices = rows.map(({ ballots }) => options[vote(options, of(ballots)).choice] ?? '')
    return line(way, choices, rows)
  })
  return [
    ...voted,
    {
      ...line(
        'written under a grammar',
        rows.map((row) => row.written),
        rows,
      ),
      medianMs: median(rows.map((row) => row.writtenMs)),
    },
    line(
      'always the first option',
      rows.map(() => options[0] ?? ''),
      rows,
    ),
    { way: 'against writing', ...discordant(options, rows) },
    { way: 'share of the first option', auroc: aurocOfFirst(options, rows) },
    { way: 'all ballots after it', medianMs: median(rows.map((row) => row.ballotsMs)) },
  ]
}

function line(way: string, choices: readonly string[], rows: readonly OptionRow[]) {
  const right = choices.filter((choice, at) => choice === rows[at]?.gold).length
  const chosen = Object.fromEntries(
    [...new Set(choices)].map((one) => [one, choices.filter((each) => each === one).length]),
  )
  const [low, high] = wilson(right, rows.length)
  return { way, model: rows[0]?.model, right, of: rows.length, interval: [low, high], chosen }
}

/** Questions that one of the two ways has right and the other wrong. */
function discordant(options: readonly string[], rows: readonly OptionRow[]) {
  const pairs = rows.map(({ ballots, written, gold }) => ({
    voted: options[vote(options, ballots).choice] === gold,
    written: written === gold,
  }))
  return {
    onlyVoted: pairs.filter((one) => one.voted && !one.written).length,
    onlyWritten: pairs.filter((one) => one.written && !one.voted).length,
  }
}

/** How often the share of the first option is higher where it is right than where it is not. */
function aurocOfFirst(options: readonly string[], rows: readonly OptionRow[]): number {
  const shares = (isRight: boolean) =>
    rows
      .filter(({ gold }) => (gold === options[0]) === isRight)
      .map(({ ballots }) => vote(options, ballots).probabilities[0] ?? 0)
  const [right, wrong] = [shares(true), shares(false)]
  const won = right.flatMap((one) => wrong.map((other) => (one > other ? 1 : one === other ? 0.5 : 0)))
  return won.reduce((sum: number, one) => sum + one, 0) / won.length
}
