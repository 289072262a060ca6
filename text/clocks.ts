import { type Moment, overlaps } from './spans.ts'

const HALF = String.raw`\s?([ap])\.?\s?m(?!\p{L})`
const HOUR = String.raw`([01]?\d|2[0-3])`
/**
 * "14:30", "2 pm", "1430 hrs", "14.30 Uhr", "14 Uhr 30", "14h30", "ore 14.30", "o godz. 14.30". "14 h" alone is left out: it is how long
 * something lasts more often.
 */
const CLOCKS: readonly RegExp[] = [
  new RegExp(`(?<![\\d:.,])${HOUR}:([0-5]\\d)(?![\\d:])(?:${HALF})?`, 'giu'),
  new RegExp(`(?<![\\d:.,])(0?\\d|1[0-2])(?:\\.([0-5]\\d))?${HALF}`, 'giu'),
  /(?<![\d:.,])([01]\d|2[0-3])([0-5]\d)\s?(?:hrs|hours|h)(?!\p{L})/giu,
  new RegExp(`(?<![\\d:.,])${HOUR}[.:h]([0-5]\\d)\\s?(?:uhr|uur|hrs|h)(?!\\p{L})`, 'giu'),
  new RegExp(`(?<![\\d:.,])${HOUR}\\s?(?:[Uu]hr|UHR|uur)(?:\\s([0-5]\\d)(?![\\d.,]|\\s?\\p{Lu}))?(?!\\p{L})`, 'gu'),
  new RegExp(`(?<![\\d:.,\\p{L}])${HOUR}\\s?h\\s?([0-5]\\d)(?![\\d\\p{L}])`, 'giu'),
  new RegExp(
    `(?<=(?<!\\p{L})(?:ore|alle|dalle|godz\\.|godzinie|um|om|às|a las|à)\\s)${HOUR}[.h]([0-5]\\d)(?![\\d\\p{L}]|[.,]\\d)`,
    'giu',
  ),
]
const HALF_DAY = 12

/** Times of the day as minutes; one that may be in either half of the day is both. */
export function clocksIn(text: string): readonly Moment[] {
  const all = CLOCKS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: whole, 1: hour = '', 2: minute = '0', 3: half, index }) => ({
      values: hoursMeant(hour, half?.toLowerCase()).map((one) => String(one * 60 + Number(minute))),
      start: index,
      end: index + whole.length,
    })),
  )
  return all.filter((one, at) => !all.slice(0, at).some((earlier) => overlaps(earlier, one)))
}

function hoursMeant(hour: string, half: string | undefined): readonly number[] {
  const written = Number(hour)
  if (half !== undefined) return [(written % HALF_DAY) + (half === 'p' ? HALF_DAY : 0)]
  return written >= 1 && written <= HALF_DAY && !hour.startsWith('0')
    ? [written % HALF_DAY, (written % HALF_DAY) + HALF_DAY]
    : [written]
}
