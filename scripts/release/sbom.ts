import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ShippedPackage } from './shipped-packages.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

type Component = {
  readonly 'bom-ref': string
  readonly type: string
  readonly name: string
  readonly version: string
  readonly scope?: string
  readonly properties?: readonly { readonly name: string; readonly value: string }[]
}
type Bom = {
  readonly metadata: { readonly component: Component }
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[]
}

/**
 * The bill of materials of a packed app, as CycloneDX: what npm says of the lockfile, reduced to what is shipped. npm's own filter would
 * not do: the window's libraries are development dependencies that are bundled, and packages of other systems are no part of this app.
 */
export async function sbomOf(packages: readonly ShippedPackage[]): Promise<string> {
  const bom = JSON.parse(await npmSbom()) as Bom
  const shipped = new Set(packages.map(({ name, version }) => `${name} ${version}`))
  const components = bom.components.filter(({ name, version }) => shipped.has(`${name} ${version}`))
  const found = new Set(components.map(({ name, version }) => `${name} ${version}`))
  const absent = [...shipped].filter((one) => !found.has(one))
  if (absent.length > 0) throw new Error(`package-lock.json does not know ${absent.join(', ')}.`)
  const { component } = bom.metadata
  const kept = new Set([component['bom-ref'], ...components.map((one) => one['bom-ref'])])
  const reduced = {
    ...bom,
    // npm names the project by its folder.
    metadata: { ...bom.metadata, component: { ...component, name: 'consilium' } },
    components: components.map(asShipped),
    dependencies: bom.dependencies
      .filter(({ ref }) => kept.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) })),
  }
  return `${JSON.stringify(reduced, null, 2)}\n`
}

/** Whatever npm took it for, it is in the app. */
function asShipped({ properties = [], ...component }: Component): Component {
  return {
    ...component,
    scope: 'required',
    properties: properties.filter(({ name }) => name !== 'cdx:npm:package:development'),
  }
}

async function npmSbom(): Promise<string> {
  const words = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only']
  // Under `npm run` this names npm's own program, which needs no shell on Windows.
  const { npm_execpath: npm } = process.env
  const child = npm
    ? spawn(process.execPath, [npm, ...words], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
    : spawn('npm', words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'], shell: process.platform === 'win32' })
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  const text = (await Array.fromAsync(child.stdout.setEncoding('utf8') as AsyncIterable<string>)).join('')
  const code = await ended
  if (code !== 0) throw new Error(`npm sbom ended with ${code}.`)
  return text
}
