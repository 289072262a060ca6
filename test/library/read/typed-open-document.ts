import { writeZip } from '../../../scripts/write-zip.ts'

const NAMES = `${'office text table style chart presentation'
  .split(' ')
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(
    ' ',
  )} xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"`

export type TypedOpenDocument = {
  readonly kind: 'spreadsheet' | 'presentation'
  /** Inside `office:spreadsheet` or `office:presentation`. */
  readonly body: string
  /** Automatic styles of the content. */
  readonly automatic?: string
  /** The whole of the styles part. */
  readonly styles?: string
  readonly manifest?: string
  readonly parts?: Readonly<Record<string, string>>
  readonly mime?: string
}

/** An OpenDocument file made of the given XML. */
export function typedOpenDocument(document: TypedOpenDocument): Buffer {
  const { kind, body, automatic = '', styles = '', manifest = '', parts = {} } = document
  return writeZip([
    { name: 'mimetype', data: document.mime ?? `application/vnd.oasis.opendocument.${kind}` },
    {
      name: 'content.xml',
      data: `<office:document-content ${NAMES}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    },
    { name: 'styles.xml', data: `<office:document-styles ${NAMES}>${styles}</office:document-styles>` },
    { name: 'META-INF/manifest.xml', data: `<manifest>${manifest}</manifest>` },
    ...Object.entries(parts).map(([name, data]) => ({ name, data })),
  ])
}

/** The same in one XML file; `styles` stand behind the automatic ones, as designs do. */
export function typedFlat({ kind, body, automatic = '', styles = '' }: TypedOpenDocument): Buffer {
  return Buffer.from(
    `<?xml version="1.0"?><office:document ${NAMES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.${kind}"><office:automatic-styles>${automatic}</office:automatic-styles>${styles}<office:body><office:${kind}>${body}</office:${kind}></office:body></office:document>`,
  )
}

/** A chart as it lies inside a document, with names of its own. */
export function typedChart(title: string): string {
  return `<office:document-content ${NAMES}><office:body><office:chart><chart:chart><chart:title><text:p>${title}</text:p></chart:title><table:table table:name="local-table"><table:table-header-rows><table:table-row><table:table-cell><text:p/></table:table-cell><table:table-cell><text:p>Claims</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>Q1</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell></table:table-row></table:table></chart:chart></office:chart></office:body></office:document-content>`
}

export const p = (text: string) => `<text:p>${text}</text:p>`
export const cell = (text: string, more = '') =>
  `<table:table-cell office:value-type="string" ${more}>${text === '' ? '' : p(text)}</table:table-cell>`
export const row = (cells: string, more = '') => `<table:table-row ${more}>${cells}</table:table-row>`
export const sheet = (name: string, rows: string, more = '') =>
  `<table:table table:name="${name}" ${more}>${rows}</table:table>`
