import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { writeLicences } from '../release/licences.ts'
import { dropSymbols } from './drop-symbols.ts'

/** What electron-builder tells a hook, as far as it is used here. */
type Packed = {
  readonly appOutDir: string
  readonly electronPlatformName: string
  /** A number of its own. */
  readonly arch: number
  readonly packager: { getResourcesDir(appOutDir: string): string }
}

const ARCHITECTURES: Readonly<Record<number, string>> = { 1: 'x64', 3: 'arm64' }

/** Called by electron-builder when the files of an app are in place, before it is signed. */
export async function afterPack({ appOutDir, electronPlatformName: platform, arch, packager }: Packed): Promise<void> {
  const resources = packager.getResourcesDir(appOutDir)
  await writeLicences(resources)
  const unpacked = join(resources, 'app.asar.unpacked/node_modules')
  const missing = await missingNatives(unpacked, platform, ARCHITECTURES[arch] ?? String(arch))
  if (missing.length > 0)
    throw new Error(
      `The package has no native file ${missing.join(', ')}. npm installs those of its own system: install with --os and --cpu of the target.`,
    )
  if (platform !== 'linux') return
  for await (const name of glob('@lancedb/lancedb-*/*.node', { cwd: unpacked })) await dropSymbols(join(unpacked, name))
}

/** Each native package has one file for a system; without it the app starts, and fails when it is first needed. */
async function missingNatives(folder: string, platform: string, arch: string): Promise<readonly string[]> {
  const target = `${platform}-${arch}`
  const ofLlama = `${{ darwin: 'mac', win32: 'win' }[platform] ?? platform}-${arch}`
  const patterns = [
    `@img/sharp-${target}/lib/*.node`,
    // There is none for Macs with an Intel processor: no reference libraries there.
    ...(target === 'darwin-x64' ? [] : [`@lancedb/lancedb-${target}*/*.node`]),
    `@llamaindex/liteparse-${target}*/*.node`,
    `@node-llama-cpp/${ofLlama}*/bins/*/*.node`,
    `better-sqlite3-multiple-ciphers/prebuilds/${target}.node`,
    `onnxruntime-node/bin/*/${platform}/${arch}/*.node`,
  ]
  const found = await Promise.all(patterns.map((pattern) => Array.fromAsync(glob(pattern, { cwd: folder }))))
  return patterns.filter((_pattern, index) => found[index]?.length === 0)
}
