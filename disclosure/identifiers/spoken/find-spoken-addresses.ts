import { isNumberWord } from '../../../text/number-words.ts'
import type { IdentifierSpan } from '../identifier.ts'
import { DOMAIN_ENDING } from '../patterns/domain-endings.ts'

/** How "@" is said where it is no other word; "at" is left to the patterns, which ask for a known ending. */
const AT =
  /(?<=\s)(?:arobase|arrobase|arroba|chiocciola|apenstaartje|apestaartje|małpa|malpa|klammeraffe|at-zeichen)(?=\s)/giu
const DOT = /^(?:dot|punkt|point|punto|ponto|punt|kropka)$/iu
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

/** E-mail addresses as they are dictated: "jan streepje bos zeven apenstaartje mijn post punt nl". */
export function findSpokenAddresses(text: string): readonly IdentifierSpan[] {
  return [...text.matchAll(AT)].flatMap(({ 0: at, index }) => {
    const before = text.slice(Math.max(0, index - NEAR), index)
    const behind = text.slice(index + at.length, index + at.length + NEAR)
    const [local, domain] = [localLength(before), domainLength(behind)]
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
    else if (isSaidNumber(word) && PART.test(lastWord(left))) rest = left
    else break
  }
  return start < before.trimEnd().length ? before.length - start : 0
}

function lastWord(text: string): string {
  return /\S+$/u.exec(text)?.[0] ?? ''
}

function isSaidNumber(word: string): boolean {
  const lower = word.toLowerCase()
  return /^\p{N}+$/u.test(word) || lower === SIX || isNumberWord(lower) || /^(?:zero|null|nul|zéro|cero)$/.test(lower)
}

/** How many characters behind "@" are the host: one to three words up to the first dot, and what follows up to a known ending. */
function domainLength(behind: string): number {
  const words = [...behind.matchAll(/\S+/gu)].map(({ 0: word, index }) => {
    const bare = word.replace(/[.,;:!?)\]]+$/u, '')
    return { bare, end: index + bare.length, isLast: bare.length < word.length }
  })
  const [first] = words
  if (first && WITH_DOTS.test(first.bare)) return first.end
  const dot = words.findIndex(({ bare }) => DOT.test(bare))
  if (dot < 1 || dot > LONGEST_HOST || words.slice(0, dot).some(({ bare, isLast }) => isLast || !PART.test(bare)))
    return 0
  let end = 0
  for (let at = dot; DOT.test(words[at]?.bare ?? ''); at += 2) {
    const label = words[at + 1]
    if (!label || !PART.test(label.bare)) break
    end = label.end
    if (label.isLast || DOMAIN_ENDING.test(label.bare)) break
  }
  return end
}
