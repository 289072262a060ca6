import { writeZip } from '../../../scripts/write-zip.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A Word file with this WordprocessingML as its body; `parts` are further files under `word/`, without their XML head. */
export function typedDocx(body: string, parts: Readonly<Record<string, string>> = {}): Buffer {
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
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATION}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
    },
    { name: 'word/document.xml', data: part(`<w:document ${W}><w:body>${body}</w:body></w:document>`) },
    ...Object.entries(parts).map(([name, content]) => ({
      name: `word/${name}`,
      data: part(content.replace(/^<([\w:]+)/, `<$1 ${W}`)),
    })),
  ])
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
