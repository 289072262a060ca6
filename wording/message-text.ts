import { formatFigure } from './figure.ts'
import { formatBytes, formatMemory } from './format-quantity.ts'
import { formatDate } from './format-time.ts'
import { choiceWords, listWords } from './phrases.ts'
import { hasMessage, inEnglish, t } from './translate.ts'
import { putFailuresIntoWords } from './failure.ts'
import type { Message, MessageValue } from './message.ts'

/** The words of a message in the language in use. One of another version, whose text or values are not known here, is said to be so. */
export function messageText({ key, values }: Message): string {
  if (!hasMessage(key)) return t('language.ofAnotherVersion')
  try {
    const entries = Object.entries(values).map(([name, value]) => [name, valueText(value)])
    return (t as (key: string, values: object) => string)(key, Object.fromEntries(entries))
  } catch {
    return t('language.ofAnotherVersion')
  }
}

/** Throws for a value that this version does not know. */
function valueText(value: MessageValue): string | number {
  if (typeof value === 'string' || typeof value === 'number') return value
  if ('key' in value) return messageText(value)
  if ('bytes' in value) return formatBytes(value.bytes)
  if ('memory' in value) return formatMemory(value.memory)
  if ('figure' in value) return formatFigure(value.figure)
  if ('date' in value) return formatDate(value.date)
  return 'all' in value ? listWords(value.all.map(wordsOf)) : choiceWords(value.any.map(wordsOf))
}

function wordsOf(one: string | Message): string {
  return typeof one === 'string' ? one : messageText(one)
}

/** What stands in logs, in the records of what was done, and on the command line. */
export function englishText(said: Message): string {
  return inEnglish(() => messageText(said))
}

// Whoever says messages says failures as well.
putFailuresIntoWords(englishText)
