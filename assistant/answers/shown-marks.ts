import type { Turn } from '../../models/language-model.ts'

/** Of these marks those whose sources stand in the turns: what does not fit the context is left out of them. */
export function shownMarks(turns: readonly Turn[], marks: readonly string[]): readonly string[] {
  const texts = turns.filter(({ role }) => role === 'user').map(({ text }) => `\n\n${text}`)
  return marks.filter((mark) => texts.some((text) => text.includes(`\n\n[${mark}] `)))
}
