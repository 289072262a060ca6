import { writeZip } from '../../../scripts/write-zip.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'

/**
 * A Word file with this WordprocessingML as its body; `parts` are further files under `word/`, XML without its head or bytes.
 * The relation to a part has its name without the ending as id and, without digits, as type.
 */
export function typedDocx(body: string, parts: Readonly<Record<string, string | Buffer>> = {}): Buffer {
  return writeZip([
    {
      name: '[Content_Types].xml',
      data: part(
        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/></Types>`,
      ),
    },
    {
      name: '_rels/.rels',
      data: part(
        `<Relationships ${PACKAGE}><Relationship Id="r1" Type="${RELATION}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
    },
    { name: 'word/document.xml', data: part(`<w:document ${W} ${R}><w:body>${body}</w:body></w:document>`) },
    { name: 'word/_rels/document.xml.rels', data: part(relations(Object.keys(parts))) },
    ...Object.entries(parts).map(([name, content]) => ({
      name: `word/${name}`,
      data: typeof content === 'string' ? part(content.replace(/^<([\w:]+)/, `<$1 ${W} ${R}`)) : content,
    })),
  ])
}

function relations(names: readonly string[]): string {
  const each = names.map((name) => {
    const id = name.replace(/\.\w+$/, '').replace(/^.*\//, '')
    return `<Relationship Id="${id}" Type="${RELATION}/${id.replace(/\d+$/, '')}" Target="${name}"/>`
  })
  return `<Relationships ${PACKAGE}>${each.join('')}</Relationships>`
}

function part(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${content}`
}

/** A paragraph with runs; each run is its text, or its properties and its text. */
export function paragraph(...runs: readonly (string | readonly [properties: string, text: string])[]): string {
  return `<w:p>${runs.map(run).join('')}</w:p>`
}

function run(content: string | readonly [string, string]): string {
  const [properties, text] = typeof content === 'string' ? ['', content] : content
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}
