import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
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
