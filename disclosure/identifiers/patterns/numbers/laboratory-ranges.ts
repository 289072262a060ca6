import type { Span } from '../../../../text/spans.ts'

const RANGE =
  /(?<![\p{L}\p{N}.,/-]|[+(])(?:\d{1,3}(?:[. ]\d{3}){1,2}|\d{2,6})\s?[-–/]\s?(?:\d{1,3}(?:[. ]\d{3}){1,2}|\d{3,6})(?![\p{L}\p{N}/-]|[.,]\p{N})/gu
const PARTS = /^([\d. ]+?)\s?[-–/]\s?([\d. ]+)$/u
/** What a number of three figures, and a longer one, is a multiple of. */
const ROUND = { short: 50, long: 100 }

/** "150000-400000", "4.000-10.000", "1200/1500": from a round number to a greater one, as laboratories and balances have them. */
export function isRoundRange(found: string): boolean {
  const [, low, high] = PARTS.exec(found) ?? []
  if (low === undefined || high === undefined || low.startsWith('0')) return false
  const [from, to] = [low, high].map((part) => Number(part.replace(/\D/gu, '')))
  return from !== undefined && to !== undefined && from < to && isRound(from) && isRound(to)
}

function isRound(value: number): boolean {
  return value % (value < 1000 ? ROUND.short : ROUND.long) === 0
}

export function findRoundRanges(text: string): readonly Span[] {
  return [...text.matchAll(RANGE)]
    .filter(({ 0: found }) => isRoundRange(found))
    .map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
}
