import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { runProgram } from '../../cli/program.ts'

const OPTIONS = {
  root: new URL('../../', import.meta.url),
  env: {},
  signal: new AbortController().signal,
  version: '0',
}

const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
afterEach(() => written.mockReset().mockReturnValue(true))
afterAll(() => written.mockRestore())

/** The commands that the help of these words names, having the words in front. */
async function commandsBelow(words: readonly string[]): Promise<string[][]> {
  written.mockClear()
  expect([words, await runProgram([...words, '--help'], OPTIONS)]).toEqual([words, 0])
  const text = written.mock.calls.map(([part]) => String(part)).join('')
  expect(text).toContain(`Usage: consilium${words.map((word) => ` ${word}`).join('')}`)
  const list = text.split('\nCommands:\n')[1]?.split('\n\n')[0] ?? ''
  const names = [...list.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name = '']) => name)
  return names.filter((name) => name !== 'help').map((name) => [...words, name])
}

test('help is there for every command, and names what the command takes', async () => {
  const first = await commandsBelow([])
  expect(first.map((words) => words.join(' '))).toEqual(
    expect.arrayContaining([
      'add',
      'answers',
      'ask',
      'backup',
      'bench',
      'calc',
      'coverage',
      'demo',
      'doctor',
      'documents',
      'eval',
      'facts',
      'jobs',
      'ledger',
      'matter',
      'models',
      'network',
      'opinion',
      'optimise',
      'packs',
      'passphrase',
      'providers',
      'redact',
      'reference',
      'remove',
      'restore',
      'rules',
      'search',
      'serve',
      'start',
      'terms',
      'text',
      'watch',
    ]),
  )
  for (const words of first) for (const below of await commandsBelow(words)) await commandsBelow(below)
})

test('a misspelt command names the nearest one', async () => {
  const complaint = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  expect(await runProgram(['serch', 'M', 'x'], OPTIONS)).toBe(2)
  const told = complaint.mock.calls.map(([part]) => String(part)).join('')
  complaint.mockRestore()
  expect(told).toContain("unknown command 'serch'")
  expect(told).toContain('Did you mean search?')
})
