import type { ZipParts } from '../archive/zip-parts.ts'
import { openDocumentParts } from '../open-document/open-document-parts.ts'
import { damagedFailure } from '../read-failure.ts'
import { readsWhole } from '../read-source.ts'
import type { FlowBlock } from './flow.ts'
import { flowWarnings } from './flow-warnings.ts'
import type { OdtContext, OdtCounts } from './odt-story.ts'
import { type OdtStyleSource, readOdtStyles } from './odt-styles.ts'
import { packageWarnings } from './package-warnings.ts'
import { readMathObject, readOdtPart } from './read-odt-part.ts'
import { flowPage } from './write-flow.ts'
import { decodeXml } from '../xml/decode-xml.ts'

/**
 * An OpenDocument text (zipped or flat) as text and blocks. Numbers of lists and headings are computed; notes, comments and
 * tracked changes stand as notes behind the paragraph they belong to. Throws `ReadFailedError`.
 */
export const readOdt = readsWhole(async (source) => {
  const { limits } = source
  const parts = await openDocumentParts(source)
  if (!/<(\w+:)?text[\s>]/.test(parts.content)) throw damagedFailure('its text cannot be found in it')
  const counts = noCounts()
  const base = { limits, counts }
  const contentStyles: readonly OdtStyleSource[] = [
    { xml: parts.styles, scope: 'common' },
    { xml: parts.content, scope: 'all' },
  ]
  const styles = readOdtStyles(contentStyles, limits)
  const objects = await readObjects(parts.zip, { ...base, styles, objects: new Map() })
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

/** Formulas, tables and charts inside the document lie in folders of their own. */
async function readObjects(zip: ZipParts | null, context: OdtContext): Promise<Map<string, readonly FlowBlock[]>> {
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

function noCounts(): OdtCounts {
  return {
    hiddenCharacters: 0,
    struckCharacters: 0,
    strayCharacters: 0,
    insertions: 0,
    deletions: 0,
    formatChanges: 0,
    pictures: 0,
    objects: 0,
    cutRepeats: 0,
    cutParts: 0,
  }
}

function countWarnings(counts: OdtCounts): string[] {
  return [
    ...flowWarnings(counts),
    counts.pictures > 0 && `${counts.pictures} pictures: text inside pictures is not read.`,
    counts.objects > 0 && `${counts.objects} embedded objects of other programs were not read.`,
    counts.cutRepeats > 0 && `${counts.cutRepeats} cells that the file repeats many times were written once.`,
    counts.strayCharacters > 0 && `${counts.strayCharacters} characters stand outside any paragraph and were left out.`,
  ].filter((warning) => warning !== false)
}
