import type { ConclusionSource, PassageSource } from '../../contract/answer.ts'
import { pageWords } from '../../contract/page-unit.ts'
import type { Pages } from '../../store/matter/pages.ts'
import type { PromptSource } from './build-turns.ts'
import { conclusionText } from './conclusion-text.ts'
import { passageMarkdown, type ShownPassage } from './passage-markdown.ts'

/** `before`: the lines directly before the passage. */
type Shown = PromptSource & Pick<ShownPassage, 'above'> & { readonly before: string }

/**
 * Gives sources as the model reads them, whole or only some spans of a passage: `above` is what was set before one that continues
 * a table.
 */
export type ShowSource = (source: PassageSource | ConclusionSource, spans?: PassageSource['read']) => Shown

/** What was left out between two spans. */
const LEFT_OUT = '\n…\n'

/** Each is looked up once: the same ones are shown, counted and checked. */
export function createShowSource(pages: Pages): ShowSource {
  const shown = new Map<string, Shown>()
  return (source, spans = null) => {
    const key = `${source.source} ${spans?.map(({ start, end }) => `${start}-${end}`).join(' ') ?? 'whole'}`
    const known = shown.get(key)
    if (known) return known
    const made = source.kind === 'conclusion' ? shownConclusion(source) : shownPassage(source, spans, pages)
    shown.set(key, made)
    return made
  }
}

function shownConclusion(conclusion: ConclusionSource): Shown {
  const isOpen = conclusion.holds === 'unknown'
  const where = isOpen ? 'a rule cannot settle this yet' : 'computed by a rule; its numbers and dates stay as they are'
  return { source: conclusion.source, where, text: conclusionText(conclusion), above: '', before: '' }
}

function shownPassage(passage: PassageSource, spans: PassageSource['read'], pages: Pages): Shown {
  const { source, document, page, section, start, end } = passage
  const where = [document, pageWords(document, page), section].filter(Boolean).join(', ')
  const parts = (spans ?? [{ start, end }]).map((span) => markdown(passage, span, pages))
  return {
    source,
    where,
    text: parts.map(({ text }) => text).join(LEFT_OUT),
    above: parts.find(({ above }) => above !== '')?.above ?? '',
    before: linesBefore(passage, pages),
  }
}

/** A heading or a label that a passage stands under is seldom further away. */
const BEFORE_CHARACTERS = 1500

/** Whole lines of the document directly before a passage: there its heading may stand, or the label above its list. */
export function linesBefore(
  { textVersion, start }: Pick<PassageSource, 'textVersion' | 'start'>,
  pages: Pick<Pages, 'slice'>,
): string {
  if (textVersion === null) return ''
  const from = Math.max(0, start - BEFORE_CHARACTERS)
  const before = pages.slice(textVersion, from, start)
  return from === 0 ? before : before.slice(before.indexOf('\n') + 1)
}

type Span = { readonly start: number; readonly end: number }

/** Where the reading is gone, or of old answers not known, the text stays as it was kept. */
function markdown({ textVersion, page, start, text }: PassageSource, span: Span, pages: Pages): ShownPassage {
  const part = textVersion === null ? null : pages.part(textVersion, page)
  if (part !== null) return passageMarkdown(part, span.start, span.end)
  return { text: text.slice(span.start - start, span.end - start), above: '' }
}
