import type { IdentifierSpan } from '../identifier.ts'
import { everyMatch } from '../patterns/pattern.ts'
import type { Reading } from '../tokens/read-words.ts'
import { has, type Word, wordAt } from '../tokens/word-at.ts'
import { GENERIC_WORDS, ORGANISATION_WORDS, TITLES } from './cue-words.ts'
import { isCapital } from './name-run.ts'
import { ROLES } from './roles.ts'

/** What a letter opens with before a name: "Dear Maeve", "Beste Carlijn", "Ciao Vale". */
const GREETINGS = new Set(
  `dear hi hello hey liebe lieber hallo moin servus grüezi chère cher bonjour salut coucou querida querido hola estimada estimado apreciado
  apreciada cara caro ciao gentile salve querido querida oi olá prezada prezado caro cara beste lieve hoi hallo dag geachte cześć hej droga
  drogi kochana kochany czesc ahoj buongiorno ola oii ey yo hoihoi goedemorgen buenas morning szanowna szanowny witaj thanks thank merci danke gracias obrigado obrigada grazie dank bedankt dzięki dziękuję`.split(
    /\s+/,
  ),
)

/** What a letter closes with, on the line before the name. */
const CLOSINGS =
  /(?:regards|wishes|sincerely|faithfully|truly|cheers|thanks(?: love)?|love|grü(?:ß|ss)e?n?|gruß|hochachtungsvoll|herzlich|dein|deine|ihre?|cordialement|salutations|amicalement|bises|merci|saludos?|cordialmente|atentamente|abrazos?|gracias|un abbraccio|saluti|grazie|cordialità|distinti|abraços?|cumprimentos|atenciosamente|obg|obrigad[oa]|beijos?|groet(?:en)?|hoogachtend|liefs|bedankt|pozdrawiam|pozdrowienia|z poważaniem|z wyrazami szacunku|dzięki|feierabend)[\s,.!…-]*$/iu
const MOST_WORDS = 4

/** Two or three letters in the last line, and behind what says that somebody signs: "SO", "firma GV", "gez. Kl". */
const INITIALS_AT_END = /\n[ \t]{0,8}(?<id>\p{Lu}{2,3}|\p{Ll}\p{Lu}|\p{Lu}\.[ ]?\p{Lu}\.)[ \t]{0,8}\n{0,3}$/dgu
const SMALL_AT_END =
  /(?<!\p{L})(?:gruß|grüße|gruss|lg|vg|mfg|groet|groetjes|gr|saludos|saluti|abs|abraço|abraços|cordialement|regards|cheers|pozdrawiam|pozdr)[ ,.]{1,3}(?<id>\p{Ll}{3,20}(?: \p{Ll}{3,20})?)\s{0,4}$/dgu
const INITIALS_SIGNED =
  /(?<!\p{L})(?:[Ff]irmato|[Ff]irma|[Gg]ez\.|[Ss]igned|[Ss]igné|[Ff]do\.|[Pp]araaf|[Pp]odpis|Hdz\.|[Kk]ürzel)[:.]?[ ](?<id>\p{Lu}{2,3}|\p{Lu}\p{Ll})(?![\p{L}\p{N}])/dgu

/** Who is greeted, and who signs: a name of one word too, which nothing else tells ("Nessa", "Irek", "Pain"). */
export function findSignatures({ text, words }: Reading): readonly IdentifierSpan[] {
  const from = Math.max(0, text.length - NEAR_END)
  const initials = [
    ...spansOf(text.slice(from), INITIALS_AT_END, from),
    ...spansOf(text.slice(from), SMALL_AT_END, from),
    ...spansOf(text, INITIALS_SIGNED, 0),
  ]
  const named = words.flatMap((word, at) => {
    if (isGreeted(words, at)) return [spanOf(words, at, greetedEnd(words, at))]
    const end = word.gap.includes('\n') && isSigned(text, words, at) ? signatureEnd(words, at) : at
    return end > at ? [spanOf(words, at, end)] : []
  })
  return [...named, ...initials]
}

/** Characters at the end of a text in which it is signed. */
const NEAR_END = 80

function spansOf(text: string, expression: RegExp, offset: number): readonly IdentifierSpan[] {
  return everyMatch(text, expression).map(({ indices }): IdentifierSpan => {
    const [start, end] = indices?.groups?.id ?? [0, 0]
    return { start: start + offset, end: end + offset, type: 'person', by: 'names', confidence: 0.6 }
  })
}

function spanOf(words: readonly Word[], from: number, to: number): IdentifierSpan {
  const last = wordAt(words, to - 1)
  return { start: wordAt(words, from).start, end: last.end, type: 'person', by: 'names', confidence: 0.7 }
}

/** Behind a greeting that opens a line; a comma, a dash or the end of the line behind the name. */
function isGreeted(words: readonly Word[], at: number): boolean {
  const [before, word] = [wordAt(words, at - 1), wordAt(words, at)]
  if (word.gap !== ' ' || !before.opens || !has(GREETINGS, before) || !mayBeNamed(word)) return false
  return (
    /^(?:[,!:;…]|\s*\n| [-–—])/u.test(wordAt(words, greetedEnd(words, at)).gap) ||
    wordAt(words, greetedEnd(words, at)).start < 0
  )
}

function greetedEnd(words: readonly Word[], at: number): number {
  let to = at + 1
  while (to - at < MOST_WORDS && wordAt(words, to).gap === ' ' && mayBeNamed(wordAt(words, to))) to += 1
  return to
}

function isSigned(text: string, words: readonly Word[], at: number): boolean {
  const before = text.slice(0, wordAt(words, at).start).trimEnd()
  return CLOSINGS.test(before.slice(before.lastIndexOf('\n') + 1))
}

/** The line is a name and nothing else: "R. Tjon A Fat", "Den x". */
function signatureEnd(words: readonly Word[], at: number): number {
  let to = at
  while (
    to - at < MOST_WORDS &&
    (to === at || /^(?:\. ?| |-|\.-)$/u.test(wordAt(words, to).gap)) &&
    mayBeNamed(wordAt(words, to))
  )
    to += 1
  const { gap, text: next, start } = wordAt(words, to)
  return start < 0 || gap.includes('\n') || gap.includes(',') || next === 'x' ? to : at
}

/** In small letters, as mails and messages write it: "hoi anouk,", "moin kevin,". */
function isSmallName({ shape, name, ordinary }: Word): boolean {
  return shape === 'lower' && (ordinary === 0 ? name > 0 : ordinary === 1 && name === 2)
}

function mayBeNamed(word: Word): boolean {
  return (
    (isCapital(word) || isSmallName(word)) &&
    word.levels.safe === 0 &&
    ![TITLES, ROLES, ORGANISATION_WORDS, GENERIC_WORDS].some((list) => has(list, word))
  )
}
