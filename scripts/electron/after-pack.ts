import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { dropSymbols } from './drop-symbols.ts'

/** What electron-builder tells a hook, as far as it is used here. */
type Packed = { readonly appOutDir: string; readonly electronPlatformName: string }

/** Called by electron-builder when the files of an app are in place, before it is signed. */
export async function afterPack({ appOutDir, electronPlatformName }: Packed): Promise<void> {
  if (electronPlatformName !== 'linux') return
  const unpacked = join(appOutDir, 'resources/app.asar.unpacked/node_modules')
  for await (const name of glob('@lancedb/lancedb-*/*.node', { cwd: unpacked })) await dropSymbols(join(unpacked, name))
}
