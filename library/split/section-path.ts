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

const PARTS = ' > '

/**
 * The name of a passage that lies in several sections, given by their paths in order: what they have in common, then both of
 * two ("7 Term > 7.1 Notice; 7.2 Service"), or the first and the last of more ("1 Terms … 4 Rent").
 */
export function sectionSpan(paths: readonly string[]): string {
  const named = paths.filter((path) => path !== '').map((path) => path.split(PARTS))
  const [first = [], ...others] = named
  const differs = first.findIndex((name, at) => others.some((path) => path[at] !== name))
  const common = differs === -1 ? first : first.slice(0, differs)
  const tails = named.map((path) => path.slice(common.length).join(PARTS)).filter((tail) => tail !== '')
  const [from, to] = [tails[0], tails.at(-1)]
  const span = from === to ? from : `${from}${tails.length === 2 ? '; ' : ' \u2026 '}${to}`
  return [...common, ...(span === undefined ? [] : [span])].join(PARTS)
}
