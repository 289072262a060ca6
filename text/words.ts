import { FOREIGN_SMALL_WORDS } from './languages.ts'

/** English; of the other languages those that are no word of it (`FOREIGN_SMALL_WORDS`). */
const STOP_WORDS = new Set(
  'a an and any are as at be been but by can did do does for from had has have he her his how i if in into is it its may more most no nor not of on or our she should so such than that the their them then there these they this those to under was we were what when where which who whom whose why will with would you your'.split(
    ' ',
  ),
)

/** Lower-case words and numbers of a text, stop words out, a plural `s` folded; with repetitions, in order. */
export function contentWords(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu) ?? []
  )
    .filter((word) => !STOP_WORDS.has(word) && !FOREIGN_SMALL_WORDS.has(word))
    .map((word) => (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word))
}

const STEM_CHARACTERS = 6

/** The beginnings of the content words of a text, so that "sentencing" finds "sentenced". */
export function wordStems(text: string): ReadonlySet<string> {
  return new Set(contentWords(text).map(wordStem))
}

/** Numbers stay whole. */
export function wordStem(word: string): string {
  return /\d/.test(word) ? word : word.slice(0, STEM_CHARACTERS)
}

/** "Left" is kept as it is: it may say the side. */
const FORMS =
  'begin:begun bleed:bled break:broke,broken bring:brought buy:bought choose:chose,chosen do:done draw:drew,drawn fall:fallen find:found give:gave,given grow:grew,grown hold:held keep:kept know:knew,known lose:lost make:made meet:met pay:paid rise:risen say:said see:saw,seen seek:sought sell:sold send:sent show:shown speak:spoke,spoken take:took,taken tell:told think:thought withdraw:withdrew,withdrawn write:wrote,written'
const BASES = new Map(
  FORMS.split(' ').flatMap((row) => {
    const [base = '', forms = ''] = row.split(':')
    return forms.split(',').map((form) => [form, base] as const)
  }),
)

/** The verb of an irregular form, "pay" of "paid"; any other word as it is. */
export function baseForm(word: string): string {
  return BASES.get(word) ?? word
}

/** The words by which a text and a name are held against each other: lower case, a possessive and a plural `s` folded. */
export function nameWords(text: string): readonly string[] {
  return (
    withoutPossessives(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map((word) => word.replace(/^(.{4,})s$/u, '$1'))
}

/** "The Tenant’s liquidator" and "the Tenants’ rent" name the Tenant and the Tenants. */
export function withoutPossessives(text: string): string {
  return text.replace(/['’]s(?!\p{L})|(?<=s)['’]/gu, '')
}

/** Beginnings and ends that British and American writers spell differently; only where no other word comes out. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^(col|fav|lab|hon|neighb|harb|behavi|hum|rum|vap|end[ei]av|tum|sav|fl?av|rig|vig|od|arm|parl|cand|val)our/, '$1or'],
  [/^practise/, 'practice'],
  [/^grey/, 'gray'],
  [/(?<=\p{L}{4})is(e[ds]?|ing|ations?|ers?)$/u, 'iz$1'],
  [/yse([ds]?)$/, 'yze$1'],
  [/^(cent|met|lit|fib|theat|calib|milli?met|centimet|kilomet|millilit)re(s?)$/, '$1er$2'],
  [/^(def|off|pret|lic)ence/, '$1ense'],
  [/^(judg|acknowledg|abridg)ement/, '$1ment'],
  [
    /^(travel|cancel|label|model|counsel|level|total|signal|fuel|channel|enrol|fulfil|instal)l(?=ed|ing|er|or|ment|s?$)/,
    '$1',
  ],
  [/^(an|leuk|isch|septic|ur|glyc|hypoglyc|hyperglyc|hyperkal|hypokal|hyponatr|bacter)aem/, '$1em'],
  [/^haem/, 'hem'],
  [/^(p|orthop)aed/, '$1ed'],
  [/^(gyn|encyclop|c|pal)ae/, '$1e'],
  [/^(o)e(?=dem|soph|strog)/, 'e'],
  [/^foe(?=t)/, 'fe'],
  [/rrhoe/, 'rrhe'],
  [/(progr|gr|kilogr|milligr)amme(s?)$/, '$1am$2'],
  [/(catal|dial|anal)ogue(s?)$/, '$1og$2'],
  [/^(alumin)ium$/, '$1um'],
  [/^(sul)ph/, '$1f'],
]

/** The word as one of its spellings, so that "colour" equals "color". Lower case, letters only. */
export function oneSpelling(word: string): string {
  return SPELLINGS.reduce((spelt, [pattern, other]) => spelt.replace(pattern, other), word)
}
