import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { commandOf } from '../../processes/system-processes.ts'
import { type ProgramOptions, runProgram } from '../../processes/run-program.ts'
import { NEVER, temporaryFolder } from '../store/temporary-home.ts'

const LONG_MS = 20_000

function script(text: string, more: Partial<ProgramOptions> = {}): ProgramOptions {
  return {
    file: '/bin/sh',
    words: ['-c', text],
    environment: { PATH: '/usr/bin:/bin' },
    folder: '/',
    limitMs: LONG_MS,
    watch: async () => null,
    onStart: async () => {},
    ...more,
  }
}

/** Both a shell and what it started; their numbers come into the file. */
async function withTwoProcesses(run: (options: ProgramOptions) => Promise<unknown>): Promise<readonly string[]> {
  await using folder = await temporaryFolder()
  const file = join(folder.path, 'pids')
  await run(script(`sleep 1000 & echo $! $$ > ${file}; wait`, { folder: folder.path }))
  const pids = (await readFile(file, 'utf8')).trim().split(' ').map(Number)
  expect(pids).toHaveLength(2)
  return Promise.all(pids.map(lastCommandOf))
}

/** What has been killed may be there for a moment. */
async function lastCommandOf(pid: number): Promise<string> {
  const end = performance.now() + 3000
  while ((await commandOf(pid)) !== '' && performance.now() < end) await setTimeout(10)
  return commandOf(pid)
}

describe.skipIf(process.platform === 'win32')('a program that is not ours', () => {
  test('ends by itself with what it printed, and knows nothing of our environment', async () => {
    const options = script('echo "$HOME$USER"; env; echo done >&2; exit 3', { environment: { ONLY: 'this' } })
    const end = await runProgram(options, NEVER)
    expect(end).toMatchObject({ why: 'ended', code: 3, output: expect.stringContaining('ONLY=this') })
    expect(end).toMatchObject({ output: expect.stringContaining('done') })
    for (const name of ['USER=', 'npm_', 'VITEST']) expect(JSON.stringify(end)).not.toContain(name)
  })

  test('that takes too long is killed with what it started', async () => {
    const left = await withTwoProcesses(async (options) => {
      expect(await runProgram({ ...options, limitMs: 500 }, NEVER)).toEqual({ why: 'time' })
    })
    expect(left).toEqual(['', ''])
  })

  test('is killed with what it started for a reason that is found by looking', async () => {
    const left = await withTwoProcesses(async (options) => {
      let looks = 0
      const watch = async () => ((looks += 1) > 2 ? 'enough' : null)
      expect(await runProgram({ ...options, watch }, NEVER)).toEqual({ why: 'watched', reason: 'enough' })
    })
    expect(left).toEqual(['', ''])
  })

  test('is killed with what it started when nobody waits for it any more', async () => {
    const left = await withTwoProcesses(async (options) => {
      const stop = new AbortController()
      void setTimeout(500).then(() => stop.abort(new Error('closed')))
      await expect(runProgram(options, stop.signal)).rejects.toThrow('closed')
    })
    expect(left).toEqual(['', ''])
  })

  test('that ends and leaves another running leaves nothing', async () => {
    await using folder = await temporaryFolder()
    const file = join(folder.path, 'pid')
    const end = await runProgram(script(`sleep 1000 & echo $! > ${file}`), NEVER)
    expect(end).toMatchObject({ why: 'ended', code: 0 })
    expect(await lastCommandOf(Number(await readFile(file, 'utf8')))).toBe('')
  })

  test('that prints without end is stopped', async () => {
    const end = await runProgram(script('while :; do echo 0123456789012345678901234567890123456789; done'), NEVER)
    expect(end).toEqual({ why: 'watched', reason: 'it printed without end' })
  })

  test('that is not there is told as such', async () => {
    await expect(runProgram(script('', { file: '/nowhere/soffice' }), NEVER)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
