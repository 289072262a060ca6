import { currentParagraph } from './docx-paragraph.ts'
import type { Story } from './docx-story.ts'
import type { XmlAttributes } from '../../xml/walk-xml.ts'

type Open = (story: Story, attributes: XmlAttributes, parent: string | undefined) => void

/** Formulas as a line of text: "(a+b)/2", "x^2", "√(y)". Begins of their parts. */
export const OPEN_MATH: Readonly<Record<string, Open>> = {
  'm:num': begin,
  'm:den': (story) => beginAfter(story, '/'),
  'm:sup': (story) => beginAfter(story, '^'),
  'm:sub': (story) => beginAfter(story, '_'),
  'm:lim': (story) => beginAfter(story, '_'),
  'm:e': (story, _, parent) => beginAfter(story, parent === 'm:rad' ? '\u221a' : ''),
  'm:d': (story) => beginWith(story, '(', ')'),
  'm:begChr': (story, attributes) => setEdge(story, 'before', attributes['m:val']),
  'm:endChr': (story, attributes) => setEdge(story, 'after', attributes['m:val']),
  'm:nary': (story) => beginWith(story, '\u222b', ''),
  'm:chr': (story, attributes, parent) => {
    if (parent === 'm:naryPr') setEdge(story, 'before', attributes['m:val'])
  },
  'm:mr': (story) => put(story, ' '),
}

/** Ends of the parts of a formula. */
export const CLOSE_MATH: Readonly<Record<string, (story: Story) => void>> = {
  'm:num': (story) => end(story, isLong),
  'm:den': (story) => end(story, isLong),
  'm:sup': (story) => end(story, isLong),
  'm:sub': (story) => end(story, isLong),
  'm:lim': (story) => end(story, isLong),
  'm:e': (story) => end(story, (text, before) => before.endsWith('\u221a') && isLong(text)),
  'm:d': (story) => end(story, () => true),
  'm:nary': (story) => end(story, () => true),
  'm:fName': (story) => put(story, ' '),
  'm:mr': (story) => put(story, ';'),
}

function isLong(text: string): boolean {
  return text.length > 1 && !/^(\d+|\(.*\))$/.test(text)
}

function put(story: Story, text: string): void {
  const { pieces, sources } = currentParagraph(story)
  if (story.context.isTraced) sources[pieces.length] = story.at
  if (text !== '') pieces.push(text)
}

function begin(story: Story): void {
  beginWith(story, '(', ')')
}

function beginAfter(story: Story, sign: string): void {
  put(story, sign)
  begin(story)
}

function beginWith(story: Story, before: string, after: string): void {
  story.mathParts.push({ from: currentParagraph(story).pieces.length, before, after })
}

function setEdge(story: Story, edge: 'before' | 'after', character: string | undefined): void {
  const part = story.mathParts.at(-1)
  if (part) part[edge] = character ?? ''
}

/** Puts the edges around what came since the begin where `isNeeded`, also given what stands before. */
function end(story: Story, isNeeded: (text: string, before: string) => boolean): void {
  const part = story.mathParts.pop()
  if (!part) return
  const { pieces, sources } = currentParagraph(story)
  const text = pieces.splice(part.from).join('')
  if (story.context.isTraced) sources[pieces.length] ??= story.at
  sources.length = Math.min(sources.length, pieces.length + 1)
  if (text === '' && (pieces.at(-1) === '^' || pieces.at(-1) === '_')) {
    pieces.pop()
    return
  }
  const isWrapped = text !== '' && isNeeded(text, pieces.at(-1) ?? '')
  pieces.push(isWrapped ? `${part.before}${text}${part.after}` : text)
}
