import { execFile } from 'node:child_process'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { openWindow } from '../../cli/serve/open-window.ts'
import { buildIfNeeded } from '../../scripts/build.ts'
import { startCloudServer } from '../../scripts/cloud-server/cloud-server.ts'
import { findChromium } from '../../scripts/find-chromium.ts'
import { runCommand } from '../cli/run-command.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { realModel } from '../model/real-models.ts'
import { modelsFolderOf } from './models-folder.ts'
import { whyNoStrace } from './strace.ts'
import { readTrace } from './traced-sockets.ts'

const run = promisify(execFile)
const SESSION = fileURLToPath(new URL('offline-session.ts', import.meta.url))
const OUT_MAIN = fileURLToPath(new URL('../../out/cli/main.js', import.meta.url))
const LANGUAGE = 'smollm2-135m-instruct-q4_1'
/** Chromium looks whether a route to the IPv6 internet exists by connecting a datagram socket, which sends nothing. */
const ROUTE_PROBE = 'connect 2001:4860:4860::8888 port 443'

beforeAll(() => buildIfNeeded().then(() => {}), 60_000)

async function models(): Promise<{ folder: string } | string> {
  const [language, embedding] = [await realModel(LANGUAGE), await realModel('all-minilm-l6-v2-int8')]
  if (!language.installed) return language.whyNot
  return embedding.installed ? { folder: modelsFolderOf(language.installed) } : embedding.whyNot
}

async function files(folder: string): Promise<void> {
  await mkdir(join(folder, 'files'))
  await writeFile(join(folder, 'files', 'rent.txt'), 'The rent is 1,250 pounds a month.\n')
}

type Command = (words: readonly string[]) => ReturnType<typeof runCommand>

/** Prepares a second opinion, which needs no network, and agrees to it, which is refused. */
async function refuseOpinion(command: Command, address: string): Promise<void> {
  const model = ['--kind', 'openai-compatible', '--model', 'served']
  await command(['providers', 'set', 'Other', '--address', address, ...model])
  const ask = ['opinion', 'M', 'What is the rent?', '--provider', 'Other']
  const prepared = await command(ask)
  const { hash, packet } = prepared.lines[0] as { hash?: string; packet?: { flags: { term: string }[] } }
  const keep = packet?.flags.flatMap(({ term }) => ['--keep', term]) ?? []
  const decided = keep.length === 0 ? hash : (await command([...ask, ...keep])).lines[0]?.hash
  const sent = await command([...ask, '--consent', String(decided)])
  expect([typeof hash, sent.code, sent.err]).toEqual([
    'string',
    6,
    expect.stringMatching(/^error OFFLINE: Nothing was sent/m),
  ])
}

describe('offline', () => {
  test('with no device but lo, everything but downloads works, and downloads say so', async ({ skip }) => {
    const there = await models()
    if (typeof there === 'string') return skip(there)
    const isAllowed = await run('unshare', ['-n', 'ip', 'link', 'set', 'lo', 'up']).then(
      () => true,
      () => false,
    )
    if (!isAllowed) return skip('no network namespace can be made here')
    await using folder = await shortFolder()
    await files(folder.path)
    const inside = `ip link set lo up && exec "$@"`
    const { stdout } = await run(
      'unshare',
      ['-n', 'sh', '-c', inside, 'sh', process.execPath, SESSION, folder.path, there.folder, LANGUAGE],
      { maxBuffer: 2 ** 24 },
    )
    const session = JSON.parse(stdout) as Record<string, unknown>
    expect(session).toMatchObject({
      reached: expect.stringMatching(/ENETUNREACH|Timeout/),
      added: { type: 'add-end', ready: 1 },
      asked: expect.stringMatching(/answered|uncertain|not-found/),
      found: 'rent.txt',
      demo: { code: 0, state: 'extractive' },
      get: { code: 1 },
      evidence: expect.stringContaining('1,250'),
    })
    const { demo, get } = session as { demo: { err: string }; get: { err: string } }
    expect(demo.err).toMatch(/Going on without one\.\n$/)
    expect(get.err).toMatch(/^error FETCH_FAILED: .+\n$/m)
  })

  test('with the privacy switch on, host, engine and children open no socket but local ones', async ({ skip }) => {
    const there = await models()
    const whyNot = typeof there === 'string' ? there : whyNoStrace()
    if (whyNot !== null || typeof there === 'string') return skip(whyNot ?? '')
    await using folder = await shortFolder()
    await files(folder.path)
    const home = join(folder.path, 'home')
    const env = { CONSILIUM_MODELS: there.folder }
    const command = (words: readonly string[]) => runCommand([...words, '--json'], { home, env })
    await command(['network', 'off'])
    const trace = join(folder.path, 'trace')
    const traced = execFile(
      'strace',
      ['-f', '-qq', '-e', 'trace=network', '-o', trace, process.execPath, OUT_MAIN, '--home', home, 'serve', '--json'],
      {
        env: { ...process.env, ...env, CONSILIUM_THREADS: '1', CONSILIUM_PASSPHRASE: '' },
      },
    )
    await new Promise((resolve) => traced.stdout?.once('data', resolve))
    // These attach to the traced engine, which does the work.
    await command(['matter', 'create', 'M'])
    expect((await command(['add', 'M', join(folder.path, 'files')])).lines.at(-1)).toMatchObject({ ready: 1 })
    expect(
      (await command(['ask', 'M', 'What is the rent?', '--model', LANGUAGE, '--max-tokens', '8'])).lines.at(-1)?.type,
    ).toBe('answer-end')
    const refused = await command(['models', 'get', 'phi-4-mini-instruct-q4_k_m'])
    expect(refused.code).not.toBe(0)
    await using server = await startCloudServer()
    for (const address of [server.address, 'https://models.practice.example/v1', 'https://192.0.2.7/v1'])
      await refuseOpinion(command, address)
    expect(server.received()).toBe('')
    const ended = new Promise((resolve) => traced.once('exit', resolve))
    await run('pkill', ['-INT', '-P', String(traced.pid)])
    await ended
    const { sockets, beyond, loopback, nameServer } = await readTrace(trace)
    expect({ beyond, nameServer }).toEqual({ beyond: [], nameServer: [] })
    // The host listens on loopback, so an empty trace would be a broken trace.
    expect(loopback).toBeGreaterThan(0)
    expect(Object.keys(sockets).filter((family) => !['AF_UNIX', 'AF_INET', 'AF_NETLINK'].includes(family))).toEqual([])
  })

  test('the window of the app asks no name server and connects to nothing but its host', async ({ skip }) => {
    const whyNot = whyNoStrace()
    if (whyNot) return skip(whyNot)
    await using folder = await shortFolder()
    const trace = join(folder.path, 'trace')
    const browser = join(folder.path, 'traced-browser')
    // -D: the browser stays the process that the window ends.
    await writeFile(
      browser,
      `#!/bin/sh\nexec strace -D -f -qq -e trace=network -o '${trace}' '${findChromium()}' --headless=new "$@"\n`,
    )
    await chmod(browser, 0o700)
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      // A page that tries: a foreign picture and a foreign name.
      response
        .setHeader('content-type', 'text/html')
        .end('<img src="http://example.com/x.png"><img src="http://93.184.216.34/x.png">')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    {
      await using _window = await openWindow(browser, `http://127.0.0.1:${port}/`)
      await new Promise((resolve) => setTimeout(resolve, 8000))
    }
    server.close()
    const { beyond, nameServer, loopback } = await readTrace(trace)
    expect(asked.length).toBeGreaterThan(0)
    expect(loopback).toBeGreaterThan(0)
    expect({ nameServer, beyond: beyond.filter((address) => address !== ROUTE_PROBE) }).toEqual({
      nameServer: [],
      beyond: [],
    })
  })
})
