import { currencyRows } from './money.ts'

/** What stands behind a number: what it measures, how many of the base unit one of it is, and, for a rate, the time that it goes by. */
export type UnitBehind = {
  /** With what it is spread over, such as mass/volume; `count` where only a time stands there ("72 per minute"). */
  readonly dimension: string
  readonly times: number
  readonly per: Per | null
  /** Characters of the text up to its end. */
  readonly length: number
}
/** The dimension of time, and how many of its base unit. */
export type Per = { readonly dimension: string; readonly times: number }
type Unit = Per

/**
 * By dimension: what one is of the base unit, and its spellings in the eight languages, in lower case. A month has no certain number of
 * days, and a pound may be money or a weight. Singulars that are other words in another language are left out ("an", "Tag", "metro",
 * "secondo"); of one such thing the number is still compared.
 */
const ROWS: Readonly<Record<string, string>> = {
  mass: '1e-6 µg ug mcg microgram microgramme mikrogramm microgrammo mikrogram; 1e-3 mg milligram milligramme milligramm miligramo milligrammo miligrama miligram; 1 g gram gramme gramm gramo grammo grama gramów; 1e3 kg kilogram kilo kilogramm kilogramo chilo quilo kilogramów; 1e6 tonne tonnen tonnes tonelada',
  weight: '1 lb',
  volume:
    '1e-6 µl ul microlitre microliter; 1e-3 ml cc millilitre milliliter mililitro millilitro mililitrów; 1e-1 dl; 1 l litre liter litro litri litrów',
  length:
    '1e-6 µm; 1e-3 mm millimetre millimeter millimètre milímetro millimetri milimetrów; 1e-2 cm centimetre centimeter zentimeter centimètre centímetro centimetri centymetrów; 1 m metre meter mètre metros metri metrów; 1e3 km kilometre kilometer kilomètre kilómetro chilometri quilómetro quilômetro kilometrów',
  imperial: '1 inch inches; 12 ft foot feet; 36 yard; 63360 mile',
  area: '1e-4 cm² cm2; 1 m² m2 sqm sq_m square_metre square_meter; 1e4 hectare; 1e6 km²',
  'imperial area': '1 ft² ft2 sq_ft sqft square_foot square_feet; 43560 acre',
  amount: '1e-9 nmol; 1e-6 µmol umol micromol; 1e-3 mmol millimol; 1 mol; 1e-12 pmol',
  equivalents: '1 meq',
  activity:
    '1e-3 miu mu; 1 iu u unit international_unit ie ui einheiten unités unidades unità unidade eenheden jednostek',
  mercury: '1 mmhg mm_hg',
  pascal: '1 kpa',
  celsius: '1 °c ℃',
  fahrenheit: '1 °f ℉',
  share: '1e-2 % percent per_cent pct prozent pour_cent por_ciento per_cento por_cento procent; 1e-3 ‰',
  time: '1e-3 ms millisecond; 1 second sec sekunde sekunden seconde seconden segundos secondi sekund sekundy; 60 minute min minuten minuto minuti minuut minut minuty; 3600 hour hr h stunde stunden heure hora ora ore uur uren godzina godziny godzin; 86400 day tage tagen jour día dia giorno giorni dag dagen dzień dni dnia; 604800 week wk woche wochen semaine semana settimana settimane weken tydzień tygodnie tygodni',
  'working time': '86400 werktage werktagen arbeitstage arbeitstagen bankarbeitstage werkdagen',
  months:
    '1 month mo monat monate monaten mois mes meses mese mesi mês maand maanden miesiąc miesiące miesięcy; 12 year yr annum jahr jahre jahren ans année años año anno anni ano anos jaar jaren rok roku lata lat',
  pound: '1 pound',
  ...Object.fromEntries(currencyRows().map(([code, spellings]) => [code, `1 ${spellings.join(' ')}`])),
}
/** Below a line only: "5 s" may be anything, "1960s" too. */
const BELOW_A_LINE: Readonly<Record<string, string>> = { time: '1 s; 86400 d 24h', months: '12 y yr' }
const ADVERBS: Readonly<Record<string, Unit>> = {
  ...adverbs('hourly stündlich', 'time', 3600),
  ...adverbs('daily täglich diario diaria quotidien quotidienne giornaliero dagelijks dziennie', 'time', 86_400),
  ...adverbs(
    'weekly pw wöchentlich semanal semanalmente settimanale hebdomadaire wekelijks tygodniowo',
    'time',
    604_800,
  ),
  ...adverbs('monthly pcm monatlich mensual mensuel mensuelle mensile mensal maandelijks miesięcznie', 'months', 1),
  ...adverbs('yearly annually pa jährlich anual annuel annuelle annuale jaarlijks rocznie', 'months', 12),
}
const UNITS = unitsBySpelling(ROWS)
const UNITS_BELOW = new Map([...UNITS, ...unitsBySpelling(BELOW_A_LINE)])
/** What is counted. */
const COUNT = 'count'

const SPELLING = String.raw`(?:[%‰£$€]|US\$|°[CF]|per ?cent|pour cent|por cien?to|por cento|per cento|(?:sq\.?|square|international) \p{L}+|mm ?hg|[\p{L}µμ℃℉]+[²2]?)(?![\p{L}\p{N}])`
const FIRST = new RegExp(
  `^\\)?[\\s-]?(?:(?:calendar|full|clear|consecutive|complete|whole) )?(?:(working|business|banking|trading) )?(${SPELLING})`,
  'iu',
)
/** "Jours ouvrables": behind the unit where English has it before. */
const WORKING_BEHIND = /^\s(?:ouvrables|ouvrés|hábiles|laborables|lavorativi|úteis|roboczych|robocze)(?!\p{L})/u
/** "Flat 4 Ms Smith": no milliseconds. */
const TITLE = /^Ms$/
const COUNTED = /^\s?(?:beats?|breaths?|times|cycles)(?=\s|\/)/iu
const PER_MINUTE = /^\s?bpm(?!\p{L})/iu
const BELOW = new RegExp(
  `^(?:\\s?/\\s?|\\s(?:per|an?|each|every|for each|for every|pro|je|par|por|al|alla|na)\\s)(?:calendar )?(24h|1\\.73\\s?m(?:²|2)|${SPELLING})`,
  'iu',
)
const ADVERB = new RegExp(
  `^\\s(p\\.?a\\.?|p\\.?c\\.?m\\.?|p\\.?w\\.?|${Object.keys(ADVERBS).join('|')})(?!\\p{L})`,
  'iu',
)
/** Clearances are given for a body of this size, and often without it. */
const STANDARD = /^1\.73/

/** The unit at the beginning of what stands behind a number; null where none of the list does. `money`: the sign in front of it. */
export function unitBehind(behind: string, money: string | null): UnitBehind | null {
  const perMinute = lengthOf(PER_MINUTE, behind)
  const beats = perMinute > 0 ? writtenUnit(' beats per minute', null) : null
  return beats ? { ...beats, length: perMinute } : writtenUnit(behind, money)
}

function writtenUnit(behind: string, money: string | null): UnitBehind | null {
  const counted = lengthOf(COUNTED, behind)
  const [, working, written = ''] = FIRST.exec(behind) ?? []
  const unit = TITLE.test(written) ? undefined : UNITS.get(spelling(money ?? written))
  if (!unit || counted > 0) {
    const { below, times, per, length } = rateAt(behind, counted, true)
    return per && { dimension: COUNT + below, times: 1 / times, per, length }
  }
  const first = money === null ? lengthOf(FIRST, behind) : 0
  const afterwards = lengthOf(WORKING_BEHIND, behind.slice(first))
  const { below, times, per, length } = rateAt(behind, first + afterwards, false)
  // Of 14 business days nobody knows how many days they are.
  const dimension = `${working === undefined && afterwards === 0 ? '' : 'working '}${unit.dimension}${below}`
  return { dimension, times: unit.times / times, per, length }
}

function lengthOf(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0
}

type Rate = { readonly below: string; readonly times: number; readonly per: Per | null; readonly length: number }

/** "/kg/day", "per week", "a year", "daily". */
function rateAt(behind: string, from: number, isCount: boolean): Rate {
  let rate: Rate = { below: '', times: 1, per: null, length: from }
  for (let match = BELOW.exec(behind.slice(from)); match; match = BELOW.exec(behind.slice(rate.length))) {
    const [whole, written = ''] = match
    const unit = UNITS_BELOW.get(spelling(written))
    if (!unit && !STANDARD.test(written)) break
    rate = { ...rate, ...(unit ? spread(rate, unit) : {}), length: rate.length + whole.length }
  }
  const adverb = rate.per || isCount ? null : ADVERB.exec(behind.slice(rate.length))
  if (!adverb) return rate
  const [whole, word = ''] = adverb
  return { ...rate, per: ADVERBS[word.toLowerCase().replaceAll('.', '')] ?? null, length: rate.length + whole.length }
}

function spread(rate: Rate, unit: Unit): Partial<Rate> {
  if (unit.dimension === 'time' || unit.dimension === 'months') return { per: unit }
  return { below: `${rate.below}/${unit.dimension}`, times: rate.times * unit.times }
}

/** One spelling of both micro signs, of a plural and of a space. */
function spelling(written: string): string {
  const lower = written
    .toLowerCase()
    .replaceAll('μ', 'µ')
    .replaceAll(/[\s.]+/g, '_')
  return UNITS_BELOW.has(lower) || lower.length < 3 ? lower : lower.replace(/s$/, '')
}

function unitsBySpelling(rows: Readonly<Record<string, string>>): Map<string, Unit> {
  const all = Object.entries(rows).flatMap(([dimension, units]) =>
    units.split('; ').flatMap((row) => {
      const [times, ...names] = row.split(' ')
      return names.map((name) => [name, { dimension, times: Number(times) }] as const)
    }),
  )
  return new Map(all)
}

function adverbs(words: string, dimension: string, times: number): Readonly<Record<string, Unit>> {
  return Object.fromEntries(words.split(' ').map((word) => [word, { dimension, times }]))
}

/** The words for lengths of time, in every form, as alternatives of a pattern; with a capital too, as German has them. */
export const TIME_WORD = [...UNITS]
  .flatMap(([word, { dimension }]) => (/time|months/.test(dimension) && word.length > 3 ? [word, `${word}s`] : []))
  .flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)])
  .toSorted((one, other) => other.length - one.length)
  .join('|')
