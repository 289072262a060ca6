import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import updateSource from '../../assistant/assembly/update-source.json' with { type: 'json' }

export const NOTICE_FILE = 'latest.json'

type NoticeOptions = {
  readonly folder: string
  readonly version: string
  /** Day of the calendar, ISO. */
  readonly published: string
  /** Where people find the release, and below which its files are fetched by name. */
  readonly page: string
  readonly files: string
  /** Ed25519, PEM. */
  readonly privateKey: string
  /** The one that the copies were built with. */
  readonly publicKey?: string | null
}

const SYSTEMS: Readonly<Record<string, string>> = { linux: 'linux', win: 'win32', mac: 'darwin' }
const PROCESSORS: Readonly<Record<string, string>> = { x86_64: 'x64', amd64: 'x64', x64: 'x64', arm64: 'arm64' }
const KINDS: Readonly<Record<string, string>> = { AppImage: 'appimage', deb: 'deb', exe: 'installer', dmg: 'dmg' }

/**
 * Writes the notice of a release, signed, beside its packages, which it names with size and SHA-256; returns a line for each. It is made
 * where the key lies, after a person has looked at the release, and by no workflow. Throws where the key is not the publisher's.
 */
export async function writeNotice(options: NoticeOptions): Promise<readonly string[]> {
  const { folder, version, published, page, publicKey = updateSource.publicKey } = options
  const key = createPrivateKey(options.privateKey)
  const own = createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64')
  if (own !== publicKey) throw new Error('The key is not the one that assistant/assembly/update-source.json names.')
  const names = (await readdir(folder)).filter((name) => packageOf(name, version) !== null).toSorted()
  if (names.length === 0) throw new Error(`There is no package of version ${version} in ${folder}.`)
  const files = await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(folder, name))
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      return { ...packageOf(name, version), address: `${options.files}/${name}`, bytes: bytes.length, sha256 }
    }),
  )
  const notice = Buffer.from(JSON.stringify({ format: 'consilium-update-1', version, published, page, files }))
  const signature = sign(null, notice, key).toString('base64')
  await writeFile(join(folder, NOTICE_FILE), JSON.stringify({ notice: notice.toString('base64'), signature }))
  return files.map(({ system, kind, sha256 }) => `${system} ${kind} ${sha256}`)
}

/** By the names that `electron-builder.yml` gives. */
function packageOf(name: string, version: string): { readonly system: string; readonly kind: string } | null {
  const start = `Consilium-${version}-`
  if (!name.startsWith(start)) return null
  const [, os = '', arch = '', portable, ending = ''] =
    /^(\w+?)-(x86_64|amd64|x64|arm64)(-portable)?\.(\w+)$/.exec(name.slice(start.length)) ?? []
  const [system, processor, kind] = [SYSTEMS[os], PROCESSORS[arch], KINDS[ending]]
  if (!system || !processor || !kind) return null
  return { system: `${system}-${processor}`, kind: portable ? 'portable' : kind }
}
