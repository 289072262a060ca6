/** So many different words a long document has; then all are forgotten, so that memory stays bounded. */
const WORDS_AT_MOST = 20_000

/** The same function of a word, which computes each word once: the words of a text repeat, and reading one takes dozens of patterns. */
export function remembered<Value>(compute: (word: string) => Value): (word: string) => Value {
  const known = new Map<string, Value>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined || known.has(word)) return before as Value
    if (known.size >= WORDS_AT_MOST) known.clear()
    const value = compute(word)
    known.set(word, value)
    return value
  }
}
