import { constants } from 'node:fs'
import { access, readdir } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'

const NAMES = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice']
/** Versions installed side by side, each in a folder of its own. */
const FOLDERS_OF_VERSIONS = ['/opt']

/**
 * The program file of LibreOffice: what `CONSILIUM_LIBREOFFICE` names, else in the PATH, else where it is usually installed.
 * Null where it is not; a variable that names no program turns the search off.
 */
export async function findLibreOffice(environment: NodeJS.ProcessEnv): Promise<string | null> {
  const named = environment.CONSILIUM_LIBREOFFICE
  if (named !== undefined) return (await isProgram(named)) ? named : null
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => isAbsolute(folder))
  for (const folder of [...folders, ...usualFolders(environment), ...(await versionFolders())])
    for (const name of NAMES) if (await isProgram(join(folder, name))) return join(folder, name)
  return null
}

function usualFolders({ ProgramFiles, 'ProgramFiles(x86)': older }: NodeJS.ProcessEnv): readonly string[] {
  if (process.platform === 'win32')
    return [ProgramFiles, older].flatMap((folder) => (folder ? [join(folder, 'LibreOffice', 'program')] : []))
  if (process.platform === 'darwin') return ['/Applications/LibreOffice.app/Contents/MacOS']
  return ['/usr/bin', '/usr/local/bin', '/usr/lib/libreoffice/program', '/usr/lib64/libreoffice/program']
}

async function versionFolders(): Promise<readonly string[]> {
  const found: string[] = []
  for (const folder of process.platform === 'linux' ? FOLDERS_OF_VERSIONS : []) {
    const names = await readdir(folder).catch(() => [])
    const versions = names.filter((name) => /^libreoffice/i.test(name)).toSorted()
    found.push(...versions.toReversed().map((name) => join(folder, name, 'program')))
  }
  return found
}

async function isProgram(file: string): Promise<boolean> {
  // Snaps see neither the folders in memory nor the hidden ones.
  if (!isAbsolute(file) || file.startsWith('/snap/')) return false
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
}
