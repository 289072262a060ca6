import { type ReadWarning, warning } from '../read-warning.ts'

const MACROS = /(^|\/)vbaProject\.bin$|^(Basic|Scripts)\/.+\/.+/i
const SIGNATURES = /^_xmlsignatures\/.+|^META-INF\/documentsignatures\.xml$/i

/** What the names of the parts of a document tell, in plain sentences. */
export function packageWarnings(names: readonly string[]): readonly ReadWarning[] {
  const has = (part: RegExp) => names.some((name) => part.test(name))
  return [
    has(SIGNATURES) && warning('signature', 'The file carries a digital signature; it was not checked.'),
    has(MACROS) && warning('macros', 'The file holds macros: they were not run and are not part of the text.'),
  ].filter((one) => one !== false)
}
