import { type Edit, likeCase } from './edit.ts'
import { ENGLISH_SEX } from './sex-words.ts'

const WORD = new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...ENGLISH_SEX.keys()].join('|')})(?![\\p{L}\\p{N}]|-\\d)`, 'giu')
/** The bundle of His, HER2 and the Isle of Man are nobody. */
const HIS_HER = /(?<![\p{L}\p{N}])(?<!bundle of )(?:his|hers|her|him)(?![\p{L}\p{N}]|-\d| bundle)/giu
const NO_PERSON = /Isle of $|^-(?:made|hours?|days?|power)/i
/** Titles before a name or a mark; a word that begins a sentence with them is none. */
const TITLE = /(?<![\p{L}\p{N}])(Mr|Mrs|Ms|Miss)(?=\.?\s{1,2}[\p{Lu}[])/gu
/** `a 62 yo F`, `sex: F`, `[AGE-1, 60 to 69]F`. */
const LETTER =
  /(?:(?<=\b(?:yo|y\/o|year[- ]old|sex|gender)[:\s]{1,2})|(?<=\[AGE-\d+[^\]\n]{0,40}\] ?))[MF](?![\p{L}\p{N}])/giu

/** Words of the one sex become those of the other. */
export function englishSex(text: string): readonly Edit[] {
  const edit = (start: number, word: string, other: string | undefined | null): readonly Edit[] => {
    const written = other ? likeCase(word, other) : null
    return written === null ? [] : [{ start, end: start + word.length, written, kind: 'sex' }]
  }
  return [
    ...[...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
      const isNobody =
        NO_PERSON.test(text.slice(Math.max(0, index - 8), index)) || NO_PERSON.test(text.slice(index + word.length))
      return isNobody ? [] : edit(index, word, ENGLISH_SEX.get(word.toLowerCase()))
    }),
    ...[...text.matchAll(HIS_HER)].flatMap(({ 0: word, index }) =>
      edit(index, word, ownOrNot(word.toLowerCase(), text.slice(index + word.length))),
    ),
    ...[...text.matchAll(TITLE)].flatMap(({ 0: word, index }) => edit(index, word, word === 'Mr' ? 'Ms' : 'Mr')),
    ...[...text.matchAll(LETTER)].flatMap(({ 0: word, index }) =>
      edit(index, word, word.toLowerCase() === 'f' ? 'm' : 'f'),
    ),
  ]
}

/** "Her" is his before a noun, else him; "his" is hers where none follows. */
function ownOrNot(word: string, after: string): string {
  if (word === 'him') return 'her'
  if (word === 'hers') return 'his'
  const isOwn = isBeforeNoun(after)
  if (word === 'his') return isOwn ? 'her' : 'hers'
  return isOwn ? 'his' : 'him'
}

/** These do not begin what somebody has; none of them is swapped for a word that does. */
const NO_NOUN = new Set(
  'a an the and or but nor so yet to in on at by for from with without of off up down out over under into onto through during after before since until till because that if when while as although though unless than then too also again alone away back home here there today tomorrow yesterday now once soon is was are were be been has had have does did do will would can could should may might must shall not never always often he she him his her hers himself herself they it we you i me us them this these those what which who how why where about against between towards regarding both either neither immediately twice daily some any every no'.split(
    ' ',
  ),
)

function isBeforeNoun(after: string): boolean {
  const [, word = ''] = /^\s+["“‘'(]?([\p{L}[][\p{L}'’-]*)/u.exec(after) ?? []
  return word !== '' && !NO_NOUN.has(word.toLowerCase())
}
