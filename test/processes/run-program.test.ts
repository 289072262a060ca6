import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandOf } from '../../processes/system-processes.ts'
import { type ProgramOptions, runProgram } from '../../processes/run-program.ts'
import { PATIENCE_MS, until } from '../patience.ts'
import { NEVER, temporaryFolder } from '../store/temporary-home.ts'

function script(text: string, more: Partial<ProgramOptions> = {}): ProgramOptions {
  return {
    file: '/bin/sh',
    words: ['-c', text],
    environment: { PATH: '/usr/bin:/bin' },
    folder: '/',
    limitMs: PATIENCE_MS,
    watch: async () => null,
    onStart: async () => {},
    ...more,
  }
}

/** A shell and what it started, both gone after the run, which may wait until both are at work. */
async function expectBothGone(
  run: (options: ProgramOptions, areAtWork: () => Promise<boolean>) => Promise<unknown>,
): Promise<void> {
  await using folder = await temporaryFolder()
  const file = join(folder.path, 'pids')
  const written = () => readFile(file, 'utf8').catch(() => '')
  await run(script(`sleep 1000 & echo $! $$ > ${file}; wait`, { folder: folder.path }), async () =>
    (await written()).endsWith('\n'),
  )
  for (const [pid] of (await written()).matchAll(/\d+/g)) await untilGone(Number(pid))
}

/** What has been killed may be there for a moment. */
async function untilGone(pid: number): Promise<void> {
  await until(async () => (await commandOf(pid)) === '')
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
    await expectBothGone(async (options) => {
      expect(await runProgram({ ...options, limitMs: 500 }, NEVER)).toEqual({ why: 'time' })
    })
  })

  test('is killed with what it started for a reason that is found by looking', async () => {
    await expectBothGone(async (options, areAtWork) => {
      const watch = async () => ((await areAtWork()) ? 'enough' : null)
      expect(await runProgram({ ...options, watch }, NEVER)).toEqual({ why: 'watched', reason: 'enough' })
    })
  })

  test('is killed with what it started when nobody waits for it any more', async () => {
    await expectBothGone(async (options, areAtWork) => {
      const stop = new AbortController()
      const end = runProgram(options, stop.signal)
      await until(areAtWork)
      stop.abort(new Error('closed'))
      await expect(end).rejects.toThrow('closed')
    })
  })

  test('that ends and leaves another running leaves nothing', async () => {
    await using folder = await temporaryFolder()
    const file = join(folder.path, 'pid')
    const end = await runProgram(script(`sleep 1000 & echo $! > ${file}`), NEVER)
    expect(end).toMatchObject({ why: 'ended', code: 0 })
    await untilGone(Number(await readFile(file, 'utf8')))
  })

  test('that prints without end is stopped', async () => {
    const end = await runProgram(script('while :; do echo 0123456789012345678901234567890123456789; done'), NEVER)
    expect(end).toEqual({ why: 'watched', reason: 'it printed without end' })
  })

  test('that is not there is told as such', async () => {
    await expect(runProgram(script('', { file: '/nowhere/soffice' }), NEVER)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
