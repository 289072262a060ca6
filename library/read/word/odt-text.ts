import { characterCount } from '../character-count.ts'
import { type OdtElement, odtFrame, type OdtParagraph, type OdtStory } from './odt-story.ts'
import { raisedText } from '../raised-text.ts'

const DEEPEST_HEADING = 6
/** Enough for a quote of the words that a comment or an insertion is about. */
const RANGE_PIECES = 1000

export function openOdtParagraph(story: OdtStory, { name, attributes }: OdtElement): void {
  const style = story.context.styles.style('paragraph', attributes['text:style-name'])
  const depth = story.lists.depth()
  const level = Math.max(1, Number(attributes['text:outline-level']) || 1)
  const isHeading = name === 'text:h' || style.isTitle
  odtFrame(story).paragraphs.push({
    pieces: [],
    kind: isHeading ? 'heading' : depth > 0 ? 'list-item' : 'paragraph',
    level: isHeading ? Math.min(DEEPEST_HEADING, level) : depth,
    label: style.isHidden ? '' : label(story, name === 'text:h' ? level : 0, attributes, style.list),
    isHidden: style.isHidden,
    after: [],
  })
}

function label(
  story: OdtStory,
  headingLevel: number,
  attributes: OdtElement['attributes'],
  list: string | undefined,
): string {
  const { styles } = story.context
  if (story.lists.depth() > 0) return story.lists.label((style) => styles.list(style ?? list))
  if (headingLevel === 0 || attributes['text:is-list-header'] === 'true' || list === '') return ''
  const isRestarted = attributes['text:restart-numbering'] === 'true'
  const levels = list === undefined ? styles.outline : styles.list(list)
  const start = Number(attributes['text:start-value'] ?? 1) || 1
  return story.lists.heading(headingLevel, levels, isRestarted ? start : undefined)
}

/** Takes text into the paragraph under way, or, hidden, into the count. */
export function takeOdtText(story: OdtStory, text: string): void {
  const { counts } = story.context
  if (story.capture) {
    story.capture.push(text)
    return
  }
  const paragraph: OdtParagraph | undefined = odtFrame(story).paragraphs.at(-1)
  if (!paragraph) {
    counts.strayCharacters += characterCount(text)
    return
  }
  if (story.hidden > 0) {
    counts.hiddenCharacters += characterCount(text)
    return
  }
  for (const words of story.insertions.values()) if (words.length < RANGE_PIECES) words.push(text)
  for (const { words } of story.openComments.values()) if (words.length < RANGE_PIECES) words.push(text)
  if (story.struck > 0) counts.struckCharacters += characterCount(text)
  paragraph.pieces.push(story.raised > 0 ? raisedText(text) : text)
}
