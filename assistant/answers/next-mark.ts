/**
 * The next mark of a letter: S3 behind S1 and S2. Behind the last one, and not by their number: where an answer of the conversation was
 * deleted, there are gaps.
 */
export function nextMark(letter: string, marks: Iterable<string>): string {
  const known = [...marks].flatMap((mark) => (mark.startsWith(letter) ? Number(mark.slice(letter.length)) : []))
  return `${letter}${Math.max(0, ...known) + 1}`
}
