import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LICENCES_FILE, licencesOf } from './licences.ts'
import { shippedPackages } from './shipped-packages.ts'

/** What electron-builder hands over once it has packed an app. */
export type Packed = {
  readonly appOutDir: string
  readonly packager: { getResourcesDir(appOutDir: string): string }
}

/** Puts the licences of what is really in the packed app beside its archive, before it is signed. Called by electron-builder. */
export async function afterPack({ appOutDir, packager }: Packed): Promise<void> {
  const resources = packager.getResourcesDir(appOutDir)
  const packages = await shippedPackages(join(resources, 'app.asar'))
  await writeFile(join(resources, LICENCES_FILE), await licencesOf(packages))
}
