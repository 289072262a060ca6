import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findLibreOffice } from '../../../../assistant/reading/libreoffice/create-libreoffice.ts'
import { temporaryFolder } from '../../../store/temporary-home.ts'

test.skipIf(process.platform === 'win32')(
  'LibreOffice is what the variable names, else what the PATH has first',
  async () => {
    await using folder = await temporaryFolder()
    const [first, second] = [join(folder.path, 'first'), join(folder.path, 'second')]
    await mkdir(first)
    await mkdir(second)
    // A file that may not be run is no program.
    await writeFile(join(first, 'soffice'), '', { mode: 0o644 })
    await writeFile(join(second, 'libreoffice'), '', { mode: 0o755 })
    const PATH = `relative:${first}:${second}`
    expect(await findLibreOffice({ PATH })).toBe(join(second, 'libreoffice'))
    const named = join(second, 'libreoffice')
    expect(await findLibreOffice({ PATH: '', CONSILIUM_LIBREOFFICE: named })).toBe(named)
    expect(await findLibreOffice({ PATH, CONSILIUM_LIBREOFFICE: 'off' })).toBeNull()
  },
)
