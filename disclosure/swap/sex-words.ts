/** English words and their counterparts of the other sex, each in one pair alone, so that swapping twice gives the first again. */
const ENGLISH: readonly (readonly [string, string])[] = [
  ['he', 'she'],
  ['himself', 'herself'],
  ['man', 'woman'],
  ['men', 'women'],
  ['male', 'female'],
  ['males', 'females'],
  ['boy', 'girl'],
  ['boys', 'girls'],
  ['schoolboy', 'schoolgirl'],
  ['boyfriend', 'girlfriend'],
  ['father', 'mother'],
  ['fathers', 'mothers'],
  ['dad', 'mum'],
  ['stepfather', 'stepmother'],
  ['son', 'daughter'],
  ['sons', 'daughters'],
  ['stepson', 'stepdaughter'],
  ['brother', 'sister'],
  ['brothers', 'sisters'],
  ['husband', 'wife'],
  ['husbands', 'wives'],
  ['widower', 'widow'],
  ['uncle', 'aunt'],
  ['uncles', 'aunts'],
  ['nephew', 'niece'],
  ['nephews', 'nieces'],
  ['grandfather', 'grandmother'],
  ['grandson', 'granddaughter'],
  ['gentleman', 'lady'],
  ['gentlemen', 'ladies'],
  ['paternal', 'maternal'],
]

/** Masculine, feminine; declined by the article before them alone. */
const GERMAN: readonly (readonly [string, string])[] = [
  ['Mann', 'Frau'],
  ['Männer', 'Frauen'],
  ['Ehemann', 'Ehefrau'],
  ['Sohn', 'Tochter'],
  ['Söhne', 'Töchter'],
  ['Vater', 'Mutter'],
  ['Bruder', 'Schwester'],
  ['Großvater', 'Großmutter'],
  ['Enkel', 'Enkelin'],
  ['Onkel', 'Tante'],
  ['Neffe', 'Nichte'],
  ['Witwer', 'Witwe'],
  ['Junge', 'Mädchen'],
  ['Patient', 'Patientin'],
  ['Kläger', 'Klägerin'],
  ['Mieter', 'Mieterin'],
  ['Vermieter', 'Vermieterin'],
  ['Käufer', 'Käuferin'],
  ['Verkäufer', 'Verkäuferin'],
  ['Arbeitnehmer', 'Arbeitnehmerin'],
  ['Zeuge', 'Zeugin'],
  ...['', 'e', 'er', 'en', 'es', 'em'].map((end) => [`männlich${end}`, `weiblich${end}`] as const),
]

export type Noun = { readonly other: string; readonly isFeminine: boolean }

/** Of each English word the other one, both in lower case. */
export const ENGLISH_SEX: ReadonlyMap<string, string> = new Map(ENGLISH.flatMap(([m, f]) => [[m, f] as const, [f, m]]))

/** Of each German word the other one, as it is written. */
export const GERMAN_SEX: ReadonlyMap<string, Noun> = new Map(
  GERMAN.flatMap(([m, f]): readonly (readonly [string, Noun])[] => [
    [m, { other: f, isFeminine: false }],
    [f, { other: m, isFeminine: true }],
  ]),
)
