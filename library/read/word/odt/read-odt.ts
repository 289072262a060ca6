import { message } from '../../../../wording/message.ts'
import type { Notice } from '../../../../contract/document.ts'
import type { ZipParts } from '../../archive/open-zip.ts'
import { damagedFailure } from '../../read-failure.ts'
import { readsWhole } from '../../read-source.ts'
import { warning } from '../../read-warning.ts'
import { openDocumentParts } from '../../xml/open-document-parts.ts'
import { packageWarnings } from '../../xml/package-parts.ts'
import { decodeXml, walkPrefixedXml } from '../../xml/walk-xml.ts'
import { type FlowBlock, flowPage, flowParagraph, flowWarnings } from '../flow.ts'
import { ODT_CLOSE, ODT_OPEN, ODT_SKIPPED, type OdtHandle } from './odt-elements.ts'
import {
  closeOdtFrame,
  createOdtStory,
  noOdtCounts,
  type OdtContext,
  type OdtCounts,
  type OdtElement,
  type OdtStory,
  takeOdtText,
} from './odt-story.ts'
import { type OdtStyleSource, readOdtStyles } from './odt-styles.ts'

export const ODT_HANDLERS: OdtHandlers = {
  opened: new Map(Object.entries(ODT_OPEN)),
  closed: new Map(Object.entries(ODT_CLOSE)),
}

/**
 * An OpenDocument text (zipped or flat) as text and blocks. Numbers of lists and headings are computed; notes, comments and
 * tracked changes stand as notes behind the paragraph they belong to. Throws `ReadFailedError`.
 */
export const readOdt = readsWhole(async (source) => {
  const { limits } = source
  const parts = await openDocumentParts(source)
  if (!/<(\w+:)?text[\s>]/.test(parts.content)) throw damagedFailure(message('unread.damage.textNotFound'))
  const counts = noOdtCounts()
  const base = { limits, counts }
  const contentStyles: readonly OdtStyleSource[] = [
    { xml: parts.styles, scope: 'common' },
    { xml: parts.content, scope: 'all' },
  ]
  const styles = readOdtStyles(contentStyles, limits)
  const objects = await readOdtObjects(parts.zip, { ...base, styles, objects: new Map() })
  const { story, blocks } = readOdtPart(parts.content, { ...base, styles, objects })
  // The styles part has automatic styles of its own with the same names.
  const marginStyles = readOdtStyles([{ xml: parts.styles, scope: 'all' }], limits)
  const margins =
    parts.styles === ''
      ? story.margins
      : readOdtPart(parts.styles, { ...base, styles: marginStyles, objects }).story.margins
  const warnings = [...countWarnings(counts), ...packageWarnings(parts.zip?.names ?? [])]
  return { page: flowPage([...margins.header, ...blocks, ...margins.footer]), warnings }
})

function countWarnings(counts: OdtCounts): Notice[] {
  return [
    ...flowWarnings(counts),
    counts.pictures > 0 && warning('pictures', message('reading.notices.pictures', { count: counts.pictures })),
    counts.objects > 0 && warning('not-read', message('reading.notices.foreignObjects', { count: counts.objects })),
    counts.cutRepeats > 0 && warning('layout', message('reading.notices.repeatedCells', { count: counts.cutRepeats })),
    counts.strayCharacters > 0 &&
      warning('hidden-text', message('reading.word.strayText', { count: counts.strayCharacters })),
  ].filter((one) => one !== false)
}

/** What is done as elements begin and end; another format adds its own to those of texts. */
export type OdtHandlers = {
  readonly opened: ReadonlyMap<string, OdtHandle>
  readonly closed: ReadonlyMap<string, OdtHandle>
}

type OdtPartRead = { readonly story: OdtStory; readonly blocks: readonly FlowBlock[] }

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
function readMathObject(xml: string, context: OdtContext): readonly FlowBlock[] {
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

/** Formulas, tables and charts inside the document lie in folders of their own. */
export async function readOdtObjects(
  zip: ZipParts | null,
  context: OdtContext,
): Promise<Map<string, readonly FlowBlock[]>> {
  const objects = new Map<string, readonly FlowBlock[]>()
  for (const name of zip?.names ?? []) {
    const folder = /^(Object [^/]+)\/content\.xml$/.exec(name)?.[1]
    const bytes = folder === undefined ? undefined : await zip?.read(name)
    if (folder === undefined || !bytes) continue
    const xml = decodeXml(bytes)
    const isMath = /<(\w+:)?math[\s>]/.test(xml)
    objects.set(folder, isMath ? readMathObject(xml, context) : readOdtPart(xml, context).blocks)
  }
  return objects
}
