/**
 * Origin, ethnicity and religion, in closed pairs. Countries whose law is often the question (England, Germany, the United States) have
 * none, and no pair is swapped where it names a law or a court.
 */
const PAIRS: readonly (readonly [string, string])[] = [
  ['Nigerian', 'Norwegian'],
  ['Nigeria', 'Norway'],
  ['Pakistani', 'Danish'],
  ['Pakistan', 'Denmark'],
  ['Indian', 'Irish'],
  ['Turkish', 'Dutch'],
  ['Polish', 'Scottish'],
  ['Romanian', 'Swiss'],
  ['Syrian', 'Swedish'],
  ['Syria', 'Sweden'],
  ['Somali', 'Finnish'],
  ['Somalia', 'Finland'],
  ['Afghan', 'Belgian'],
  ['Afghanistan', 'Belgium'],
  ['Moroccan', 'Austrian'],
  ['Jamaican', 'Canadian'],
  ['Jamaica', 'Canada'],
  ['Black African', 'White European'],
  ['Black Caribbean', 'White Irish'],
  ['South Asian', 'White British'],
  ['Muslim', 'Christian'],
  ['Muslims', 'Christians'],
  ['Islam', 'Christianity'],
  ['Jewish', 'Catholic'],
  ['Hindu', 'Protestant'],
  ['mosque', 'church'],
]

/** German adjectives, which take endings. */
const GERMAN_STEMS: readonly (readonly [string, string])[] = [
  ['türkisch', 'niederländisch'],
  ['polnisch', 'dänisch'],
  ['syrisch', 'schwedisch'],
  ['nigerianisch', 'norwegisch'],
  ['marokkanisch', 'österreichisch'],
  ['muslimisch', 'christlich'],
  ['jüdisch', 'katholisch'],
]

const ENDINGS = ['', 'e', 'er', 'en', 'es', 'em']
const declined = GERMAN_STEMS.flatMap(([a, b]) => ENDINGS.map((end) => [`${a}${end}`, `${b}${end}`] as const))

/** Of each word the other one, as it is written. */
export const ORIGINS: ReadonlyMap<string, string> = new Map(
  [...PAIRS, ...declined].flatMap(([a, b]) => [[a, b] as const, [b, a]]),
)

/** Before these, black and white are said of people. */
export const PEOPLE =
  'men|man|women|woman|males?|females?|boys?|girls?|patients?|persons?|people|gentleman|gentlemen|lady|ladies|defendants?|claimants?|tenants?|employees?|witness(?:es)?'

/** What follows the name of a country where it names its law. */
export const LAW =
  'law|laws|legal|courts?|acts?|codes?|statutes?|civil|constitution|constitutional|legislation|regulations?|government|parliament|name|names|era|Recht|Rechts|Gericht|Gerichte|Gesetz|Gesetze|Gesetzes|Bürgerliche|Bürgerlichen'
