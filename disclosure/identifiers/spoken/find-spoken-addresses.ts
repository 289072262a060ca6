import { isNumberWord } from '../../../text/number-words.ts'
import type { IdentifierSpan } from '../identifier.ts'
import { DOMAIN_ENDING } from '../patterns/contact-patterns.ts'

/** How "@" is said; behind what is a preposition too, one word and a known ending must follow. */
const AT =
  /(?<=\s)(?:at|ät|arobase|arrobase|arroba|chiocciola|apenstaartje|apestaartje|małpa|malpa|klammeraffe|at-zeichen)(?=\s)/giu
const DOT = /^(?:dot|punkt|point|punto|ponto|punt|kropka)$/iu
/** "At some point be reviewed" mixes two languages. */
const DOT_BEHIND_AT = /^(?:dot|punkt|kropka)$/iu
/** Hyphens and low lines, as they stand at the end of the words before a part. */
const MARK_BEFORE =
  /(?:^|\s)(?:dot|punkt|point|punto|ponto|punt|kropka|tiret(?: (?:du (?:milieu|six|haut|bas)|haut|bas))?|trait d['’]union|gui[oó]n(?: (?:bajo|medio))?|trattino(?: basso)?|hífen|traço|underscore|underline|dash|hyphen|minus|meno|moins|menos|streepje|koppelteken|(?:laag|liggend) streepje|myślnik|(?:dolna )?kreska|podkreśl(?:nik|enie)|bindestrich|unterstrich)$/iu
const PART = /^[\p{L}\p{N}_-]{1,40}$/u
const WITH_DOTS = /^[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{2,63}){1,4}$/u
/** Characters beside "@" in which the parts of an address stand, and words before the first dot behind it. */
const NEAR = 160
const LONGEST_HOST = 3
/** The Brazilian six. */
const SIX = 'meia'
/** "Co dot uk", "com ponto br". */
const SECOND_LEVEL = /^(?:co|com|org|net|gov|edu|ac|med|adv)$/iu
const AND = /^(?:y|e|et|und|en|and)$/iu

/** E-mail addresses as they are dictated: "jan streepje bos zeven apenstaartje mijn post punt nl". */
export function findSpokenAddresses(text: string): readonly IdentifierSpan[] {
  return [...text.matchAll(AT)].flatMap(({ 0: at, index }) => {
    const before = text.slice(Math.max(0, index - NEAR), index)
    const behind = text.slice(index + at.length, index + at.length + NEAR)
    const isSure = at.length > 2
    const [local, domain] = [localLength(before), domainLength(behind, isSure)]
    if (local === 0 || domain === 0) return []
    const [start, end] = [index - local, index + at.length + domain]
    return [{ start, end, type: 'email' as const, by: 'pattern' as const, confidence: 0.95 }]
  })
}

/** How many characters before "@" are the name: a word, numbers behind it, and words joined by a dot or a hyphen. */
function localLength(before: string): number {
  let rest = before.trimEnd()
  let start = rest.length
  for (;;) {
    const word = lastWord(rest)
    if (!PART.test(word)) break
    start = rest.length - word.length
    const left = rest.slice(0, start).trimEnd()
    const mark = MARK_BEFORE.exec(left)?.[0]
    if (mark !== undefined) rest = left.slice(0, left.length - mark.length).trimEnd()
    else if (isSaidNumber(word) && PART.test(lastWord(left))) rest = withoutAnd(left)
    else {
      const further = beyondSmallWords(left)
      if (further === null) break
      rest = further
    }
  }
  return start < before.trimEnd().length ? before.length - start : 0
}

/** "De" of "jan punt de wit": one or two words between a mark and a part belong to the part. */
function beyondSmallWords(left: string): string | null {
  const words = /(?<all>(?:\s[\p{L}]{1,5}){1,2})$/u.exec(left)?.groups?.all ?? ''
  for (const taken of [words.slice(words.lastIndexOf(' ')), words]) {
    const rest = left.slice(0, left.length - taken.length)
    if (taken !== '' && MARK_BEFORE.test(rest) && PART.test(lastWord(left))) return left
  }
  return null
}

/** "Ochenta y" in front of "dos" goes on. */
function withoutAnd(left: string): string {
  const word = lastWord(left)
  const rest = left.slice(0, left.length - word.length).trimEnd()
  return AND.test(word) && isSaidNumber(lastWord(rest)) ? rest : left
}

function lastWord(text: string): string {
  return /\S+$/u.exec(text)?.[0] ?? ''
}

function isSaidNumber(word: string): boolean {
  const parts = word.toLowerCase().split('-')
  return parts.every(
    (part) => /^(?:\p{N}+|zero|null|nul|zéro|cero|et)$/u.test(part) || part === SIX || isNumberWord(part),
  )
}

type Said = { readonly bare: string; readonly end: number; readonly isLast: boolean }

/** How many characters behind "@" are the host: one to three words up to the first dot, and what follows up to a known ending. */
function domainLength(behind: string, isSure: boolean): number {
  const words = [...behind.matchAll(/\S+/gu)].map(({ 0: word, index }): Said => {
    const bare = word.replace(/[.,;:!?)\]]+$/u, '')
    return { bare, end: index + bare.length, isLast: bare.length < word.length }
  })
  const [first] = words
  if (first && isSure && WITH_DOTS.test(first.bare)) return first.end
  const dot = words.findIndex(({ bare }) => (isSure ? DOT : DOT_BEHIND_AT).test(bare))
  if (dot < 1 || dot > (isSure ? LONGEST_HOST : 1) || !words.slice(0, dot).every(goesOn)) return 0
  const last = lastLabel(words, dot)
  return last && (isSure || DOMAIN_ENDING.test(last.bare)) ? last.end : 0
}

function goesOn({ bare, isLast }: Said): boolean {
  return !isLast && PART.test(bare)
}

/** Of the labels behind the dots, from the first dot on, the one that ends the host. */
function lastLabel(words: readonly Said[], dot: number): Said | null {
  let last: Said | null = null
  for (let at = dot; DOT.test(words[at]?.bare ?? ''); at += 2) {
    const label = words[at + 1]
    if (!label || !PART.test(label.bare)) break
    last = label
    if (label.isLast || (DOMAIN_ENDING.test(label.bare) && !SECOND_LEVEL.test(label.bare))) break
  }
  return last
}
