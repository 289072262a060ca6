import { copyFile, glob, writeFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { LICENCES_FILE } from './licences.ts'
import { sbomOf } from './sbom.ts'
import { shippedPackages } from './shipped-packages.ts'

/** As electron-builder lays its apps: on macOS inside a bundle. */
const ARCHIVES = '*/{resources,*.app/Contents/Resources}/app.asar'

/**
 * Writes the bill of materials and the licences of each packed app in this folder beside the packages made of it; returns their names.
 * `linux-unpacked` gives `consilium-0.1.0-linux.cdx.json`.
 */
export async function writeInventories(folder: string, version: string): Promise<readonly string[]> {
  const archives = await Array.fromAsync(glob(ARCHIVES, { cwd: folder }))
  if (archives.length === 0) throw new Error(`There is no packed app in ${folder}.`)
  const written = archives.toSorted().map(async (archive) => {
    const system = (archive.split(sep)[0] ?? '').replace(/-unpacked$/, '')
    const [bill, licences] = [`consilium-${version}-${system}.cdx.json`, `consilium-${version}-${system}-licences.txt`]
    await writeFile(join(folder, bill), await sbomOf(await shippedPackages(join(folder, archive))))
    await copyFile(join(folder, dirname(archive), LICENCES_FILE), join(folder, licences))
    return [bill, licences]
  })
  return (await Promise.all(written)).flat()
}
