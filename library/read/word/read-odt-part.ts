import type { FlowBlock } from './flow.ts'
import { flowParagraph } from './flow.ts'
import { ODT_CLOSE, ODT_OPEN, ODT_SKIPPED } from './odt-elements.ts'
import { closeOdtFrame, createOdtStory, type OdtContext, type OdtStory } from './odt-story.ts'
import { takeOdtText } from './odt-text.ts'
import { walkPrefixedXml } from '../xml/walk-xml.ts'
import type { XmlAttributes } from '../xml/xml-names.ts'

const OPENED = new Map(Object.entries(ODT_OPEN))
const CLOSED = new Map(Object.entries(ODT_CLOSE))

export type OdtPartRead = { readonly story: OdtStory; readonly blocks: readonly FlowBlock[] }

/** Reads a part of an OpenDocument file in one pass. Throws `ReadFailedError` past the limits. */
export function readOdtPart(xml: string, context: OdtContext): OdtPartRead {
  const story = createOdtStory(context)
  const isComplete = walkPrefixedXml(xml, context.limits, {
    open: (name, attributes) => open(story, name, attributes),
    close: () => close(story),
    text(text) {
      // White space between elements of a paragraph counts once (ODF 1.2, 6.1.2).
      if (story.skipped === 0) takeOdtText(story, text.replace(/\s+/g, ' '))
    },
  })
  if (!isComplete && xml !== '') context.counts.cutParts += 1
  while (story.frames.length > 1) {
    const blocks = closeOdtFrame(story)
    story.frames.at(-1)!.blocks.push(...blocks)
  }
  return { story, blocks: [...closeOdtFrame(story), ...story.endnotes] }
}

function open(story: OdtStory, name: string, attributes: XmlAttributes): void {
  const element = { name, attributes, hides: false }
  story.path.push(element)
  if (story.skipped > 0 || ODT_SKIPPED.has(name)) story.skipped += 1
  else OPENED.get(name)?.(story, element)
}

function close(story: OdtStory): void {
  const element = story.path.pop()
  if (!element) return
  if (story.skipped > 0) {
    story.skipped -= 1
    return
  }
  CLOSED.get(element.name)?.(story, element)
  if (element.hides) story.hidden -= 1
}

/** The text of a formula: MathML tokens in order. */
export function readMathObject(xml: string, context: OdtContext): readonly FlowBlock[] {
  const tokens: string[] = []
  let isToken = false
  let annotation: string[] | undefined
  let source = ''
  walkPrefixedXml(xml, context.limits, {
    open(name) {
      isToken = /^math:(mi|mn|mo|mtext|ms)$/.test(name)
      if (name === 'math:annotation') annotation = []
    },
    text(text) {
      if (annotation) annotation.push(text)
      else if (isToken) tokens.push(text)
    },
    close(name) {
      isToken = false
      if (name === 'math:annotation') source = annotation?.join('') ?? ''
      if (name === 'math:annotation') annotation = undefined
    },
  })
  // What the author typed ("a over b") says more than the tokens alone.
  const text = (source.trim() || tokens.join('')).trim()
  return text === '' ? [] : [flowParagraph('other', text)]
}
