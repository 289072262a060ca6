/** Changes to the text of one XML part, collected first and made together. */
export interface XmlEdits {
  readonly isEmpty: boolean
  /** At one place, behind what was put there earlier. */
  insert(at: number, markup: string): void
  /** What is replaced must not overlap what else is; insertions at its edges stay, those inside it are lost with it. */
  replace(start: number, end: number, markup: string): void
  apply(xml: string): string
}

type Insertion = { readonly at: number; readonly markup: string }
type Replacement = { readonly start: number; readonly end: number; readonly markup: string }

export function createXmlEdits(): XmlEdits {
  const insertions: Insertion[] = []
  const replacements: Replacement[] = []
  return {
    get isEmpty() {
      return insertions.length === 0 && replacements.length === 0
    },
    insert(at, markup) {
      insertions.push({ at, markup })
    },
    replace(start, end, markup) {
      replacements.push({ start, end, markup })
    },
    apply(xml) {
      const pieces: string[] = []
      let done = 0
      let next = 0
      const ordered = insertions.toSorted((one, other) => one.at - other.at)
      const insertUpTo = (end: number) => {
        for (; next < ordered.length && ordered[next]!.at <= end; next += 1) {
          const { at, markup } = ordered[next]!
          if (at < done) continue
          pieces.push(xml.slice(done, at), markup)
          done = at
        }
      }
      for (const { start, end, markup } of withoutInner(replacements)) {
        insertUpTo(start)
        pieces.push(xml.slice(done, start), markup)
        done = end
      }
      insertUpTo(xml.length)
      pieces.push(xml.slice(done))
      return pieces.join('')
    },
  }
}

/** What lies inside a larger replacement goes with it. */
function withoutInner(all: readonly Replacement[]): readonly Replacement[] {
  const kept: Replacement[] = []
  for (const one of all.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one)
  return kept
}
