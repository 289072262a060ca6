import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openReferenceReader, type ReferenceReader } from '../../../library/index/reference-reader.ts'
import { temporaryFolder } from '../../store/temporary-home.ts'
import { NO_ENVIRONMENT } from './build-library.ts'

const BUILDER = fileURLToPath(new URL('build-until-killed.ts', import.meta.url))
const DOCUMENTS = 6
const KILLS = 8

/** Every passage that it finds, as the edition that wrote it. */
async function editionsSeen(reader: ReferenceReader): Promise<readonly string[]> {
  const rows = await reader.byWords('rule costs', 1000)
  const passages = await reader.passages(rows.map(({ row }) => row))
  return [...passages.values()].map(({ indexText }) => /edition (\d+)/.exec(indexText)?.[1] ?? '')
}

test('a reader sees one edition, whole, whenever the builder of the next is killed', async () => {
  await using folder = await temporaryFolder()
  const place = { address: join(folder.path, 'library'), access: null }
  const seen = new Set<number>()
  const look = async () => {
    using reader = await openReferenceReader(place, NO_ENVIRONMENT)
    const { sequence } = reader.edition
    expect(await editionsSeen(reader)).toEqual(Array(2 * DOCUMENTS).fill(String(sequence)))
    seen.add(sequence)
  }
  for (let kill = 0; kill < KILLS; kill += 1) {
    const builder = spawn(process.execPath, [BUILDER, place.address, String(DOCUMENTS)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, LANCEDB_LOG: 'error' },
    })
    await published(builder)
    const until = performance.now() + 60 * kill
    do await look()
    while (performance.now() < until)
    builder.kill('SIGKILL')
    await once(builder, 'exit')
    await look()
  }
  expect(seen.size).toBeGreaterThan(KILLS / 2)
})

async function published({ stdout }: ChildProcess): Promise<void> {
  const lines = stdout ? once(stdout, 'data') : Promise.reject(new Error('Expected an output.'))
  await Promise.race([
    lines,
    wait(30_000).then(() => {
      throw new Error('Nothing was published within 30 s.')
    }),
  ])
}
