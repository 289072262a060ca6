import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HostileFile } from '../../../scripts/hostile/hostile-file.ts'
import { makeHostile } from '../../../scripts/make-hostile.ts'
import { type Outcome, startReader } from './start-reader.ts'

const good = Buffer.from('The rent is 1,250 pounds.\n')
let folder = ''
let files: readonly HostileFile[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'consilium-hostile-'))
  files = await makeHostile(folder)
})

afterAll(() => rm(folder, { recursive: true }))

function stateOf({ pages, failure }: Outcome): string {
  if (failure)
    return failure.code === 'password' ? 'needs-password' : failure.code === 'unsupported' ? 'unsupported' : 'failed'
  return pages.some(({ state }) => state === 'failed') ? 'partial' : 'ready'
}

describe('hostile files', () => {
  it('each end in the state they should, in plain words, and the next good file is read right after', async () => {
    await using reader = startReader({ memoryMb: 900, baseMs: 20_000 })
    const ends: Record<string, string> = {}
    const notRead: string[] = []
    for (const { name } of files) {
      const outcome = await reader.read(name, await readFile(join(folder, name)))
      ends[name] = stateOf(outcome)
      const message = outcome.failure?.message ?? 'A sentence.'
      // One plain sentence or more, without paths of this machine.
      if (!/^[A-Z].*\.$/.test(message) || message.includes(folder)) ends[name] = `unclear: ${message}`
      const next = await reader.read('good.txt', good)
      if (next.pages[0]?.text !== good.toString()) notRead.push(name)
    }
    expect(notRead).toEqual([])
    expect(ends).toEqual(Object.fromEntries(files.map(({ name, expect: state }) => [name, state])))
  })
})
