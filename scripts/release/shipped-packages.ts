import { readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { extractFile, listPackage } from '@electron/asar'
import { build, type BuildOptions } from 'esbuild'
import { PRELOAD, PROGRAMS, UNBUNDLED } from '../build.ts'
import { OCR_PACKAGES } from '../unpack-ocr-data.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export type ShippedPackage = {
  readonly name: string
  readonly version: string
  /** As its package.json states it. */
  readonly licence: string
  /** The folder of the checkout that npm put it into. */
  readonly folder: string
}

type Manifest = {
  readonly name: string
  readonly version: string
  readonly license?: string | { readonly type: string }
}

/** What the bundler of the page takes in besides scripts. */
const FONTS = ['@fontsource-variable/inter', '@fontsource-variable/source-serif-4']

/** All packages whose files or code are in a packed app: those of its archive, those bundled into `out/`, fonts, recognition data, Electron. */
export async function shippedPackages(archive: string): Promise<readonly ShippedPackage[]> {
  const installed = await installedPlaces()
  const packed = packedManifests(archive).map(({ name, version }) => {
    const place = installed.get(`${name} ${version}`)
    if (!place) throw new Error(`${name} ${version} is in ${archive}, and not in package-lock.json.`)
    return place
  })
  const copied = ['electron', ...FONTS, ...OCR_PACKAGES].map((name) => `node_modules/${name}`)
  const places = new Set([...packed, ...(await bundledPlaces()), ...copied])
  const all = await Promise.all([...places].map(packageAt))
  return [...new Map(all.map((one) => [keyOf(one), one])).values()].toSorted((one, other) =>
    keyOf(one) < keyOf(other) ? -1 : 1,
  )
}

/** The package.json of each package in the archive of an app. They do not all lie where npm put them. */
export function packedManifests(archive: string): readonly Manifest[] {
  return listPackage(archive, { isPack: false })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\/node_modules\/(?:@[^/]+\/)?[^/@]+\/package\.json$/.test(file))
    .map((file) => JSON.parse(extractFile(archive, file.slice(1).split('/').join(sep)).toString('utf8')) as Manifest)
}

/** Where npm put each package of the lockfile, by name and version: `node_modules/a`, `node_modules/a/node_modules/b`. */
async function installedPlaces(): Promise<ReadonlyMap<string, string>> {
  type Lockfile = { readonly packages: Readonly<Record<string, { readonly version?: string; readonly name?: string }>> }
  const { packages } = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8')) as Lockfile
  return new Map(
    Object.entries(packages).map(([place, { name, version = '' }]) => [
      keyOf({ name: name ?? place.split('node_modules/').at(-1) ?? '', version }),
      place,
    ]),
  )
}

function keyOf({ name, version }: Pick<Manifest, 'name' | 'version'>): string {
  return `${name} ${version}`
}

/** The packages whose code ends up inside `out/`. */
async function bundledPlaces(): Promise<readonly string[]> {
  const programs = await placesIn({ entryPoints: [...PROGRAMS, PRELOAD], platform: 'node', external: UNBUNDLED })
  const page = await placesIn({
    entryPoints: ['renderer/main.tsx'],
    platform: 'browser',
    jsx: 'automatic',
    loader: { '.css': 'empty', '.woff2': 'empty', '.svg': 'empty' },
    plugins: [
      {
        name: 'urls',
        setup: ({ onLoad }) => onLoad({ filter: /\?url$|worker\.min/ }, () => ({ contents: 'export default ""' })),
      },
    ],
  })
  return [...programs, ...page]
}

async function placesIn(options: BuildOptions): Promise<readonly string[]> {
  const { metafile } = await build({
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'out',
    format: 'esm',
    logLevel: 'error',
    absWorkingDir: ROOT,
    ...options,
  })
  const used = Object.values(metafile?.outputs ?? {}).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  )
  return used.flatMap((path) => /(?:node_modules\/(?:@[^/]+\/)?[^/]+\/)+/.exec(path)?.[0].slice(0, -1) ?? [])
}

async function packageAt(place: string): Promise<ShippedPackage> {
  const folder = join(ROOT, place)
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest
  return { name, version, licence: typeof license === 'string' ? license : (license?.type ?? ''), folder }
}
