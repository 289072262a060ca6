/** `S1–S4, R1`: source marks, neighbours drawn together. */
export function sourceRange(marks: readonly string[]): string {
  const runs: { letter: string; from: number; to: number }[] = []
  for (const mark of marks) {
    const letter = mark.slice(0, 1)
    const number = Number(mark.slice(1))
    const last = runs.at(-1)
    if (last && last.letter === letter && last.to + 1 === number) last.to = number
    else runs.push({ letter, from: number, to: number })
  }
  return runs.map(({ letter, from, to }) => `${letter}${from}${to > from ? `–${letter}${to}` : ''}`).join(', ')
}
