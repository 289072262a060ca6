import { expect, test } from 'vitest'
import type { AssistantClient } from '../../contract/index.ts'
import { collectDropped } from '../../renderer/library/collect-files.ts'
import { CHUNK_BYTES, createUploads } from '../../renderer/library/create-uploads.ts'
import { rootPath } from '../../renderer/parts/path-field.tsx'
import { refused } from './refused.ts'
import { waitFor } from '../patience.ts'

type Chunk = { path: string; upload: string; from: number; chunk: File; last: boolean }

/** A client of which only taking files in is called. */
function taking(addBytes: (chunk: Chunk) => Promise<unknown>): AssistantClient {
  return { library: { addBytes } } as unknown as AssistantClient
}

test('a file travels in chunks of at most 4 MiB, in order, the last one marked, and arrives unchanged', async () => {
  const chunks: Chunk[] = []
  const uploads = createUploads(
    taking(async (chunk) => void chunks.push(chunk)),
    undefined,
  )
  const content = new Uint8Array(2 * CHUNK_BYTES + 5).map((_, index) => index % 251)
  uploads.add('m', [{ path: 'a/big.txt', file: new File([content], 'big.txt') }])
  expect(uploads.list.map(({ path }) => path)).toEqual(['a/big.txt'])
  await waitFor(() => expect(uploads.list).toEqual([]))
  expect(chunks.map(({ from, chunk, last }) => [from, chunk.size, last])).toEqual([
    [0, CHUNK_BYTES, false],
    [CHUNK_BYTES, CHUNK_BYTES, false],
    [2 * CHUNK_BYTES, 5, true],
  ])
  expect(new Set(chunks.map(({ upload }) => upload)).size).toBe(1)
  const arrived = new Uint8Array(await new Blob(chunks.map(({ chunk }) => chunk)).arrayBuffer())
  expect(Buffer.from(arrived).equals(content)).toBe(true)
})

test('a new version of a document says which, and what is added beside it does not', async () => {
  const sent: unknown[] = []
  const uploads = createUploads(
    taking(async ({ path, ...chunk }) => void sent.push([path, (chunk as { replaces?: unknown }).replaces])),
    undefined,
  )
  uploads.replace('m', 'd1', new File(['x'], 'copy.pdf'))
  uploads.add('m', [{ path: 'other.pdf', file: new File(['y'], 'other.pdf') }])
  await waitFor(() => expect(uploads.list).toEqual([]))
  expect(sent).toEqual([
    ['copy.pdf', 'd1'],
    ['other.pdf', null],
  ])
})

test('an empty file is taken in as one empty chunk', async () => {
  const chunks: Chunk[] = []
  const uploads = createUploads(
    taking(async (chunk) => void chunks.push(chunk)),
    undefined,
  )
  uploads.add('m', [{ path: 'empty.txt', file: new File([], 'empty.txt') }])
  await waitFor(() => expect(uploads.list).toEqual([]))
  expect(chunks.map(({ chunk, last }) => [chunk.size, last])).toEqual([[0, true]])
})

test('one file that fails does not stop the others, and stays with its reason', async () => {
  const done: string[] = []
  const uploads = createUploads(
    taking(async ({ path }) => {
      if (path === 'bad') throw refused('NO_SPACE', 'There is not enough room.')
      done.push(path)
    }),
    undefined,
  )
  uploads.add(
    'm',
    ['bad', 'good'].map((path) => ({ path, file: new File(['x'], path) })),
  )
  await waitFor(() => expect(done).toEqual(['good']))
  await waitFor(() => expect(uploads.list).toMatchObject([{ path: 'bad', failure: { code: 'NO_SPACE' } }]))
})

test('stopping takes back what has not begun', async () => {
  const begun: string[] = []
  const uploads = createUploads(
    taking(({ path }) => {
      begun.push(path)
      return new Promise(() => {})
    }),
    undefined,
  )
  uploads.add(
    'm',
    ['one', 'two'].map((path) => ({ path, file: new File(['x'], path) })),
  )
  uploads.stop('m')
  expect(uploads.list).toEqual([])
  expect(begun).toEqual(['one'])
})

test('under Electron only paths travel, of a chosen folder the folder’s own, and what is left out is said', async () => {
  const added: unknown[] = []
  const client = {
    library: {
      addPaths: async (input: unknown) => {
        added.push(input)
        return (async function* () {
          yield { type: 'left-out', path: 'old.pdf', reason: 'removed' }
        })()
      },
    },
  } as unknown as AssistantClient
  const uploads = createUploads(client, {
    kind: 'electron',
    hasKeychain: true,
    pathFor: (file) => `/home/you/${file.name}`,
  })
  uploads.add('m', [{ path: 'x.pdf', file: new File([''], 'x.pdf') }])
  await waitFor(() => expect(added).toEqual([{ matter: 'm', paths: ['/home/you/x.pdf'] }]))
  await waitFor(() => expect(uploads.list.map(({ path }) => path)).toEqual(['old.pdf']))
  expect(uploads.list[0]?.failure?.happened).toBe('You removed it from this matter before.')
  expect(rootPath('/home/you/case/letters/x.pdf', 'case/letters/x.pdf')).toBe('/home/you/case')
  expect(rootPath('C:\\case\\x.pdf', 'case/x.pdf')).toBe('C:\\case')
  expect(rootPath('/home/you/x.pdf', '')).toBe('/home/you/x.pdf')
})

test('a dropped folder gives all its files with their paths, however many there are', async () => {
  const names = Array.from({ length: 150 }, (_, index) => fileEntry(`/case/letters/${index}.txt`))
  const folder = {
    isFile: false,
    fullPath: '/case/letters',
    createReader: () => {
      const rest = [...names, fileEntry('/case/letters/.DS_Store')]
      return { readEntries: (found: (some: unknown[]) => void) => found(rest.splice(0, 100)) }
    },
  }
  const items = [
    { kind: 'file', webkitGetAsEntry: () => folder },
    { kind: 'string' },
  ] as unknown as DataTransferItemList
  const { files } = await collectDropped(items)
  expect(files).toHaveLength(150)
  expect(files[0]?.path).toBe('case/letters/0.txt')
})

test('a file that cannot be read does not lose the others of the drop, and is shown with its reason', async () => {
  const broken = {
    isFile: true,
    fullPath: '/gone.pdf',
    file: (_: unknown, fail: (error: Error) => void) => fail(new Error('A requested file could not be found')),
  }
  const items = [broken, fileEntry('/here.txt')].map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry }))
  const { files, unreadable } = await collectDropped(items as unknown as DataTransferItemList)
  expect(files.map(({ path }) => path)).toEqual(['here.txt'])
  const uploads = createUploads(
    taking(async () => {}),
    undefined,
  )
  uploads.refuse('m', unreadable)
  expect(uploads.list).toMatchObject([{ path: 'gone.pdf', failure: { kept: 'The other files are still added.' } }])
  uploads.stop('m')
  expect(uploads.list).toHaveLength(1)
})

function fileEntry(fullPath: string) {
  return {
    isFile: true,
    fullPath,
    file: (found: (file: File) => void) => found(new File([''], fullPath.split('/').at(-1) ?? '')),
  }
}
