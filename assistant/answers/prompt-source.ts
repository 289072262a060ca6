import type { ConclusionSource, PassageSource } from '../../contract/answer.ts'
import { pageWords } from '../../contract/page-unit.ts'
import type { Pages } from '../../store/matter/pages.ts'
import type { PromptSource } from './build-turns.ts'
import { conclusionText } from './conclusion-text.ts'
import { passageMarkdown, type ShownPassage } from './passage-markdown.ts'

/** Gives sources as the model reads them: `above` is what was set before a passage that continues a table. */
export type ShowSource = (source: PassageSource | ConclusionSource) => PromptSource & Pick<ShownPassage, 'above'>

/** Each source is looked up once: the same ones are shown, counted and checked. */
export function createShowSource(pages: Pages): ShowSource {
  const shown = new Map<string, ReturnType<ShowSource>>()
  return (source) => {
    const known = shown.get(source.source)
    if (known) return known
    const made = source.kind === 'conclusion' ? shownConclusion(source) : shownPassage(source, pages)
    shown.set(source.source, made)
    return made
  }
}

function shownConclusion(conclusion: ConclusionSource): ReturnType<ShowSource> {
  const isOpen = conclusion.holds === 'unknown'
  const where = isOpen ? 'a rule cannot settle this yet' : 'computed by a rule; its numbers and dates stay as they are'
  return { source: conclusion.source, where, text: conclusionText(conclusion), above: '' }
}

function shownPassage(passage: PassageSource, pages: Pages): ReturnType<ShowSource> {
  const { source, document, page, section } = passage
  const where = [document, pageWords(document, page), section].filter(Boolean).join(', ')
  return { source, where, ...markdown(passage, pages) }
}

/** Where the reading is gone, or of old answers not known, the text stays as it was kept. */
function markdown({ textVersion, page, start, end, text }: PassageSource, pages: Pages): ShownPassage {
  const part = textVersion === null ? null : pages.part(textVersion, page)
  return part === null ? { text, above: '' } : passageMarkdown(part, start, end)
}
