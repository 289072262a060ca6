import { writeZip, type ZipEntry } from '../write-zip.ts'
import type { HostileRecipe } from './hostile-file.ts'
import { repeatDeflate } from './repeat-deflate.ts'

/** Word files that are bombs, deep, lying or planted (`docs/reading.md`). */
export const hostileDocx: readonly HostileRecipe[] = [
  { name: 'empty.docx', about: 'no bytes at all', expect: 'failed', make: () => Buffer.alloc(0) },
  { name: 'no-text.docx', about: 'a sound Word file with an empty body', expect: 'ready', make: () => docx('') },
  { name: 'not-word.docx', about: 'a zip archive without any Word part in it', expect: 'failed', make: notWord },
  {
    name: 'zip-bomb.docx',
    about: '0.5 MB that inflates to one run of 500 MB',
    expect: 'failed',
    make: () => docxOf(bigRun(500)),
  },
  {
    name: 'three-million-paragraphs.docx',
    about: '3 million one-letter paragraphs',
    expect: 'failed',
    make: manyParagraphs,
  },
  { name: 'nested-tables.docx', about: '20 000 tables, each in the one before', expect: 'failed', make: nestedTables },
  {
    name: 'billion-laughs.docx',
    about: 'entities that would expand to a thousand million words; never to be expanded',
    expect: 'failed',
    make: billionLaughs,
  },
  {
    name: 'external-entity.docx',
    about: 'an entity that names /etc/passwd; never to be read',
    expect: 'failed',
    make: externalEntity,
  },
  {
    name: 'lying-sizes.docx',
    about: 'its directory claims 2 000 bytes for a part that inflates to 200 MB',
    expect: 'failed',
    make: () => docxOf(bigRun(200), 2000),
  },
  {
    name: 'path-traversal.docx',
    about: 'an ordinary Word file with entries named ../../..; nothing may be written',
    expect: 'failed',
    make: pathTraversal,
  },
  {
    name: 'forty-thousand-entries.docx',
    about: 'an ordinary Word file among 40 000 empty entries',
    expect: 'failed',
    make: manyEntries,
  },
]

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const documentStart = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
const documentEnd = '</w:body></w:document>'

const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/word/document.xml" \
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`

const relationships = `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
Target="word/document.xml"/></Relationships>`

/** A Word file with the given body. */
export function docx(body: string, extra: readonly ZipEntry[] = []): Buffer {
  return docxOf(Buffer.from(declaration + documentStart + body + documentEnd), undefined, extra)
}

function docxOf(data: ZipEntry['data'], declaredSize?: number, extra: readonly ZipEntry[] = []): Buffer {
  return writeZip([
    { name: '[Content_Types].xml', data: contentTypes },
    { name: '_rels/.rels', data: relationships },
    { name: 'word/document.xml', data, ...(declaredSize === undefined ? {} : { declaredSize }) },
    ...extra,
  ])
}

function paragraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
}

function bigRun(megabytes: number): ZipEntry['data'] {
  return repeatDeflate({
    before: Buffer.from(`${declaration}${documentStart}<w:p><w:r><w:t>`),
    unit: Buffer.alloc(1_000_000, 'A'),
    times: megabytes,
    after: Buffer.from(`</w:t></w:r></w:p>${documentEnd}`),
  })
}

function manyParagraphs(): Buffer {
  return docxOf(
    repeatDeflate({
      before: Buffer.from(declaration + documentStart),
      unit: Buffer.from(paragraph('a').repeat(100_000)),
      times: 30,
      after: Buffer.from(documentEnd),
    }),
  )
}

function nestedTables(): Buffer {
  const depth = 20_000
  const inner = paragraph('The innermost cell.')
  return docx('<w:tbl><w:tr><w:tc>'.repeat(depth) + inner + '</w:tc></w:tr></w:tbl>'.repeat(depth))
}

function billionLaughs(): Buffer {
  const entities = Array.from({ length: 9 }, (_, level) => {
    const previous = level === 0 ? 'lol' : `&lol${level};`
    return `<!ENTITY lol${level + 1} "${previous.repeat(10)}">`
  })
  const doctype = `<!DOCTYPE document [${entities.join('')}]>`
  return docxOf(Buffer.from(declaration + doctype + documentStart + paragraph('&lol9;') + documentEnd))
}

function externalEntity(): Buffer {
  const doctype = '<!DOCTYPE document [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
  return docxOf(Buffer.from(declaration + doctype + documentStart + paragraph('Before &secret; after.') + documentEnd))
}

function pathTraversal(): Buffer {
  const planted = [
    '../../../consilium-planted.txt',
    '/tmp/consilium-planted.txt',
    String.raw`..\..\consilium-planted.txt`,
  ]
  return docx(
    paragraph('The document itself is harmless.'),
    planted.map((name) => ({ name, data: 'planted' })),
  )
}

function manyEntries(): Buffer {
  const empty = { deflated: Buffer.from([3, 0]), size: 0, crc: 0 }
  const extra = Array.from({ length: 40_000 }, (_, index) => ({ name: `word/media/${index}.bin`, data: empty }))
  return docx(paragraph('One page.'), extra)
}

function notWord(): Buffer {
  return writeZip([{ name: 'readme.txt', data: 'This archive holds no Word document.' }])
}
