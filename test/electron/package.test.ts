import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll, listPackage } from '@electron/asar'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEngine } from '../../electron/start-engine.ts'
import { securityHeaders } from '../../host/page-file.ts'
import { fontsIn, ocrDataIn } from '../../host/program-files.ts'
import { forkChild } from '../../processes/fork-child.ts'
import { connectAssistant } from '../../renderer/connection/connect-assistant.ts'
import { WireSocket } from '../../renderer/connection/browser-socket.ts'
import { buildIfNeeded } from '../../scripts/build.ts'
import { writeInventories } from '../../scripts/release/inventory.ts'
import { LICENCES_FILE } from '../../scripts/release/licences.ts'
import { packedManifests, shippedPackages } from '../../scripts/release/shipped-packages.ts'
import { faultsOfPackages } from '../../scripts/electron/verify-packages.ts'
import { makeStubElectron, packApp, ROOT, runNode } from './pack-app.ts'
import { withDependencies } from './packages.ts'
import { ChannelMain } from './stand-in/ports.ts'
import { createUtilityProcess } from './stand-in/utility-process.ts'

/** Kept out of the bundles by scripts/build.ts. */
const UNBUNDLED = [
  '@huggingface/transformers',
  '@lancedb/lancedb',
  '@llamaindex/liteparse',
  'apache-arrow',
  'better-sqlite3-multiple-ciphers',
  'node-llama-cpp',
  'sharp',
]
/** 357 measured: LanceDB 160, onnxruntime 44, liteparse 31, llama.cpp 29, recognition data 28, sharp 18, our own programs 23. */
const MEGABYTES_AT_MOST = 360

/** They state their licence in package.json and bring no text of it. */
const STATED_ONLY =
  /^(?:@(?:lancedb|llamaindex|reflink|tesseract\.js-data)\/.+|@ai-sdk\/provider-utils|@simple-git\/argv-parser|simple-git|tr46)$/
const NO_TEXT = 'The package brings no text'

type Bill = {
  readonly bomFormat: string
  readonly metadata: { readonly component: { readonly name: string } }
  readonly components: readonly { readonly name: string; readonly version: string }[]
}

const { devDependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
  devDependencies: Record<string, string>
}

let folder = ''
let app = ''
let extracted = ''
let files: readonly string[] = []

describe.runIf(platform() === 'linux')('the packed app', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'consilium-package-'))
    await buildIfNeeded()
    const stub = await makeStubElectron(join(folder, 'electron'), devDependencies.electron ?? '')
    app = await packApp(stub, join(folder, 'release'))
    extracted = join(folder, 'extracted')
    extractAll(join(app, 'resources/app.asar'), extracted)
    files = listPackage(join(app, 'resources/app.asar'), { isPack: false }).map((file) => file.replaceAll('\\', '/'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('holds the built programs, the page, the samples and our licence', () => {
    for (const file of [
      '/package.json',
      '/LICENSE',
      '/out/electron/main.js',
      '/out/electron/preload.cjs',
      '/out/assistant/engine.js',
      '/out/assistant/rules/kernel/kernel-worker.js',
      '/out/packs/af-demo/pack.yaml',
      '/out/models/process.js',
      '/out/library/reader.js',
      '/out/renderer/index.html',
      '/samples/calibration/docs/lease-boathouse.md',
      '/samples/calibration/questions.jsonl',
      '/samples/questions.json',
    ])
      expect(files).toContain(file)
  })

  test('holds no sources, tests, maps or tools', () => {
    const folders = new Set(files.map((file) => file.split('/')[1]))
    expect([...folders].toSorted()).toEqual(['LICENSE', 'node_modules', 'out', 'package.json', 'samples'])
    expect(files.filter((file) => /\.([mc]?ts|tsx|map|tsbuildinfo)$/.test(file))).toEqual([])
    const packed = packedPackages()
    expect(Object.keys(devDependencies).filter((name) => packed.includes(name))).toEqual([])
  })

  test('holds only packages that the unbundled ones need', async () => {
    const needed = new Set([...(await withDependencies(UNBUNDLED))].map((place) => nameOf(place)))
    expect(packedPackages().filter((name) => !needed.has(name))).toEqual([])
    for (const name of UNBUNDLED) expect(packedPackages()).toContain(name)
  })

  test('holds the native files of this system, outside the archive, and of no other', async () => {
    const native = (await readdir(join(app, 'resources/app.asar.unpacked'), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && /\.(node|so(\.[\d.]+)?|dll|dylib)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).split('node_modules/').at(-1) ?? '')
    const inArchive = files.filter((file) => file.endsWith('.node'))
    expect(native.filter((file) => file.endsWith('.node'))).toHaveLength(inArchive.length)
    const target = `linux-${arch()}`
    const packages = new Set(native.map((file) => file.split('/', file.startsWith('@') ? 2 : 1).join('/')))
    expect([...packages].toSorted()).toEqual([
      `@img/sharp-libvips-${target}`,
      `@img/sharp-${target}`,
      `@lancedb/lancedb-${target}-gnu`,
      `@llamaindex/liteparse-${target}-gnu`,
      `@node-llama-cpp/${target}`,
      `@reflink/reflink-${target}-gnu`,
      'better-sqlite3-multiple-ciphers',
      'onnxruntime-node',
    ])
    expect(native.filter((file) => /cuda|vulkan|darwin|win32|musl|armv7/.test(file))).toEqual([])
    expect(native.filter((file) => file.startsWith('better-sqlite3'))).toEqual([
      `better-sqlite3-multiple-ciphers/prebuilds/${target}.node`,
    ])
  })

  test('holds LanceDB without the names for a debugger, and leaves those of the source checkout in place', async () => {
    const file = `@lancedb/lancedb-linux-${arch()}-gnu/lancedb.linux-${arch()}-gnu.node`
    const installed = await stat(join(ROOT, 'node_modules', file))
    const packed = await stat(join(app, 'resources/app.asar.unpacked/node_modules', file))
    expect(packed.size).toBeLessThan(installed.size - 20e6)
    expect(packed.ino).not.toBe(installed.ino)
  })

  test('has its fuses as they are written down', async () => {
    expect(await faultsOfPackages(join(app, '..'), join(ROOT, 'electron-builder.yml'), {})).toEqual([])
    await flipFuses(join(app, 'consilium'), {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    })
    expect(await faultsOfPackages(join(app, '..'), join(ROOT, 'electron-builder.yml'), {})).toEqual([
      expect.stringMatching(/consilium: the fuse enableNodeOptionsEnvironmentVariable is not off$/),
    ])
  })

  test('locks its window: a sandbox, a policy for the page, and no permission but to copy', async () => {
    const { text } = await runNode([
      join(ROOT, 'test/electron/children/packed-main.ts'),
      join(extracted, 'out/electron/main.js'),
      join(folder, 'locked-home'),
    ])
    expect(JSON.parse(text)).toEqual({
      steps: ['sandbox', 'scheme', 'ready'],
      errors: [],
      window: { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, devTools: false },
      policy: securityHeaders('N')['content-security-policy'],
      loaded: ['app://ui/main.js'],
      granted: ['clipboard-sanitized-write'],
    })
  })

  test('holds the recognition data outside the archive, where native code finds it', async () => {
    const data = ocrDataIn(join(app, 'resources/app.asar/out'))
    expect((await readdir(data)).toSorted()).toEqual(
      ['deu', 'eng', 'fra', 'ita', 'nld', 'pol', 'por', 'spa'].map((language) => `${language}.traineddata`),
    )
  })

  test('works once extracted: SQLite, LanceDB, llama.cpp, ONNX and the parser load from it', async () => {
    const script = join(extracted, 'load-everything.mjs')
    await writeFile(script, LOAD_EVERYTHING)
    const { code, text } = await runNode([script])
    expect(text).toBe('sqlite lancedb onnx transformers parser llama\n')
    expect(code).toBe(0)
  })

  test('holds an engine that starts, and answers a page, from nothing but the package', async () => {
    const events = new EventEmitter()
    const pieces = { app: events as unknown as Electron.App, utilityProcess: createUtilityProcess(events) }
    const env = {
      CONSILIUM_HOME: join(folder, 'home'),
      CONSILIUM_SAMPLES: join(extracted, 'samples'),
      CONSILIUM_FONTS: fontsIn(join(extracted, 'out/renderer')),
      CONSILIUM_PACKS: join(extracted, 'out/packs'),
      CONSILIUM_WORDS: join(extracted, 'out/words.txt.br'),
      CONSILIUM_OCR_DATA: ocrDataIn(join(extracted, 'out')),
    }
    const file = join(extracted, 'out/assistant/engine.js')
    await using engine = startEngine(pieces, { file, env, keychainKey: null })
    await engine.supervised.ready()
    const { port1, port2 } = new ChannelMain()
    engine.connect(port1 as unknown as Electron.MessagePortMain)
    const wire = new WireSocket(
      (frame) => port2.postMessage(frame),
      () => port2.close(),
    )
    port2.on('message', ({ data }: { data: unknown }) => wire.receive(data))
    port2.start()
    const { client } = connectAssistant(async () => wire)
    expect(await client.matter.samples()).toHaveLength(2)
    await client.home.create({ passphrase: null })
    const { matter } = await client.matter.create({ name: 'Packed' })
    await Array.fromAsync(await client.answer.ask({ matter, question: 'Is anything here?' }))
    const answerIds = (await client.answer.list({ matter })).map(({ answerId }) => answerId)
    const { file: exported } = await client.answer.export({ matter, answerIds, format: 'pdf' })
    expect((await exported.text()).slice(0, 5)).toBe('%PDF-')
    port2.close()
  })

  test.each(['models/process', 'library/reader'])('holds a %s process that starts', async (name) => {
    const child = forkChild(join(extracted, `out/${name}.js`))
    const first = await new Promise((resolve) => {
      child.onMessage(resolve)
      child.onExit(resolve)
    })
    child.kill()
    expect(first).toEqual({ type: 'ready' })
  })

  test('has the licence of every package, packed, bundled or copied, in one file', async () => {
    const text = await readFile(join(app, 'resources', LICENCES_FILE), 'utf8')
    const sections = text.split(/^={100}$/m).map((section) => section.trim().split('\n\n'))
    const sectionOf = (name: string) => sections.find(([names = '']) => names.split('\n').includes(name)) ?? []
    const shipped = await shippedPackages(join(app, 'resources/app.asar'))
    const names = shipped.map(({ name }) => name)
    for (const name of [...packedPackages(), 'react', 'electron', 'zod', '@tesseract.js-data/deu'])
      expect(names).toContain(name)
    const found = shipped.map(({ name, version }) => {
      const [, licence = '', ...rest] = sectionOf(`${name} ${version}`)
      return { name, isStated: /^Licence: (?!see below)./.test(licence), hasText: !rest[0]?.startsWith(NO_TEXT) }
    })
    expect(found.filter(({ isStated, hasText }) => !isStated && !hasText)).toEqual([])
    expect(found.filter(({ name, hasText }) => !hasText && !STATED_ONLY.test(name)).map(({ name }) => name)).toEqual([])
    for (const other of ['WordNet 3.0', 'GeoNames: CC BY 4.0', 'Recognition data of Tesseract'])
      expect(text).toContain(other)
    expect(existsSync(join(app, 'LICENSES.chromium.html'))).toBe(true)
  })

  test('has a bill of materials of exactly what is in it', async () => {
    const [bill = ''] = await writeInventories(join(folder, 'release'), '9.9.9')
    expect(bill).toBe('consilium-9.9.9-linux.cdx.json')
    const { bomFormat, metadata, components } = JSON.parse(
      await readFile(join(folder, 'release', bill), 'utf8'),
    ) as Bill
    expect({ bomFormat, name: metadata.component.name }).toEqual({ bomFormat: 'CycloneDX', name: 'consilium' })
    const shipped = await shippedPackages(join(app, 'resources/app.asar'))
    expect(new Set(components.map(({ name, version }) => `${name} ${version}`))).toEqual(
      new Set(shipped.map(({ name, version }) => `${name} ${version}`)),
    )
    expect(components.map(({ name }) => name)).not.toContain('vitest')
  })

  test(`is no larger than ${MEGABYTES_AT_MOST} MB without Electron`, async () => {
    const entries = await readdir(join(app, 'resources'), { recursive: true, withFileTypes: true })
    const sizes = entries.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name)))
    const bytes = (await Promise.all(sizes)).reduce((sum, { size }) => sum + size, 0)
    console.info(`Packed without Electron: ${Math.round(bytes / 2 ** 20)} MB`)
    expect(bytes / 2 ** 20).toBeLessThan(MEGABYTES_AT_MOST)
    expect(bytes / 2 ** 20).toBeGreaterThan(300)
  })
})

describe('electron-builder.yml', () => {
  const load = createRequire(createRequire(import.meta.url).resolve('electron-builder'))
  const { getConfig, validateConfiguration } = load('app-builder-lib/out/util/config/config') as {
    getConfig(folder: string, file: string, extra: object | null): Promise<{ electronVersion?: string }>
    validateConfiguration(config: object, logger: object): Promise<void>
  }
  const { DebugLogger } = load('builder-util') as { DebugLogger: new (isEnabled: boolean) => object }
  const validate = async (extra: object | null) =>
    validateConfiguration(await getConfig(ROOT, 'electron-builder.yml', extra), new DebugLogger(false))

  test('has only settings that electron-builder knows', async () => {
    await validate(null)
    await expect(validate({ asarUnpak: ['x'] })).rejects.toThrow('asarUnpak')
  })

  test('names the version of Electron that the types are of', async () => {
    expect((await getConfig(ROOT, 'electron-builder.yml', null)).electronVersion).toBe(devDependencies.electron)
  })
})

function packedPackages(): readonly string[] {
  return [...new Set(packedManifests(join(app, 'resources/app.asar')).map(({ name }) => name))]
}

function nameOf(place: string): string {
  return place.split('node_modules/').at(-1) ?? ''
}

const LOAD_EVERYTHING = `
import { createRequire } from 'node:module'
const { default: Database } = await import('better-sqlite3-multiple-ciphers')
const database = new Database(':memory:')
if (database.prepare('select 1 + 1 as two').get().two !== 2) throw new Error('SQLite does not count')
const lancedb = await import('@lancedb/lancedb')
const connection = await lancedb.connect('memory://')
const table = await connection.createTable('t', [{ id: 1, vector: [0, 1] }, { id: 2, vector: [1, 0] }])
const [nearest] = await table.search([1, 0.1]).limit(1).toArray()
if (nearest.id !== 2) throw new Error('LanceDB does not find')
const onnx = createRequire(import.meta.resolve('@huggingface/transformers'))('onnxruntime-node')
if (typeof onnx.InferenceSession.create !== 'function') throw new Error('ONNX runtime is incomplete')
const { AutoTokenizer } = await import('@huggingface/transformers')
const { LiteParse } = await import('@llamaindex/liteparse')
const { default: sharp } = await import('sharp')
const { getLlama } = await import('node-llama-cpp')
const llama = await getLlama({ gpu: false, build: 'never', progressLogs: false, logLevel: 'error' })
if (!AutoTokenizer || !LiteParse || !sharp.versions.vips || llama.gpu !== false) throw new Error('something is missing')
console.log('sqlite lancedb onnx transformers parser llama')
process.exit(0)
`
