const COMMON =
  'the tenant shall give notice to landlord of lease rent premises repair within days after date clause court judge evidence patient dose report ward letter service charge party agreement terms property'.split(
    ' ',
  )

/** Words as unevenly spread as those of real texts, the same for the same seed. */
export function createRandomText(seed: number) {
  let state = seed >>> 0 || 1
  const random = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4_294_967_296
  }
  const word = () =>
    random() < 0.5 ? (COMMON[Math.floor(random() * COMMON.length)] ?? '') : `w${Math.floor(random() ** 3 * 30_000)}`
  return {
    random,
    words: (count: number) => Array.from({ length: count }, word).join(' '),
    vector(dimensions: number): Float32Array {
      const values = Float32Array.from({ length: dimensions }, () => random() - 0.5)
      const length = Math.hypot(...values)
      return values.map((value) => value / length)
    },
  }
}
