/** The ends of a hash, enough to compare two by eye: `3f9a…c21`. */
export function shortHash(hash: string): string {
  return hash.length <= 9 ? hash : `${hash.slice(0, 4)}…${hash.slice(-3)}`
}
