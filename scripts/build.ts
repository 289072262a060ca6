import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build as bundle, type Plugin } from 'esbuild'
import { build as buildPage } from 'vite'
import { OUR_LANGUAGES } from './our-languages.ts'
import { trimInstall } from './trim-install.ts'
import { unpackOcrData } from './unpack-ocr-data.ts'
import { isAlive } from '../processes/system-processes.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const STAMP = join(ROOT, 'out', '.built')
/** Beside `out`, which a build empties. */
const LOCK = join(ROOT, 'out.lock')
const SOURCES = [
  'assistant',
  'bench',
  'checks',
  'cli',
  'contract',
  'disclosure',
  'electron',
  'host',
  'kb',
  'library',
  'models',
  'processes',
  'renderer',
  'store',
  'text',
  'wording',
]
const CONFIGURATION = [
  // Written by npm at each installation, of which a build takes off what is never loaded here.
  'node_modules/.package-lock.json',
  'package-lock.json',
  'vite.config.ts',
  'scripts/build.ts',
  'scripts/our-languages.ts',
  'scripts/unpack-ocr-data.ts',
]
/** What is run from `out/`, each bundled by itself. */
export const PROGRAMS = [
  'cli/main.ts',
  // By this name the tests run many commands in one process.
  'cli/program.ts',
  'assistant/engine.ts',
  'assistant/rules/kernel/kernel-worker.ts',
  'models/process.ts',
  'library/reader.ts',
  'electron/main.ts',
]
/** Bundled apart: Electron's sandbox loads preload scripts as CommonJS only. */
export const PRELOAD = 'electron/preload.ts'
/** Native modules find their binaries beside themselves, and Electron is given by its own runtime. */
export const UNBUNDLED = [
  '@huggingface/transformers',
  '@lancedb/lancedb',
  '@llamaindex/liteparse',
  'apache-arrow',
  'better-sqlite3-multiple-ciphers',
  'electron',
  'node-llama-cpp',
  'onnxruntime-node',
  'sharp',
]

/** LanceDB requires this package; imported, it would be loaded a second time, in its form as ES modules. */
const ONE_ARROW: Plugin = {
  name: 'one-arrow',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^apache-arrow$/ }, ({ kind, path }) =>
      kind === 'require-call' ? { path, external: true } : { path, namespace: 'one-arrow' },
    )
    onLoad({ filter: /^/, namespace: 'one-arrow' }, ({ path }) => ({ contents: `module.exports = require('${path}')` }))
  },
}

/** Bundles the programs and the window into `out/`. Bundling is for start-up: one file instead of hundreds. */
export async function build(): Promise<void> {
  const begunAt = new Date()
  await trimInstall(join(ROOT, 'node_modules'), process.platform, process.arch)
  // Chunks of an earlier build would pile up, and be packed.
  await rm(join(ROOT, 'out'), { recursive: true, force: true })
  const common = {
    bundle: true,
    platform: 'node',
    sourcemap: true,
    logLevel: 'warning',
    external: UNBUNDLED.filter((name) => name !== 'apache-arrow'),
    plugins: [ONE_ARROW, OUR_LANGUAGES] as Plugin[],
    absWorkingDir: ROOT,
    define: await builtInValues(),
  } as const
  await Promise.all([
    bundle({
      ...common,
      entryPoints: PROGRAMS,
      outdir: 'out',
      outbase: '.',
      format: 'esm',
      splitting: true,
      target: 'node24',
      chunkNames: 'shared/[hash]',
      // Packages that are still CommonJS call `require`, which an ES module does not have.
      banner: {
        js: "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);",
      },
    }),
    bundle({
      ...common,
      entryPoints: [PRELOAD],
      outfile: 'out/electron/preload.cjs',
      format: 'cjs',
      target: 'chrome140',
    }),
    buildWindow(),
    cp(join(ROOT, 'kb/packs'), join(ROOT, 'out/packs'), { recursive: true }),
    cp(join(ROOT, 'disclosure/words/words.txt.br'), join(ROOT, 'out/words.txt.br')),
    unpackOcrData(ROOT, join(ROOT, 'out/ocr-data')),
  ])
  await mkdir(join(ROOT, 'out'), { recursive: true })
  await writeFile(STAMP, '')
  // What was changed while it was built may not be in it.
  await utimes(STAMP, begunAt, begunAt)
}

/** What a copy knows of where it was built: from where it fetches graphics support (`models/acquire/fetch-graphics.ts`). */
export async function builtInValues(): Promise<Record<string, string>> {
  return { 'process.env.CONSILIUM_PACKAGE_REGISTRY': JSON.stringify(await registryOfNpm()) }
}

/** Empty where there is no npm. It is asked: of its settings it tells a script only those that somebody has changed. */
async function registryOfNpm(): Promise<string> {
  const { npm_execpath: file } = process.env
  const [program, ...before] = file === undefined ? ['npm'] : [process.execPath, file]
  const asked = promisify(execFile)(program, [...before, 'config', 'get', 'registry'], { cwd: ROOT })
  return asked.then(
    ({ stdout }) => stdout.trim(),
    () => '',
  )
}

/** For use, also where a test runner, whose NODE_ENV is `test`, calls for it: vite would take React's slow half. */
async function buildWindow(): Promise<void> {
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  try {
    await buildPage({ root: join(ROOT, 'renderer'), configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' })
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = NODE_ENV
  }
}

/** Builds only when a source is newer than the last build; returns whether it built. One process at a time: others wait and use it. */
export async function buildIfNeeded(): Promise<boolean> {
  if (await isBuilt()) return false
  const release = await holdLock()
  try {
    if (await isBuilt()) return false
    await build()
    return true
  } finally {
    await release()
  }
}

async function isBuilt(): Promise<boolean> {
  const builtAt = await stat(STAMP).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )
  const newest = Math.max(
    ...(await Promise.all([...SOURCES, ...CONFIGURATION].map((name) => newestChange(join(ROOT, name))))),
  )
  return newest <= builtAt
}

const LOOK_AGAIN_MS = 200
/** A lock gets its name right after it is made. */
const UNNAMED_MS = 5000

/** Names its holder, so that a lock whose process has died holds nobody up. */
async function holdLock(): Promise<() => Promise<void>> {
  for (;;) {
    const isHeld = await writeFile(LOCK, String(process.pid), { flag: 'wx' }).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return false
        throw error
      },
    )
    if (isHeld) return () => rm(LOCK, { force: true })
    const found = await stat(LOCK).catch(() => null)
    const holder = Number(await readFile(LOCK, 'utf8').catch(() => '0'))
    const isLeft = holder > 0 ? !isAlive(holder) : found !== null && Date.now() - found.mtimeMs > UNNAMED_MS
    if (isLeft) await rm(LOCK, { force: true })
    await sleep(LOOK_AGAIN_MS)
  }
}

async function newestChange(path: string): Promise<number> {
  const found = await stat(path).catch(() => null)
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  const entries = (await readdir(path)).filter((name) => name !== '.types' && name !== 'tsconfig.json')
  return Math.max(0, ...(await Promise.all(entries.map((name) => newestChange(join(path, name))))))
}

if (import.meta.main) await build()
