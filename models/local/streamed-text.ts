import type { Token } from 'node-llama-cpp'

/** Lets text through up to the first stop text; holds back an end that may be the beginning of one. */
export function createStopTexts(stops: readonly string[]) {
  let held = ''
  let stopped = false
  return {
    get stopped(): boolean {
      return stopped
    },
    push(text: string): string {
      if (stopped) return ''
      held += text
      const at = Math.min(...stops.map((stop) => held.indexOf(stop)).filter((index) => index >= 0))
      if (Number.isFinite(at)) {
        stopped = true
        return held.slice(0, at)
      }
      const keep = Math.max(0, ...stops.map((stop) => sharedLength(held, stop)))
      const through = held.slice(0, held.length - keep)
      held = held.slice(held.length - keep)
      return through
    },
    rest(): string {
      return stopped ? '' : held
    },
  }
}

/** Of the end of `text`, the longest part that `stop` begins with. */
function sharedLength(text: string, stop: string): number {
  for (let length = Math.min(text.length, stop.length - 1); length > 0; length -= 1)
    if (text.endsWith(stop.slice(0, length))) return length
  return 0
}

/** A character of UTF-8 has at most 4 bytes, and a token at least one; beyond that the bytes are no character. */
const MOST_HELD_TOKENS = 4
const INCOMPLETE = '\uFFFD'

/** Turns tokens into text piece by piece; a character that is spread over several tokens comes with the last of them. */
export function createTokenText(detokenise: (tokens: readonly Token[], before: readonly Token[]) => string) {
  const said: Token[] = []
  let held: Token[] = []

  function release(text: string, count = held.length): string {
    said.push(...held.slice(0, count))
    held = held.slice(count)
    return text
  }

  /** The first of what is held that cuts no character off from the rest, which may begin one. */
  function releaseFirst(text: string): string {
    for (let count = 1; count < held.length; count += 1) {
      const [first, rest] = [held.slice(0, count), held.slice(count)]
      const begins = detokenise(first, said)
      if (begins + detokenise(rest, [...said, ...first]) === text) return release(begins, count)
    }
    return release(text)
  }

  return {
    push(token: Token): string {
      held.push(token)
      const text = detokenise(held, said)
      if (!text.endsWith(INCOMPLETE)) return release(text)
      return held.length < MOST_HELD_TOKENS ? '' : releaseFirst(text)
    },
    /** What is still held back, at the end. */
    rest(): string {
      return held.length === 0 ? '' : release(detokenise(held, said))
    },
  }
}
