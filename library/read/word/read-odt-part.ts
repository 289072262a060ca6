import type { FlowBlock } from './flow.ts'
import { flowParagraph } from './flow.ts'
import { ODT_CLOSE, ODT_OPEN, ODT_SKIPPED, type OdtHandle } from './odt-elements.ts'
import { closeOdtFrame, createOdtStory, type OdtContext, type OdtElement, type OdtStory } from './odt-story.ts'
import { takeOdtText } from './odt-text.ts'
import { walkPrefixedXml } from '../xml/walk-xml.ts'

/** What is done as elements begin and end; another format adds its own to those of texts. */
export type OdtHandlers = {
  readonly opened: ReadonlyMap<string, OdtHandle>
  readonly closed: ReadonlyMap<string, OdtHandle>
}

export const ODT_HANDLERS: OdtHandlers = {
  opened: new Map(Object.entries(ODT_OPEN)),
  closed: new Map(Object.entries(ODT_CLOSE)),
}

export type OdtPartRead = { readonly story: OdtStory; readonly blocks: readonly FlowBlock[] }

/** Reads a part of an OpenDocument file in one pass. Throws `ReadFailedError` past the limits. */
export function readOdtPart(xml: string, context: OdtContext, handlers: OdtHandlers = ODT_HANDLERS): OdtPartRead {
  const story = createOdtStory(context)
  const isComplete = walkPrefixedXml(xml, context.limits, {
    open: (name, attributes) => open(story, { name, attributes, hides: false }, handlers),
    close: () => close(story, handlers),
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

function open(story: OdtStory, element: OdtElement, { opened }: OdtHandlers): void {
  story.path.push(element)
  const handle = opened.get(element.name)
  if (story.skipped > 0 || (ODT_SKIPPED.has(element.name) && !handle)) story.skipped += 1
  else handle?.(story, element)
}

function close(story: OdtStory, { closed }: OdtHandlers): void {
  const element = story.path.pop()
  if (!element) return
  if (story.skipped > 0) {
    story.skipped -= 1
    return
  }
  closed.get(element.name)?.(story, element)
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
