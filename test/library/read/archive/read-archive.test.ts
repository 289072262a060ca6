import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { READ_LIMITS } from '../../../../library/read/read-limits.ts'
import { writeZip, type ZipEntry } from '../../../../scripts/write-zip.ts'
import { collect } from '../collect.ts'

const limits = READ_LIMITS
const zeros = (bytes: number) => ({
  deflated: deflateRawSync(Buffer.alloc(bytes)),
  size: bytes,
  crc: crc32(Buffer.alloc(bytes)),
})

async function read(entries: readonly ZipEntry[], more = limits, spoil: (bytes: Buffer) => void = () => {}) {
  const bytes = writeZip(entries)
  spoil(bytes)
  const { pages, attached, result } = await collect('a.zip', bytes, { limits: more })
  return { text: pages[0]!.text, names: [...attached.keys()], attached, warnings: result.warnings, result }
}

/** Where the record of an entry stands in the central directory. */
function recordOf(bytes: Buffer, index: number): number {
  let at = -1
  for (let seen = 0; seen <= index; seen += 1) at = bytes.indexOf(Buffer.from('504b0102', 'hex'), at + 1)
  return at
}

describe('an archive', () => {
  it('gives its files under their paths, and lists them', async () => {
    const entries = [
      { name: 'letters/a.txt', data: 'The rent is due.' },
      { name: 'letters/B.TXT', data: 'x'.repeat(2500) },
    ]
    const { names, attached, text, warnings, result } = await read(entries)
    expect(result).toMatchObject({ mediaType: 'application/zip', pages: 1 })
    expect(names).toEqual(['letters/a.txt', 'letters/B.TXT'])
    expect(attached.get('letters/a.txt')!.toString()).toBe('The rent is due.')
    expect(text).toBe('Name\tSize\tResult\nletters/a.txt\t16 bytes\ttaken\nletters/B.TXT\t2.5 kB\ttaken')
    expect(warnings).toEqual([])
  })

  it('passes over folders and what systems leave behind', async () => {
    const left = [
      'sub/',
      '__MACOSX/._a.txt',
      'sub/.DS_Store',
      'Thumbs.db',
      '.git/config',
      'sub/~$a.docx',
      'desktop.ini',
    ]
    expect((await read([...left, 'sub/a.txt'].map((name) => ({ name, data: '' })))).names).toEqual(['sub/a.txt'])
  })

  it('leads nowhere upwards and takes names that meet apart', async () => {
    const names = ['../../etc/a.txt', '/etc/a.txt', 'C:\\x\\a.txt', 'etc/A.txt']
    expect((await read(names.map((name) => ({ name, data: 'x' })))).names).toEqual([
      'etc/a.txt',
      'etc/a (2).txt',
      'C:/x/a.txt',
      'etc/A (3).txt',
    ])
  })

  it.each([
    ['UTF-8 without saying so', 0, Buffer.from('Räumung.txt'), 'Räumung.txt'],
    ['code page 437', 0, Buffer.from('R\x84umung.txt', 'latin1'), 'Räumung.txt'],
  ])('has names in %s', async (_, flags, raw, name) => {
    const { names } = await read([{ name: 'a'.repeat(raw.length), data: 'x' }], limits, (bytes) => {
      bytes.writeUInt16LE(flags, recordOf(bytes, 0) + 8)
      raw.copy(bytes, recordOf(bytes, 0) + 46)
    })
    expect(names).toEqual([name])
  })

  it.each<[string, (bytes: Buffer, at: number) => unknown]>([
    ['encrypted', (bytes, at) => bytes.writeUInt16LE(0x801, at + 8)],
    ['packed by a method that is not read', (bytes, at) => bytes.writeUInt16LE(14, at + 10)],
    ['damaged', (bytes, at) => bytes.writeUInt32LE(1, at + 16)],
    ['damaged', (bytes, at) => bytes.writeUInt32LE(0x7ffffff0, at + 42)],
    ['lies over another file', (bytes, at) => bytes.writeUInt32LE(0, at + 42)],
    ['too large', (bytes, at) => bytes.writeUInt32LE(4_000_000_000, at + 24)],
    ['a link', (bytes, at) => (bytes.writeUInt16LE(0x0314, at + 4), bytes.writeUInt32LE(0xa1ff0000, at + 38))],
  ])('with a file that is %s loses only that one and names it', async (reason, spoil) => {
    const entries = ['a.txt', 'b.txt', 'c.txt'].map((name) => ({ name, data: `Text of ${name}` }))
    const { names, warnings, text } = await read(entries, limits, (bytes) => spoil(bytes, recordOf(bytes, 1)))
    expect(names).toEqual(['a.txt', 'c.txt'])
    expect(warnings).toEqual([`1 file in the archive not read (${reason}): b.txt.`])
    expect(text).toMatch(new RegExp(`^b.txt\\t.*\\tnot read: ${reason}$`, 'm'))
  })

  it('that is encrypted as a whole says what to do', async () => {
    const lock = (bytes: Buffer) => bytes.writeUInt16LE(0x801, recordOf(bytes, 0) + 8)
    await expect(read([{ name: 'a.txt', data: 'x' }], limits, lock)).rejects.toMatchObject({
      failure: { code: 'password' },
      message: expect.stringContaining('Unpack it with its password'),
    })
  })

  it('is not a bomb: files that unpack to far more, past the limit of one, or of all, are left out', async () => {
    const small = { ...limits, fileMb: 60, archiveInflatedMb: 70, zipRatio: 200, archiveRatioFromMb: 20 }
    const noise = {
      deflated: deflateRawSync(Buffer.from(Array.from({ length: 1000 }, (_, at) => (at * 7919) % 251))),
      size: 1000,
      crc: 0,
    }
    const { text } = await read(
      [
        { name: 'bomb.txt', data: zeros(30_000_000) },
        { name: 'table.csv', data: zeros(10_000_000) },
        { name: 'lies.txt', data: zeros(61_000_000), declaredSize: 10 },
        { name: 'broken.txt', data: noise },
        { name: 'last.txt', data: 'x' },
      ],
      { ...small },
    )
    expect(text.split('\n').map((row) => row.split('\t').at(-1))).toEqual([
      'Result',
      'not read: unpacks to far more than its size',
      'taken',
      'not read: unpacks to far more than its size',
      'not read: damaged',
      'taken',
    ])
    const tight = await read(
      [1, 2, 3].map((number) => ({ name: `${number}.txt`, data: zeros(1_000_000) })),
      { ...small, archiveInflatedMb: 2 },
    )
    expect(tight.names).toEqual(['1.txt', '2.txt'])
    expect(tight.warnings).toEqual(['1 file in the archive not read (beyond the limit of the archive): 3.txt.'])
  })

  it('in an archive is a file like any other: nothing is unpacked twice', async () => {
    const inner = writeZip([{ name: 'a.zip', data: writeZip([{ name: 'a.zip', data: 'x' }]) }])
    const { names, attached } = await read([{ name: 'a.zip', data: inner }])
    expect(names).toEqual(['a.zip'])
    expect(attached.get('a.zip')).toEqual(inner)
  })

  it('of more files than are taken says how many are left', async () => {
    const { names, warnings } = await read(
      ['a', 'b', 'c'].map((name) => ({ name, data: '' })),
      { ...limits, archiveEntries: 2 },
    )
    expect(names).toEqual(['a', 'b'])
    expect(warnings).toEqual(['The archive has 3 files; only the first 2 were taken. Unpack it and add the other 1.'])
  })
})
