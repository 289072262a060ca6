/*
 * The English stemmer that M. F. Porter describes at snowballstem.org ("Porter2"), which reference libraries use as well. What a step
 * does depends on the regions of a word: R1 lies behind the first consonant that follows a vowel, R2 is the same within R1.
 */

const VOWEL = /[aeiouy]/
const REGION = /[aeiouy][^aeiouy]/
/** A vowel between consonants, as in "hop"; "Y" is a consonant here. */
const ENDS_SHORT = /[^aeiouy][aeiouy][^aeiouywxY]$|past$/
const STARTS_SHORT = /^[aeiouy][^aeiouy]$/
/** "Add", "egg" and "err" keep theirs. */
const DOUBLE = /(?<!^[aeo])(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/
const LONG_PREFIX = /^(?:gener|commun|arsen|past|univers|later|emerg|organ|inter)/

const IRREGULAR = new Map(
  (
    'skis:ski skies:sky idly:idl gently:gentl ugly:ugli early:earli only:onli singly:singl ' +
    'sky:sky news:news howe:howe atlas:atlas cosmos:cosmos bias:bias andes:andes'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)
const NO_PAST_TENSE = new Set('evening inning outing canning herring earring proceed exceed succeed'.split(' '))

type Region = 'R1' | 'R2'
/** Of an ending the longest row that fits counts, even where it then changes nothing. `behind`: what must stand before it. */
type Row = { readonly ending: string; readonly to: string; readonly within: Region; readonly behind?: RegExp }

const DERIVATIONS = rows(
  'R1',
  'ational:ate ization:ize fulness:ful ousness:ous iveness:ive tional:tion biliti:ble lessli:less entli:ent ation:ate ' +
    'alism:al aliti:al ousli:ous iviti:ive fulli:ful ogist:og enci:ence anci:ance abli:able izer:ize ator:ate alli:al bli:ble',
).concat(
  { ending: 'ogi', to: 'og', within: 'R1', behind: /l$/ },
  { ending: 'li', to: '', within: 'R1', behind: /[cdeghkmnrt]$/ },
)
const SECOND_DERIVATIONS = rows('R1', 'ational:ate tional:tion alize:al icate:ic iciti:ic ical:ic ness: ful:').concat({
  ending: 'ative',
  to: '',
  within: 'R2',
})
const REMOVED = rows(
  'R2',
  'ement: ance: ence: able: ible: ment: ant: ent: ism: ate: iti: ous: ive: ize: al: er: ic:',
).concat({ ending: 'ion', to: '', within: 'R2', behind: /[st]$/ })

/** The stem of a word in lower case: "convictions" and "convicted" become "convict". A word of another language loses its English endings. */
export function englishStem(word: string): string {
  if (word.length < 3) return word
  const irregular = IRREGULAR.get(word)
  if (irregular !== undefined) return irregular
  const marked = word.replace(/^y|(?<=[aeiouy])y/g, 'Y')
  const regions = regionsOf(marked)
  const singular = withoutPlural(marked)
  if (NO_PAST_TENSE.has(singular)) return singular
  const present = withoutTense(singular, regions).replace(/(?<=.[^aeiouy])[yY]$/, 'i')
  const derived = [DERIVATIONS, SECOND_DERIVATIONS, REMOVED].reduce(
    (stem, all) => withEnding(stem, all, regions),
    present,
  )
  return withoutLast(derived, regions).replaceAll('Y', 'y')
}

/** Where the regions begin. */
type Regions = Readonly<Record<Region, number>>

function regionsOf(word: string): Regions {
  const prefix = LONG_PREFIX.exec(word)?.[0].length
  const first = prefix ?? behindRegion(word, 0)
  return { R1: first, R2: behindRegion(word, first) }
}

function behindRegion(word: string, from: number): number {
  const at = word.slice(from).search(REGION)
  return at < 0 ? word.length : from + at + 2
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2)
  if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1)
  if (!word.endsWith('s') || /[us]s$/.test(word)) return word
  return VOWEL.test(word.slice(0, -2)) ? word.slice(0, -1) : word
}

function withoutTense(word: string, { R1 }: Regions): string {
  const [past] = /eed(?:ly)?$/.exec(word) ?? []
  if (past !== undefined) return word.length - past.length >= R1 ? `${word.slice(0, -past.length)}ee` : word
  const [ending] = /(?:ed|ing)(?:ly)?$/.exec(word) ?? []
  if (ending === undefined) return word
  const stem = word.slice(0, -ending.length)
  if (/^[^aeiouy]ying$/.test(word)) return `${word[0]}ie`
  if (!VOWEL.test(stem)) return word
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`
  if (DOUBLE.test(stem)) return stem.slice(0, -1)
  return stem.length <= R1 && endsShort(stem) ? `${stem}e` : stem
}

function withEnding(word: string, all: readonly Row[], regions: Regions): string {
  let longest: Row | undefined
  for (const row of all)
    if (row.ending.length > (longest?.ending.length ?? 0) && word.endsWith(row.ending)) longest = row
  if (!longest) return word
  const stem = word.slice(0, -longest.ending.length)
  const isChanged = stem.length >= regions[longest.within] && (longest.behind?.test(stem) ?? true)
  return isChanged ? stem + longest.to : word
}

function withoutLast(word: string, { R1, R2 }: Regions): string {
  const stem = word.slice(0, -1)
  if (word.endsWith('e')) return stem.length >= R2 || (stem.length >= R1 && !endsShort(stem)) ? stem : word
  return word.endsWith('ll') && stem.length >= R2 ? stem : word
}

function endsShort(word: string): boolean {
  return ENDS_SHORT.test(word) || STARTS_SHORT.test(word)
}

function rows(within: Region, pairs: string): readonly Row[] {
  return pairs.split(' ').map((pair) => {
    const [ending = '', to = ''] = pair.split(':')
    return { ending, to, within }
  })
}
