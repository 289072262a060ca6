import { bootstrapInterval, mean } from '../assistant/statistics/estimates.ts'
import { rounded } from './rounded.ts'
import { wilson } from './wilson.ts'

/** Of one question: at which rank the first hit stood, as search ranks and as it is read; null: nowhere. */
export type RerankedRow = {
  readonly set: string
  readonly before: number | null
  readonly after: number | null
  readonly pairs: number
  /** Of one core, for all pairs. */
  readonly seconds: number
}

/** How often the first passage is a hit before and after, what lies between with its interval, and what it costs. */
export function scoreCrossEncoder(set: string, rows: readonly RerankedRow[]) {
  const right = (of: 'before' | 'after') => rows.filter((row) => row[of] === 1).length
  const mrr = (of: 'before' | 'after') => rounded(mean(rows.map((row) => 1 / (row[of] ?? Infinity))))
  const gain = (drawn: readonly RerankedRow[]) =>
    mean(drawn.map(({ before, after }) => Number(after === 1) - Number(before === 1)))
  const [gainFrom, gainTo] = rows.length === 0 ? [-1, 1] : bootstrapInterval(rows, gain).map(rounded)
  const seconds = rows.reduce((sum, row) => sum + row.seconds, 0)
  return {
    set,
    questions: rows.length,
    hit1Before: rounded(right('before') / rows.length),
    hit1: rounded(right('after') / rows.length),
    hit1Interval: wilson(right('after'), rows.length),
    gain: rounded(gain(rows)),
    gainFrom,
    gainTo,
    mrrBefore: mrr('before'),
    mrr: mrr('after'),
    msAPair: Math.round((1000 * seconds) / rows.reduce((sum, { pairs }) => sum + pairs, 0)),
    secondsAQuestion: rounded(seconds / rows.length),
  }
}
