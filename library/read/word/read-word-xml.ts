import { damagedFailure } from '../read-failure.ts'
import type { ReadSource, WholeRead } from '../read-source.ts'
import { bareDocxContext } from './docx-context.ts'
import { readDocxSettings } from './docx-settings.ts'
import { readDocxStyles } from './docx-styles.ts'
import { docxWarnings } from './docx-warnings.ts'
import { checkFlatSize } from './flat-size.ts'
import { readDocxPart } from './read-docx-part.ts'
import { withInlineMargins } from './word-xml-elements.ts'
import { flowPage } from './write-flow.ts'
import { decodeXml } from '../xml/decode-xml.ts'

/** The one-file XML of Word 2003; its elements are those of the newer format. Throws `ReadFailedError`. */
export function readWordXml({ bytes, limits }: ReadSource): WholeRead {
  checkFlatSize(bytes, limits)
  const xml = decodeXml(bytes)
  if (!/<(\w+:)?body[\s>]/.test(xml)) throw damagedFailure('its text cannot be found in it')
  const context = bareDocxContext(readDocxStyles(xml, limits), new Map(), readDocxSettings('', limits), limits)
  const { story, blocks } = readDocxPart(xml, context)
  return { page: flowPage(withInlineMargins(story, blocks)), warnings: docxWarnings(context.counts) }
}
