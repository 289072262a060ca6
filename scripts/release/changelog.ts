import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The stores of `store/`, by the name that a changelog entry gives them, with the version that this program writes. */
export type StoreVersions = Readonly<Record<'app' | 'matter', number>>

export type Changelog = {
  /** Newest first; the text is what follows the heading. */
  readonly releases: readonly { readonly version: string; readonly text: string }[]
  /** Changes that no release has yet: the files of `.changeset`, without their heads. */
  readonly pending: readonly string[]
}

export async function readChangelog(root: string): Promise<Changelog> {
  const names = (await readdir(join(root, '.changeset'))).filter((name) => name.endsWith('.md')).toSorted()
  const files = await Promise.all(names.map((name) => readFile(join(root, '.changeset', name), 'utf8')))
  return {
    releases: releasesIn(await readFile(join(root, 'CHANGELOG.md'), 'utf8')),
    pending: files.map((text) => text.replace(/^---\n[^]*?\n---\n/, '').trim()),
  }
}

function releasesIn(text: string): Changelog['releases'] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n')
      return { version: part.slice(0, end).trim(), text: part.slice(end).trim() }
    })
}

/**
 * One line for each store whose version no entry names, or that an entry names wrongly. An entry says "Migration: matter 13", so that
 * a new migration without its entry is found.
 */
export function unnamedMigrations({ releases, pending }: Changelog, stores: StoreVersions): readonly string[] {
  const entries = [...releases.map(({ text }) => text), ...pending].join('\n')
  const named = [...entries.matchAll(/\bMigration: ((?:app|matter) \d+(?:, (?:app|matter) \d+)*)/g)].flatMap(
    ([, list = '']) => list.split(', ').map((one) => one.split(' ')),
  )
  return Object.entries(stores).flatMap(([store, version]) => {
    const newest = Math.max(0, ...named.flatMap(([name, number]) => (name === store ? [Number(number)] : [])))
    if (newest === version) return []
    const has = newest === 0 ? 'none' : `"Migration: ${store} ${newest}"`
    return [
      `store/${store} is at version ${version}, and the changelog names ${has}: add "Migration: ${store} ${version}"`,
    ]
  })
}

/** As the first version says of itself until it has its tag. */
const UNRELEASED = 'not released yet'

/** What keeps this commit from being released under this tag, a line each. */
export function faultsOfRelease(
  tag: string,
  versions: { readonly package: string; readonly lockfile: string },
  changelog: Changelog,
  stores: StoreVersions,
): readonly string[] {
  const [newest] = changelog.releases
  const { length } = changelog.pending
  return [
    ...(tag === `v${versions.package}` ? [] : [`the tag is ${tag}, and package.json says ${versions.package}`]),
    ...(versions.lockfile === versions.package
      ? []
      : [`package-lock.json says ${versions.lockfile}, and package.json ${versions.package}`]),
    ...(newest?.version === versions.package && newest.text !== ''
      ? []
      : [`the first entry of CHANGELOG.md is of ${newest?.version ?? 'nothing'}, not of ${versions.package}`]),
    ...(newest?.text.includes(UNRELEASED) ? [`the entry of ${newest.version} says that it is "${UNRELEASED}"`] : []),
    ...(length === 0 ? [] : [`${length} in .changeset: run "npm run release -- version" first`]),
    ...unnamedMigrations({ ...changelog, pending: [] }, stores),
  ]
}

/** The entry of one version, as the notes of its release. Throws where there is none. */
export function notesOf({ releases }: Changelog, version: string): string {
  const found = releases.find((release) => release.version === version)
  if (!found) throw new Error(`CHANGELOG.md has no entry for ${version}.`)
  return found.text
}
