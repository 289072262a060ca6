const all = new Intl.ListFormat('en-GB', { type: 'conjunction' })
const any = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** `lease, letter and map`, of five with `atMost` 2 `lease, letter and 3 more`; a single one more is named. */
export function listWords(words: readonly string[], atMost = words.length): string {
  const more = words.length - atMost
  return all.format(more > 1 ? [...words.slice(0, atMost), `${more} more`] : words)
}

/** `kg, g or lb`. */
export function choiceWords(words: readonly string[]): string {
  return any.format(words)
}
