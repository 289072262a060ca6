/** Words with a capital that stand together, with commas or without: "P. Anderson", "Danbury, Pinehurst, Court". */
const NAMES = /\p{Lu}[\p{L}\p{N}.]*(?:['’-][\p{L}\p{N}]+)*(?:,?\s+\p{Lu}[\p{L}\p{N}.]*(?:['’-][\p{L}\p{N}]+)*)*/gu
const NAME = /(?:\b\p{Lu}\.\s*)*[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu
const JOINS = ',?\\s+(?:and|or)\\s+'

/**
 * A question that names several documents as it is put to one of them, without the names (lower case) that only `others` have: "What
 * are the ages of K. Ramos and L. Bailey?" becomes "What are the ages of K. Ramos?". Asked for both, small models made up the other one.
 */
export function questionFor(question: string, own: ReadonlySet<string>, others: ReadonlySet<string>): string {
  let asked = question
  // The first word has its capital anyway.
  const named = question.slice(0, 1).toLowerCase() + question.slice(1)
  for (const [names] of named.matchAll(NAMES)) {
    const parts = [...names.matchAll(NAME)].map(([name]) => name)
    if (!parts.some((name) => others.has(wordOf(name)))) continue
    const isTheirs = !parts.some((name) => own.has(wordOf(name)))
    const left = isTheirs ? [names] : parts.filter((name) => others.has(wordOf(name)))
    for (const name of left) asked = without(asked, name)
  }
  return asked
    .replace(/\s+([,?.])/g, '$1')
    .replace(/\s{2,}/g, ' ')
    .trim()
}

/** With the "and" or comma that joined it to what stays. */
function without(text: string, name: string): string {
  const alone = `(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:['’]s)?(?![\\p{L}\\p{N}])`
  const places = [`${alone}${JOINS}`, `(?:${JOINS}|,\\s*)${alone}`, `${alone}(?:,\\s*)?`]
  const place = places.map((pattern) => new RegExp(pattern, 'u')).find((pattern) => pattern.test(text))
  return place ? text.replace(place, '') : text
}

function wordOf(name: string): string {
  return name
    .replace(/^(?:\p{Lu}\.\s*)+/u, '')
    .replace(/['’]s$/, '')
    .toLowerCase()
}
