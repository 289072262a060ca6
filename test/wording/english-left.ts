import { MESSAGES as GERMAN } from '../../wording/messages/de/messages.ts'
import { MESSAGES as ENGLISH } from '../../wording/messages/en/messages.ts'
import { messagesOf } from './messages-of.ts'

/** The parts of the catalogue that papers are written from. */
const OF_PAPERS = ['answers', 'calendar', 'conference', 'paper', 'report', 'sheets', 'surveys', 'window'] as const

/** Shorter words are German as well, or part of a name. */
const LETTERS = 5

const german = new Map(messagesOf(GERMAN))

/** What a message says before its first value and behind its last. */
const ends = (message: string) => [message.replace(/[{<][^]*$/, ''), message.replace(/^[^]*[}>]/, '')]

const phrases = OF_PAPERS.flatMap((part) => messagesOf(ENGLISH[part], `${part}.`)).flatMap(([key, text]) =>
  ends(text)
    .map((end) => end.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, ''))
    .filter((end) => end.length >= LETTERS && !(german.get(key) ?? '').includes(end)),
)

/** The English words of the program that a text still has, each once. */
export function englishLeft(text: string): readonly string[] {
  const plain = text.replace(/\s+/g, ' ')
  const has = (phrase: string) => {
    const at = plain.indexOf(phrase)
    return at >= 0 && !/\p{L}/u.test(`${plain[at - 1] ?? ''}${plain[at + phrase.length] ?? ''}`)
  }
  return [...new Set(phrases.filter(has))]
}
