import { openDocumentParts } from '../open-document/open-document-parts.ts'
import { damagedFailure } from '../read-failure.ts'
import { readsWhole } from '../read-source.ts'
import { flowWarnings } from './flow-warnings.ts'
import { readOdtObjects } from './odt-objects.ts'
import { noOdtCounts, type OdtCounts } from './odt-story.ts'
import { type OdtStyleSource, readOdtStyles } from './odt-styles.ts'
import { packageWarnings } from './package-warnings.ts'
import { readOdtPart } from './read-odt-part.ts'
import { flowPage } from './write-flow.ts'
import { type ReadWarning, warning } from '../read-warning.ts'

/**
 * An OpenDocument text (zipped or flat) as text and blocks. Numbers of lists and headings are computed; notes, comments and
 * tracked changes stand as notes behind the paragraph they belong to. Throws `ReadFailedError`.
 */
export const readOdt = readsWhole(async (source) => {
  const { limits } = source
  const parts = await openDocumentParts(source)
  if (!/<(\w+:)?text[\s>]/.test(parts.content)) throw damagedFailure('its text cannot be found in it')
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

function countWarnings(counts: OdtCounts): ReadWarning[] {
  return [
    ...flowWarnings(counts),
    counts.pictures > 0 && warning('pictures', `${counts.pictures} pictures: text inside pictures is not read.`),
    counts.objects > 0 && warning('not-read', `${counts.objects} embedded objects of other programs were not read.`),
    counts.cutRepeats > 0 &&
      warning('layout', `${counts.cutRepeats} cells that the file repeats many times were written once.`),
    counts.strayCharacters > 0 &&
      warning('hidden-text', `${counts.strayCharacters} characters stand outside any paragraph and were left out.`),
  ].filter((one) => one !== false)
}
