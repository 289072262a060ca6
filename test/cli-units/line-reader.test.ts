import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { createLineReader } from '../../cli/ask-passphrase.ts'

const NEVER = new AbortController().signal

function terminal() {
  return Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} })
}

describe('lines of an input', () => {
  test('that come in one piece are kept for the questions that follow', async () => {
    const input = new PassThrough()
    const reader = createLineReader(input)
    input.end('one\ntwo\nthree')
    expect([await reader.line(NEVER), await reader.line(NEVER), await reader.line(NEVER)]).toEqual([
      'one',
      'two',
      'three',
    ])
    expect([await reader.line(NEVER), await reader.line(NEVER)]).toEqual([null, null])
  })

  test('are none where it has ended, or ends while somebody waits', async () => {
    const input = new PassThrough()
    const waiting = createLineReader(input).line(NEVER)
    input.end()
    expect(await waiting).toBeNull()
    expect(await createLineReader(input).line(NEVER)).toBeNull()
    const broken = new PassThrough()
    const read = createLineReader(broken).line(NEVER)
    broken.destroy(new Error('EISDIR'))
    expect(await read).toBeNull()
  })

  test('are no longer waited for once the command is stopped', async () => {
    const stop = new AbortController()
    const waiting = createLineReader(new PassThrough()).line(stop.signal)
    stop.abort(new Error('SIGTERM'))
    await expect(waiting).rejects.toThrow('SIGTERM')
  })

  test('on a terminal: one for each question; Ctrl-C interrupts, Ctrl-D ends', async () => {
    const input = terminal()
    const reader = createLineReader(input)
    const first = reader.line(NEVER)
    input.write('typed\r')
    expect(await first).toBe('typed')
    const interrupted = reader.line(NEVER)
    input.write('\u0003')
    await expect(interrupted).rejects.toMatchObject({ code: 'ABORT_ERR' })
    const ended = reader.line(NEVER)
    input.write('\u0004')
    expect(await ended).toBeNull()
  })
})
