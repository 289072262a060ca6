import type { Source } from '../../contract/answer.ts'
import { pageWords } from '../../contract/page-unit.ts'
import type { Pages } from '../../store/matter/pages.ts'
import type { PromptSource } from './build-turns.ts'
import { passageMarkdown, type ShownPassage } from './passage-markdown.ts'

/** Gives sources as the model reads them: `above` is what was set before a passage that continues a table. */
export type ShowSource = (source: Source) => PromptSource & Pick<ShownPassage, 'above'>

/** Each source is looked up once: the same ones are shown, counted and checked. */
export function createShowSource(pages: Pages): ShowSource {
  const shown = new Map<string, ReturnType<ShowSource>>()
  return (source) => {
    const known = shown.get(source.source)
    if (known) return known
    const { document, page, section } = source
    const where = [document, pageWords(document, page), section].filter(Boolean).join(', ')
    const made = { source: source.source, where, ...shownPassage(source, pages) }
    shown.set(source.source, made)
    return made
  }
}

/** Where the reading is gone, or of old answers not known, the text stays as it was kept. */
function shownPassage({ textVersion, page, start, end, text }: Source, pages: Pages): ShownPassage {
  const part = textVersion === null ? null : pages.part(textVersion, page)
  return part === null ? { text, above: '' } : passageMarkdown(part, start, end)
}
