import { factsInText } from '../text/facts.ts'
import { normalise } from '../text/normalise.ts'

/**
 * The same for two sentences only if they say the same word for word: in one order, with the same numbers, names and days. How a day
 * or a quotation mark is written makes no difference, nor whether the day stands first or last, nor a "the". Any word more or less may
 * turn a sentence round ("failed to", "if"), and no list of such words is ever whole.
 */
export function sentenceKey(text: string): string {
  const words = normalise(withPlainDays(text)).text.split(' ')
  const said = words.filter((word) => word !== 'the' && !/^['.-]+$/.test(word))
  const [first = ''] = said
  return (DAY.test(first) ? [...said.slice(1), first] : said).join(' ')
}

const DAY = /^\d{4}-\d{2}(?:-\d{2})?$/
/** "On 3 May" and "3 May"; not "by 3 May". */
const BEFORE_A_DAY = /\b(?:on|in)\s+$/i

function withPlainDays(text: string): string {
  return factsInText(text)
    .filter(({ kind }) => kind === 'date')
    .toSorted((one, other) => other.start - one.start)
    .reduce((words, { start, end, value }) => {
      const before = words.slice(0, start).replace(BEFORE_A_DAY, '')
      return `${before} ${value} ${words.slice(end)}`
    }, text)
}
