import type { Token } from 'node-llama-cpp'

/** A character of UTF-8 has at most 4 bytes, and a token at least one; beyond that the bytes are no character. */
const MOST_HELD_TOKENS = 4
const INCOMPLETE = '\uFFFD'

/** Turns tokens into text piece by piece; a character that is spread over several tokens comes with the last of them. */
export function createTokenText(detokenise: (tokens: readonly Token[], before: readonly Token[]) => string) {
  const said: Token[] = []
  let held: Token[] = []

  function release(text: string): string {
    said.push(...held)
    held = []
    return text
  }

  return {
    push(token: Token): string {
      held.push(token)
      const text = detokenise(held, said)
      return text.endsWith(INCOMPLETE) && held.length < MOST_HELD_TOKENS ? '' : release(text)
    },
    /** What is still held back, at the end. */
    rest(): string {
      return held.length === 0 ? '' : release(detokenise(held, said))
    },
  }
}
