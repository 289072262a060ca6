import { encode } from 'iconv-lite'
import type { HostileRecipe } from './hostile-file.ts'
import { ordinaryPdf } from './write-pdf.ts'
import { randomBytes } from '../seeded-random.ts'
import { writeZip } from '../write-zip.ts'

const sentence = 'Café owner Zoë paid “€1,250” – that’s the whole sum – for naïve œuvres.'
const lines = Array.from({ length: 20 }, (_, index) => `Line ${index + 1}: ${sentence}`).join('\r\n')

/** Text in hard encodings, names that lie about what is in them, and types that no reader takes. */
export const hostileText: readonly HostileRecipe[] = [
  { name: 'zero-bytes.txt', about: 'no bytes at all', expect: 'ready', make: () => Buffer.alloc(0) },
  {
    name: 'utf16le-bom.txt',
    about: 'UTF-16, little endian, with byte order mark',
    expect: 'ready',
    make: () => Buffer.from(`\ufeff${lines}`, 'utf16le'),
  },
  {
    name: 'utf16le-no-bom.txt',
    about: 'UTF-16, little endian, without byte order mark',
    expect: 'ready',
    make: () => Buffer.from(lines, 'utf16le'),
  },
  {
    name: 'utf16be-no-bom.txt',
    about: 'UTF-16, big endian, without byte order mark',
    expect: 'ready',
    make: () => Buffer.from(lines, 'utf16le').swap16(),
  },
  {
    name: 'windows-1252.txt',
    about: 'Windows code page with curly quotes and euro signs',
    expect: 'ready',
    make: () => encode(lines, 'windows-1252'),
  },
  {
    name: 'invalid-utf8.txt',
    about: 'UTF-8 with a lone surrogate, stray and overlong bytes',
    expect: 'ready',
    make: invalidUtf8,
  },
  { name: 'nul-bytes.txt', about: 'text with a few NUL bytes between the words', expect: 'ready', make: nulBytes },
  {
    name: 'noise.txt',
    about: '64 kB of noise under the name of a text',
    expect: 'unsupported',
    make: () => randomBytes(65_536, 3),
  },
  { name: 'one-long-line.txt', about: '20 MB of text without a line break', expect: 'ready', make: oneLongLine },
  {
    name: 'pdf-inside.txt',
    about: 'a PDF whose name says text: the bytes decide',
    expect: 'ready',
    make: () => ordinaryPdf(2),
  },
  {
    name: 'text-inside.pdf',
    about: 'text whose name says PDF: the bytes decide',
    expect: 'ready',
    make: () => Buffer.from(lines),
  },
  { name: 'old-word.doc', about: 'the head of a Word 97 file', expect: 'failed', make: oldWord },
  { name: 'slides.pptx', about: 'a presentation without slides', expect: 'ready', make: slides },
]

function invalidUtf8(): Buffer {
  const loneSurrogate = [0xed, 0xa0, 0x80]
  const overlongSlash = [0xc0, 0xaf]
  const strays = [0x80, 0xbf, 0xfe, 0xff]
  const bad = Buffer.from([...loneSurrogate, 0x20, ...overlongSlash, 0x20, ...strays])
  return Buffer.concat([Buffer.from('The rent is £1,250, '), bad, Buffer.from(' and the café closes at six.\n')])
}

function nulBytes(): Buffer {
  const record =
    'The rent is 1,250 pounds and is due on the first day of each month, in advance, by standing order to the landlord.'
  return Buffer.from(`${record}${' It is not to be paid in cash.'.repeat(6)}\0\n`.repeat(40))
}

function oneLongLine(): Buffer {
  const words = Array.from({ length: 1000 }, (_, index) => `The wall is ${index} feet long. `).join('')
  return Buffer.from(words.repeat(Math.ceil(20_000_000 / words.length))).subarray(0, 20_000_000)
}

/** The signature of OLE compound files, and the stream name by which a Word file is known in the directory. */
function oldWord(): Buffer {
  const bytes = Buffer.alloc(1536)
  bytes.write('d0cf11e0a1b11ae1', 0, 'hex')
  bytes.write('WordDocument', 1024, 'utf16le')
  return bytes
}

function slides(): Buffer {
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Override PartName="/ppt/presentation.xml" \
ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/></Types>`
  return writeZip([
    { name: '[Content_Types].xml', data: types },
    {
      name: 'ppt/presentation.xml',
      data: '<p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>',
    },
  ])
}
