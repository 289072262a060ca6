import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type BuildOptions } from 'esbuild'
import { ROOT } from './pack-app.ts'

type Locked = {
  readonly dependencies?: Record<string, string>
  readonly optionalDependencies?: Record<string, string>
  readonly peerDependencies?: Record<string, string>
}

/** All packages that these ones may load, themselves included, by the place where npm put them (`node_modules/…`). */
export async function withDependencies(names: readonly string[]): Promise<ReadonlySet<string>> {
  const text = await readFile(join(ROOT, 'package-lock.json'), 'utf8')
  const { packages } = JSON.parse(text) as { packages: Record<string, Locked> }
  const found = new Set<string>()
  const visit = (from: string, name: string) => {
    const place = placeOf(packages, from, name)
    if (!place || found.has(place)) return
    found.add(place)
    const { dependencies, optionalDependencies, peerDependencies } = packages[place] ?? {}
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }))
      visit(place, next)
  }
  for (const name of names) visit('', name)
  return found
}

/** As Node looks for it: beside the package, then further up. */
function placeOf(packages: object, from: string, name: string): string | null {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = `${folder}${folder ? '/' : ''}node_modules/${name}`
    if (place in packages) return place
    if (!folder) return null
  }
}

const PROGRAMS = ['cli/main.ts', 'assistant/engine.ts', 'models/process.ts', 'library/reader.ts', 'electron/main.ts']

/** The packages whose code ends up inside `out/`. `unbundled` stay packages of their own. */
export async function bundledPackages(unbundled: readonly string[]): Promise<readonly string[]> {
  const programs = await packagesIn({ entryPoints: PROGRAMS, platform: 'node', external: [...unbundled] })
  const page = await packagesIn({
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
  // What the bundler of the page takes in besides scripts.
  return [...new Set([...programs, ...page, '@fontsource-variable/inter', '@fontsource-variable/source-serif-4'])]
}

async function packagesIn(options: BuildOptions): Promise<readonly string[]> {
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
  return used.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [])
}
