import { type Language, LANGUAGES } from './languages.ts'

/** Where countries of one language differ: "Sep" and "Sept", "Januar" and "Jänner". */
const ALSO: Readonly<Partial<Record<Language, string>>> = { en: 'en-US', de: 'de-AT' }

/** What `Intl` does not give: the Polish locative ("w lutym"), short forms of other style guides, older spellings; of one month by "/". */
const FURTHER: Readonly<Partial<Record<Language, string>>> = {
  en: 'jan feb mar apr may jun jul aug sep oct nov dec',
  de: 'jan/jaenner feb/feber mrz apr mai jun jul aug sep okt nov dez',
  fr: 'jan fév mars avr mai juin juil août sep oct nov déc',
  es: 'ene feb mar abr may jun jul ago setiembre oct nov dic',
  it: 'genn febbr mar apr magg giugno lugl ag sett ott nov dic',
  nl: 'jan febr mrt apr mei jun jul aug sept okt nov dec',
  pl: 'styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu',
}

/** Short forms that are other words of one of these languages: months only between a day and a year, "3 set 2019". */
const OTHER_WORDS = new Set(
  'ag ago cze dic ene gen genn giu gru kwi lip lis lug lut mag magg marco mrt ott out paz paź set sett sie sty wrz'.split(
    ' ',
  ),
)

/** Names that are other words in English, where they are written small. */
const ENGLISH_WORDS = new Set(['may', 'march', 'mar'])
const FEWEST_LETTERS = 5

type Name = { readonly month: number; readonly isFull: boolean; readonly languages: readonly Language[] }

const NAMES = namesOfMonths()
const namesPattern = (isWanted: (name: string) => boolean) =>
  `(?<!\\p{L})(${alternatives([...NAMES.keys()].filter(isWanted))})(?!\\p{L})\\.?`

/** Every name and short form of a month as alternatives, for patterns that say themselves what stands around it. */
export const ANY_MONTH = alternatives([...NAMES.keys()])

/** Those that are no other word. */
export const SURE_MONTH = alternatives([...NAMES.keys()].filter((name) => !OTHER_WORDS.has(name)))

/** A month's name, or a short form that is no other word, as a group of a pattern, whatever its case. */
export const MONTH = namesPattern((name) => !OTHER_WORDS.has(name))

/** With the short forms that only a day and a year beside them make months. */
export const MONTH_OF_DAY = namesPattern(() => true)

/** Only those written in full; with these words may be numbers. */
export const FULL_MONTH = new RegExp(
  namesPattern((name) => NAMES.get(name)?.isFull === true).replace(/\\\.\?$/, ''),
  'giu',
)

/** 1 to 12; 0 for what is no name of a month. */
export function monthNumber(name: string): number {
  return NAMES.get(keyOf(name))?.month ?? 0
}

/** The languages in which this is a month written in full; none for a short form. */
export function languagesOfMonth(name: string): readonly Language[] {
  const found = NAMES.get(keyOf(name))
  return found?.isFull ? found.languages : []
}

/** The months of a language in full, in small letters. */
export function monthsOf(language: Language): readonly string[] {
  return Array.from({ length: 12 }, (_, at) => inLocale(language, at + 1, 'long')[0]?.toLowerCase() ?? '')
}

/** The short forms of a language that are other words of another one: "set", "ago", "lis". In small letters. */
export function doubtfulShortMonthsOf(language: Language): readonly string[] {
  const all = Array.from({ length: 12 }, (_, at) => writtenAs(language, at + 1)).flat()
  return [...new Set(all.map(({ name }) => name))].filter((name) => OTHER_WORDS.has(name))
}

/** Whether a word that may be a month is written as another word is: "may", "march". */
export function isOtherWord(name: string): boolean {
  return ENGLISH_WORDS.has(name)
}

function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\.$/, '')
}

/** From `Intl`, which has the genitive too ("lutego"); each also without accents, which recognised pages lose. */
function namesOfMonths(): ReadonlyMap<string, Name> {
  const all = new Map<string, Name>()
  const add = (name: string, month: number, isFull: boolean, language: Language) => {
    const before = all.get(name)
    const languages = [...new Set([...(before?.languages ?? []), ...(isFull ? [language] : [])])]
    all.set(name, { month, isFull: isFull || before?.isFull === true, languages })
  }
  for (const language of LANGUAGES)
    for (let month = 1; month <= 12; month += 1)
      for (const { name, isFull } of writtenAs(language, month))
        for (const spelling of spellingsOf(name)) add(spelling, month, isFull, language)
  return all
}

function writtenAs(language: Language, month: number): readonly { readonly name: string; readonly isFull: boolean }[] {
  const locales = [language, ...(ALSO[language] ? [ALSO[language]] : [])]
  const long = locales.flatMap((locale) => inLocale(locale, month, 'long'))
  const short = locales.flatMap((locale) => inLocale(locale, month, 'short')).map((name) => name.replace(/\.$/, ''))
  const further = FURTHER[language]?.split(' ')[month - 1]?.split('/') ?? []
  return [...long, ...short, ...further].map((name) => {
    const written = name.normalize('NFC').toLowerCase()
    return { name: written, isFull: written.length >= FEWEST_LETTERS || long.includes(name) }
  })
}

/** By itself and in a date, between which languages differ. */
function inLocale(locale: string, month: number, style: 'long' | 'short'): readonly string[] {
  const day = new Date(Date.UTC(2021, month - 1, 4))
  const forms = [{ month: style }, { day: 'numeric', month: style, year: 'numeric' }] as const
  return forms.flatMap((options) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
      .formatToParts(day)
      .flatMap(({ type, value }) => (type === 'month' ? [value] : [])),
  )
}

function spellingsOf(name: string): readonly string[] {
  const bare = name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l')
  const spelt = name.replaceAll('ä', 'ae')
  return [name, ...(name.length >= FEWEST_LETTERS - 1 ? [bare, spelt] : [])]
}

/** The days of the week in full, in each language, as alternatives of a pattern; also "Sonnabend", which `Intl` does not give. */
export const WEEKDAY = alternatives([...LANGUAGES.flatMap(weekdaysOf), 'sonnabend'])

const SHORT_FORMS = alternatives(
  `mon tue tues wed thu thur thurs fri sat sun mo di mi do fr sa so lun mar mer jeu ven sam dim lu ma me je ve mié mie jue vie sáb sab dom
   gio seg ter qua qui sex wo vr za zo pn pon wt śr sr czw pt pią sob sb ndz niedz nd segunda terça quarta quinta sexta`.split(
    /\s+/,
  ),
)

/**
 * The short forms of all languages, with or without a point: words by themselves ("mar", "do", "so"), days only beside a date. For
 * patterns without regard to case; of two small letters without a point none is one.
 */
export const WEEKDAY_BESIDE_DATE = `(?:(?=\\p{L}{3}|\\p{L}{2}\\.|(?-i:[A-ZŚ]))(?:${SHORT_FORMS})|[2-6]ª[ -]?f(?:eira)?)`

/** The seasons, which `Intl` does not know; in small letters "fall" and "été" are other words too. */
export const SEASON = alternatives(
  `spring summer autumn fall winter frühjahr frühling sommer herbst printemps été automne hiver primavera verano otoño invierno
   estate autunno inverno verão outono inverno lente voorjaar zomer herfst najaar wiosna wiosną lato latem jesień jesienią zima zimą`.split(
    /\s+/,
  ),
)

/** In small letters. */
export function weekdaysOf(language: Language): readonly string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, at) => format.format(new Date(Date.UTC(2021, 2, at + 1))).toLowerCase())
}

/** The longest first. */
function alternatives(words: readonly string[]): string {
  return [...new Set(words)].toSorted((one, other) => other.length - one.length).join('|')
}

/** The months of the other official languages of the countries whose languages `text/` reads; only beside a day or a year they are sure. */
const REGIONAL: Readonly<Record<string, string>> = {
  catalan: 'gener febrer març abril maig juny juliol agost setembre octubre novembre desembre',
  galician: 'xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro',
  irish:
    'eanáir feabhra márta aibreán bealtaine meitheamh iúil lúnasa meán_fómhair deireadh_fómhair samhain nollaig mhí_na_nollag',
  welsh: 'ionawr chwefror mawrth ebrill mehefin gorffennaf awst medi hydref tachwedd rhagfyr',
  frisian: 'jannewaris febrewaris maart april maaie juny july augustus septimber oktober novimber desimber',
}

/** Basque puts the year first and ends the month and the day: "2022ko urriaren 4a". */
const BASQUE = 'urtarril otsail martxo apiril maiatz ekain uztail abuztu irail urri azaro abendu'

export const REGIONAL_MONTH = alternatives(Object.values(REGIONAL).join(' ').split(/\s+/)).replaceAll('_', '\\s')
export const BASQUE_MONTH = `(?:${alternatives(BASQUE.split(' '))})(?:a?ren|ak|an|a)?`
