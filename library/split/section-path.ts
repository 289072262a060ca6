export interface SectionPath {
  /** Enters the section of a heading: sections of its level and deeper end. */
  enter(level: number, heading: string): void
  /** The path as it is shown, outermost first. */
  toString(): string
}

const LONGEST_NAME = 120

/** The headings above a place in a document. */
export function createSectionPath(): SectionPath {
  const open: { readonly level: number; readonly name: string }[] = []
  return {
    enter(level, heading) {
      while (open.length > 0 && open.at(-1)!.level >= level) open.pop()
      open.push({ level, name: headingName(heading) })
    },
    toString: () => open.map(({ name }) => name).join(' > '),
  }
}

/** Without Markdown marks and line breaks. */
function headingName(heading: string): string {
  const name = heading
    .replace(/^#{1,6}\s+|\s+#+\s*$/g, '')
    .replace(/\n\s*(=+|-+)\s*$/, '')
    .replace(/[*_`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME).toWellFormed()}\u2026` : name
}
