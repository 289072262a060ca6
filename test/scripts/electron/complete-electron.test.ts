import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { programIn } from '../../../scripts/electron/electron-program.ts'
import { writeZip } from '../../../scripts/write-zip.ts'
import { serveFiles } from '../../models/acquire/file-server.ts'
import { temporaryFolder } from '../../store/temporary-home.ts'

const FILE = 'electron-v45.0.0-linux-x64.zip'
const ZIP = writeZip([
  { name: 'electron', data: Buffer.alloc(200_000, 'program') },
  { name: 'version', data: '45.0.0' },
])
const BEFORE = ['checksums.json', 'package.json']

/** The npm package `electron` as npm installs it: its version and its checksums, and no program. */
async function electronPackage(folder: string, checksums: object = { [FILE]: sha256(ZIP) }): Promise<string> {
  const place = join(folder, 'electron')
  await mkdir(place)
  await writeFile(join(place, 'package.json'), JSON.stringify({ version: '45.0.0' }))
  await writeFile(join(place, 'checksums.json'), JSON.stringify(checksums))
  return place
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Longer than a busy computer takes for an answer, where one comes. */
const PATIENT_MS = 60_000

function start(place: string, mirror: string, answerMs = PATIENT_MS, ...more: readonly string[]): ChildProcess {
  const file = fileURLToPath(new URL('../children/complete-electron.ts', import.meta.url))
  const env = { ...process.env, ELECTRON_MIRROR: mirror, electron_config_cache: join(place, '..', 'cache') }
  return spawn(process.execPath, [file, place, String(answerMs), ...more], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function linesOf(child: ChildProcess): Promise<readonly string[]> {
  let text = ''
  for await (const part of child.stdout ?? []) text += String(part)
  return text.trimEnd().split('\n')
}

type Answer = (response: ServerResponse, path: string) => void

/** What is said while the package is completed from a server that answers so, and what the folder holds afterwards. */
async function complete(answer: Answer, { checksums, answerMs }: { checksums?: object; answerMs?: number } = {}) {
  await using folder = await temporaryFolder()
  const place = await electronPackage(folder.path, checksums)
  await using server = await serveFiles((request, response) => answer(response, request.url ?? ''))
  const { origin, host } = new URL(server.address)
  const lines = await linesOf(start(place, `${origin}/`, answerMs))
  const said = lines.filter((line) => line !== 'under way').map((line) => line.replaceAll(host, 'HOST'))
  return { said, files: (await readdir(place)).toSorted(), program: programIn(join(place, 'dist'), 'linux') }
}

const send: Answer = (response) => void response.writeHead(200, { 'content-length': ZIP.length }).end(ZIP)

describe('the package of Electron', () => {
  test('is completed once, from the mirror that npm is set to, and not again', async () => {
    await using folder = await temporaryFolder()
    const place = await electronPackage(folder.path)
    const asked: string[] = []
    await using server = await serveFiles((request, response) => {
      asked.push(request.url ?? '')
      send(response, '')
    })
    const { origin, host } = new URL(server.address)
    expect((await linesOf(start(place, `${origin}/`))).filter((line) => line !== 'under way')).toEqual([
      `fetched from ${host}`,
      'whole',
    ])
    expect(asked).toEqual([`/v45.0.0/${FILE}`])
    expect((await readdir(place)).toSorted()).toEqual(['checksums.json', 'dist', 'package.json', 'path.txt'])
    expect(programIn(join(place, 'dist'), 'linux')).toBe(join(place, 'dist/electron'))
    expect(await readFile(join(place, 'path.txt'), 'utf8')).toBe('electron')
    // Installed anew, it is completed from what is on this computer.
    expect(await linesOf(start(place, `${origin}/`))).toEqual(['whole'])
    expect(asked).toHaveLength(1)
  })

  test.each<[string, Answer, string]>([
    [
      'another file than the checksum is of',
      (response) => void response.end(Buffer.from(ZIP).fill(0, 100, 120)),
      'the download does not match its checksum and was deleted',
    ],
    ['no such file', (response) => void response.writeHead(404).end(), 'HOST answered 404'],
    [
      'half of the file, and the connection breaks',
      (response) => {
        response.writeHead(200, { 'content-length': ZIP.length })
        response.write(ZIP.subarray(0, 500), () => response.destroy())
      },
      'the connection broke',
    ],
  ])('stays as it is where there is %s', async (_what, answer, why) => {
    const { said, files, program } = await complete(answer)
    expect(said).toEqual(['fetched from HOST', why])
    expect([files, program]).toEqual([BEFORE, null])
  })

  test.each<[string, Answer]>([
    ['no answer at all', () => {}],
    [
      'a head and nothing after it',
      (response) => void response.writeHead(200, { 'content-length': ZIP.length }).flushHeaders(),
    ],
  ])('stays as it is where there is %s, and is not waited for', async (_what, answer) => {
    const { said, files, program } = await complete(answer, { answerMs: 300 })
    expect(said).toEqual(['fetched from HOST', 'HOST does not answer'])
    expect([files, program]).toEqual([BEFORE, null])
  })

  test('stays as it is where the connection is refused', async () => {
    await using folder = await temporaryFolder()
    const place = await electronPackage(folder.path)
    const server = await serveFiles(() => {})
    await server[Symbol.asyncDispose]()
    const lines = await linesOf(start(place, `${new URL(server.address).origin}/`))
    expect(lines.at(-1)).toBe('the connection was refused')
    expect((await readdir(place)).toSorted()).toEqual(BEFORE)
  })

  test('is completed beside what another process of the same number has left', async () => {
    await using folder = await temporaryFolder()
    const place = await electronPackage(folder.path)
    await using server = await serveFiles((_request, response) => send(response, ''))
    const child = start(place, `${new URL(server.address).origin}/`, PATIENT_MS, 'left')
    expect((await linesOf(child)).at(-1)).toBe('whole')
    expect((await readdir(place)).toSorted()).toEqual(['checksums.json', 'dist', 'package.json', 'path.txt'])
  })

  test('that another start has completed meanwhile is left as that one has it', async () => {
    await using folder = await temporaryFolder()
    const place = await electronPackage(folder.path)
    const first = join(place, 'dist/electron')
    await using server = await serveFiles(async (_request, response) => {
      await mkdir(join(place, 'dist'))
      await writeFile(first, 'of the first')
      send(response, '')
    })
    expect((await linesOf(start(place, `${new URL(server.address).origin}/`))).at(-1)).toBe('whole')
    expect(await readFile(first, 'utf8')).toBe('of the first')
    expect((await readdir(place)).toSorted()).toEqual(['checksums.json', 'dist', 'package.json', 'path.txt'])
  })

  test('asks nobody where it knows no checksum for this system', async () => {
    const { said } = await complete(send, { checksums: { 'electron-v45.0.0-darwin-arm64.zip': sha256(ZIP) } })
    expect(said).toEqual(['there is no Electron for linux on x64'])
  })

  test('has no program after a kill in the middle of the download, and is completed the next time', async () => {
    await using folder = await temporaryFolder()
    const place = await electronPackage(folder.path)
    await using server = await serveFiles((_request, response, call) => {
      if (call > 0) return send(response, '')
      response.writeHead(200, { 'content-length': ZIP.length })
      response.write(ZIP.subarray(0, 500))
    })
    const mirror = `${new URL(server.address).origin}/`
    const killed = start(place, mirror)
    for await (const text of killed.stdout ?? []) if (String(text).includes('under way')) killed.kill('SIGKILL')
    expect(programIn(join(place, 'dist'), 'linux')).toBe(null)
    expect((await linesOf(start(place, mirror))).at(-1)).toBe('whole')
    expect((await readdir(place)).toSorted()).toEqual(['checksums.json', 'dist', 'package.json', 'path.txt'])
  })
})
