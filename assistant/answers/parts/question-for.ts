/** A word, with the initials of a first name before it. */
const NAME = /(?:\b\p{Lu}\.\s*)*[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu

const JOINS = ',?\\s+(?:and|or)\\s+'

/**
 * A question that names several documents as it is put to one of them: without the names (lower case) that only `others` have. "What are
 * the ages of K. Ramos and L. Bailey?" becomes "What are the ages of K. Ramos?". Asked for both, small models made up the other one.
 */
export function questionFor(question: string, others: ReadonlySet<string>): string {
  let asked = question
  for (const [name] of question.matchAll(NAME)) {
    if (!others.has(wordOf(name))) continue
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const alone = `(?<![\\p{L}\\p{N}])${escaped}(?:['’]s)?(?![\\p{L}\\p{N}])`
    const places = [`${alone}${JOINS}`, `(?:${JOINS}|,\\s*)${alone}`, `${alone}(?:,\\s*)?`]
    const place = places.map((pattern) => new RegExp(pattern, 'u')).find((pattern) => pattern.test(asked))
    if (place) asked = asked.replace(place, '')
  }
  return asked
    .replace(/\s+([,?.])/g, '$1')
    .replace(/\s{2,}/g, ' ')
    .trim()
}

function wordOf(name: string): string {
  return name
    .replace(/^(?:\p{Lu}\.\s*)+/u, '')
    .replace(/['’]s$/, '')
    .toLowerCase()
}
