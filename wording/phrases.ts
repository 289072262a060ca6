import { formatFigure } from './figure.ts'
import { knownText, perLocale, t } from './translate.ts'

const all = perLocale((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }))
const any = perLocale((tag) => new Intl.ListFormat(tag, { type: 'disjunction' }))
const languages = perLocale((tag) => new Intl.DisplayNames([tag], { type: 'language' }))

/** `de` as people call it: German. What is no code of a language stays as it is. */
export function languageName(code: string): string {
  return /^[a-z]{2,3}$/.test(code) ? (languages().of(code) ?? code) : code
}

/** `lease, letter and map`, of five with `atMost` 2 `lease, letter and 3 more`; a single one more is named. */
export function listWords(words: readonly string[], atMost = words.length): string {
  const more = words.length - atMost
  const named = more > 1 ? [...words.slice(0, atMost), t('quantities.more', { count: more })] : words
  return all().format(named)
}

/** `kg, g or lb`. */
export function choiceWords(words: readonly string[]): string {
  return any().format(words)
}

/** `“six months’ notice”`, in the quotation marks of the language. */
export function quoted(words: string): string {
  return t('answers.quoted', { words })
}

/** The same with a capital letter at its beginning, as a sentence or a label. */
export function sentenceCase(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** A unit as people say it, part by part: `days`, `mg/day`; what has no words of its own, such as `mg`, stays as it is, but for its figures. */
export function unitWords(unit: string): string {
  return unit
    .split('/')
    .map((part) => knownText('reasoning.units', part) ?? part.replace(/^\d+\.\d+/, formatFigure))
    .join('/')
}

/** A label in the middle of a sentence: abbreviations and names keep their capitals, and all nouns where the language writes them so. */
export function withinSentence(label: string): string {
  const isLowered =
    t('language.nouns') === 'small' &&
    /^\p{Lu}(?:\p{Ll}*(?:’s)?|\p{Ll}+(?:-\p{Ll}+)+)(?:[\s,)]|$)(?!\p{Lu})/u.test(label)
  return isLowered ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label
}

/** The ends of a hash, enough to compare two by eye: `3f9a…c21`. */
export function shortHash(hash: string): string {
  return hash.length <= 9 ? hash : `${hash.slice(0, 4)}…${hash.slice(-3)}`
}
