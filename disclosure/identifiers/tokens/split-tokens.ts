import { endsSentence } from '../../../text/sentences.ts'

/** `title`: Smith, McNeil · `upper`: SMITH, J · `lower` · `digits`: 12 · `mixed`: B12, iPhone, 3rd */
export type Shape = 'title' | 'upper' | 'lower' | 'digits' | 'mixed'

/** A word or a number. A possessive 's and an elided French article are not part of it. `text`: its first 100 letters. */
export type Token = {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly shape: Shape
  /** What stands between the token before and this one. */
  readonly gap: string
  /** A sentence, a line, a quotation or a bracket begins here: a capital says nothing. */
  readonly opens: boolean
}

/**
 * Letters and digits, with invisible characters in them (a soft hyphen). A raised figure is the mark of a note and no part of a word,
 * and three letters stand apart from the figures before or behind them: "Hollis2" is Hollis. "Sig.ra" is one word.
 */
const TOKEN =
  /(?<![\p{L}\p{Nd}])(?:Sig|Dott|Dr|Prof|Avv|Sr|D|Ex|Ill|Gent|Preg|Egr)\.(?:ssa|ra|na|ri|mo|ma|mi|ª)(?![\p{L}\p{Nd}])|\p{L}[\p{L}\p{M}\p{Cf}]{2,}(?:['’]\p{L}[\p{L}\p{M}\p{Cf}]*)?(?=\p{Nd}*(?![\p{L}\p{Nd}]))|\p{Nd}+(?=\p{L}{3})|[\p{L}\p{Nd}][\p{L}\p{Nd}\p{M}\p{Cf}]*(?:['’]\p{L}[\p{L}\p{M}\p{Cf}]*)?/giu
const INVISIBLE = /\p{Cf}/gu
const POSSESSIVE = /^(.+)['’][sS]$/u
const ELISION = /^(?:[cdjlmnst]|qu|lorsqu|jusqu|puisqu|dell|all|nell|sull|dall|coll|un|quest|quell)['’](?=\p{L})/iu
const TITLE = /^\p{Lu}(?:['’]?\p{Lu}?[\p{Ll}\p{M}])+$|^(?:Mc|Mac|De|Di|La|Le|Van|O['’])\p{Lu}[\p{L}\p{M}]*$/u
const UPPER = /^[\p{Lu}\p{M}]+(?:['’]\p{Lu}+)?$/u
const LOWER = /^[\p{Ll}\p{Lo}\p{M}'’]+$/u
const DIGITS = /^\p{N}+$/u
/** Characters of the next word that are looked at. */
const LONGEST_WORD = 30
/** More letters are no word of any language but encoded data, which dozens of expressions would otherwise search from every letter on. */
const LETTERS_AT_MOST = 100

export function splitTokens(text: string): readonly Token[] {
  const tokens: Token[] = []
  let last = 0
  for (const match of text.matchAll(TOKEN)) {
    const [start, word] = bare(match.index, match[0])
    if (word === '') continue
    const gap = text.slice(last, start)
    const before = tokens.at(-1)
    const isFirst = opens(gap, before, text.slice(start, start + LONGEST_WORD)) || isBehindClauseNumber(gap, tokens)
    const visible = word.replace(INVISIBLE, '').slice(0, LETTERS_AT_MOST)
    tokens.push({ start, end: start + word.length, text: visible, shape: shapeOf(visible), gap, opens: isFirst })
    last = start + word.length
  }
  return tokens
}

function bare(at: number, found: string): readonly [start: number, word: string] {
  const elided = /^[^\P{Lu}L]['’]\p{Lu}/u.test(found) ? undefined : ELISION.exec(found)?.[0]
  const word = elided === undefined ? found : found.slice(elided.length)
  return [at + found.length - word.length, POSSESSIVE.exec(word)?.[1] ?? word]
}

function shapeOf(word: string): Shape {
  if (LOWER.test(word)) return 'lower'
  if (DIGITS.test(word)) return 'digits'
  if (UPPER.test(word)) return 'upper'
  return TITLE.test(word) ? 'title' : 'mixed'
}

/** "12.5 If this lease": a number in parts, and nothing but a space. */
function isBehindClauseNumber(gap: string, tokens: readonly Token[]): boolean {
  const [before, last] = tokens.slice(-2)
  return gap === ' ' && last?.gap === '.' && last.shape === 'digits' && before?.shape === 'digits'
}

function opens(gap: string, before: Token | undefined, behind: string): boolean {
  if (before === undefined) return true
  if (/[!?;:•"“„«(\n\r\t*|>]|\.{2}|…|\s[-–—]\s?|['‘]$/u.test(gap.replace(/^['’][sS]/, ''))) return true
  return /\.\s/u.test(gap) && endsSentence(`${before.text}.`, ` ${behind}`, () => null)
}
