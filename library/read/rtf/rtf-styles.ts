const HEADING_NAME = /^heading\s*([1-9])\b/i

export interface RtfStyles {
  control(word: string, value: number | null): void
  name(text: string): void
  endEntry(): void
  /** Level of the heading that paragraphs of the style are, null for text. */
  headingLevel(style: number): number | null
}

/** Collects the style sheet: which paragraph style is a heading, by its name or its level in the outline. */
export function createRtfStyles(): RtfStyles {
  const levels = new Map<number, number>()
  let style = 0
  let outline: number | null = null
  let name = ''
  return {
    control(word, value) {
      if (word === 's') style = value ?? 0
      else if (word === 'outlinelevel') outline = value
    },
    name(text) {
      name += text
    },
    endEntry() {
      const named = HEADING_NAME.exec(name.trim())?.[1]
      const level = named ? Number(named) : outlineLevel(outline)
      const title = /^title\s*;/i.test(name.trim()) ? 1 : null
      if (level !== null || title !== null) levels.set(style, Math.min(6, level ?? title!))
      style = 0
      outline = null
      name = ''
    },
    headingLevel: (number) => levels.get(number) ?? null,
  }
}

/** The file counts from 0 and says 9 for text. */
export function outlineLevel(outline: number | null): number | null {
  return outline !== null && outline >= 0 && outline < 9 ? Math.min(6, outline + 1) : null
}
