import type { Passage } from '../../../store/matter/passages.ts'

/** Passages that are told of together, in reading order. */
export type SummarySection = { readonly section: string; readonly passages: readonly Passage[] }

/** So much of a section is told of in one go; what is shorter is told of together with what follows. */
const CHARACTERS = { atLeast: 700, atMost: 3000 }

/** The sections of a document, long ones in several runs of passages, short ones together. Every passage is in one. */
export function summarySections(passages: readonly Passage[]): readonly SummarySection[] {
  const sections: { readonly section: string; readonly passages: Passage[]; characters: number }[] = []
  for (const passage of passages) {
    const last = sections.at(-1)
    const length = passage.end - passage.start
    const fits = last && last.characters + length <= CHARACTERS.atMost
    if (fits && (last.section === passage.section || last.characters < CHARACTERS.atLeast)) {
      last.passages.push(passage)
      last.characters += length
    } else sections.push({ section: passage.section, passages: [passage], characters: length })
  }
  return sections.map(({ section, passages: own }) => ({ section, passages: own }))
}
