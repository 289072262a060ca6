import type { IdentifierSpan } from '../identifier.ts'
import { everyMatch } from '../patterns/pattern.ts'
import type { Reading } from '../tokens/read-words.ts'
import { firstWordFrom, has, type Word, wordAt, wordsUntil } from '../tokens/word-at.ts'
import { GENERIC_WORDS, ORGANISATION_WORDS, TITLES } from './cue-words.ts'
import { isCapital } from './name-run.ts'
import { ROLES } from './roles.ts'

/** What stands before who writes and who is written to, in the head of a mail; "To" and "Da" alone are words as well. */
const PEOPLE =
  'from|to|cc|bcc|von|an|de|à|para|da|a|per|van|aan|od|do|dw|udw|kopia|nadawca|adresat|absender|empfänger|expéditeur|destinataire|mittente|destinatario|remetente|destinatário|remitente|afzender'
/** Other lines of such a head, of which one tells that it is a head. */
const OTHERS =
  'subject|re|sent|date|betreff|gesendet|datum|objet|envoyé|asunto|enviado|fecha|oggetto|inviato|data|assunto|enviada|enviado|onderwerp|verzonden|temat|wysłano'

const PERSON_LINE = new RegExp(String.raw`^[>| \t]{0,6}(?:${PEOPLE})[ \t]{0,2}:[ \t]{0,3}(?<id>[^\n]{1,200})`, 'dgimu')
const OTHER_LINE = new RegExp(String.raw`^[>| \t]{0,6}(?:${OTHERS})[ \t]{0,2}:`, 'gimu')

/** Lines of a head stand together. */
const NEAR = 400
const MOST_NAMES = 5

/** Who writes and who is written to in a mail: names, though they are common words ("Od: Jagoda", "To: Tom Rudge; Faith"). */
export function findMailHeads(reading: Reading): readonly IdentifierSpan[] {
  const lines = everyMatch(reading.text, PERSON_LINE)
  if (lines.length === 0) return []
  const heads = [...lines.map(({ index }) => index), ...everyMatch(reading.text, OTHER_LINE).map(({ index }) => index)]
  return lines.flatMap(({ index, indices }) => {
    const isHead = heads.some((other) => other !== index && Math.abs(other - index) < NEAR)
    const [start, end] = indices?.groups?.id ?? [0, 0]
    return isHead ? namesIn(reading, start, end) : []
  })
}

/** Each run of capitals that says no role and no organisation. */
function namesIn(reading: Reading, start: number, end: number): readonly IdentifierSpan[] {
  const { words } = reading
  const to = wordsUntil(words, firstWordFrom(reading, start), end)
  const spans: IdentifierSpan[] = []
  for (let at = firstWordFrom(reading, start); at < to; ) {
    const behind = runEnd(words, at, to)
    if (behind === at) {
      at += 1
      continue
    }
    const [first, last] = [wordAt(words, at), wordAt(words, behind - 1)]
    if (behind - at <= MOST_NAMES && isName(words.slice(at, behind)))
      spans.push({ start: first.start, end: last.end, type: 'person', by: 'names', confidence: 0.7 })
    at = behind
  }
  return spans
}

function runEnd(words: readonly Word[], from: number, to: number): number {
  let at = from
  while (
    at < to &&
    isCapital(wordAt(words, at)) &&
    (at === from || /^(?: |-|\. ?|, |['’])$/u.test(wordAt(words, at).gap))
  )
    at += 1
  return at
}

/** No letter alone, and nothing that says what a desk or a firm is. */
function isName(run: readonly Word[]): boolean {
  const isOther = (word: Word) =>
    [ROLES, ORGANISATION_WORDS, GENERIC_WORDS].some((list) => has(list, word)) && word.name === 0
  const telling = run.filter((word) => !has(TITLES, word))
  if (telling.length === 0 || telling.some(isOther)) return false
  return telling.every(({ levels }) => levels.safe === 0) && telling.some(({ text }) => text.length > 1)
}
