import { LANGUAGES, type Language } from './languages.ts'

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
