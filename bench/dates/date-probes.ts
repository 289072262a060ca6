import { PROBE_LANGUAGES, type ProbeLanguage, type WrittenDates, YEARS_IN_WORDS } from './written-dates.ts'

export type ProbeDay = { readonly year: number; readonly month: number; readonly day: number }

/** A sentence with one date; `value` is 1962-01-03, 1962-01 without a day and --01-03 without a year. */
export type DateProbe = {
  readonly language: string
  readonly form: string
  readonly text: string
  /** The date as it stands in the sentence. */
  readonly written: string
  readonly value: string
}

/** Every way in which each of the eight languages writes a day, in a sentence of its own. */
export function dateProbes(day: ProbeDay): readonly DateProbe[] {
  return Object.entries(PROBE_LANGUAGES).flatMap(([language, one]) =>
    formsOf(day, one).map(({ form, written, value }) => ({
      language,
      form,
      written,
      value: value ?? isoDay(day),
      text: one.sentence(written),
    })),
  )
}

type Form = { readonly form: string; readonly written: string; readonly value?: string }

function formsOf(at: ProbeDay, one: ProbeLanguage): readonly Form[] {
  const { year, month, day } = at
  const name = one.months[month - 1] ?? ''
  const short = one.short[month - 1] ?? ''
  const [dd, mm] = [pad(day), pad(month)]
  const written: WrittenDates = { day, name, short, year, month, word: one.days[day - 1] ?? '' }
  const yearWords = one.yearWords?.[YEARS_IN_WORDS.indexOf(year)]
  const monthOnly = `${year}-${mm}`
  return [
    { form: 'ISO', written: `${year}-${mm}-${dd}` },
    { form: 'points', written: `${dd}.${mm}.${year}` },
    { form: 'short points', written: `${day}.${month}.${year}` },
    ...(day > 12 ? [{ form: 'strokes', written: `${dd}/${mm}/${year}` }] : []),
    ...(day > 12 ? [{ form: 'hyphens', written: `${dd}-${mm}-${year}` }] : []),
    ...one.withName(written).map((text, index) => ({ form: `name ${index + 1}`, written: text })),
    ...one.inWords(written).map((text, index) => ({ form: `day in words ${index + 1}`, written: text })),
    ...(yearWords === undefined
      ? []
      : one
          .yearInWords(written, yearWords)
          .map((text, index) => ({ form: `all in words ${index + 1}`, written: text }))),
    { form: 'month and year', written: one.monthAndYear(written), value: monthOnly },
    { form: 'no year', written: one.withoutYear(written), value: `--${mm}-${dd}` },
  ]
}

function isoDay({ year, month, day }: ProbeDay): string {
  return `${year}-${pad(month)}-${pad(day)}`
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
