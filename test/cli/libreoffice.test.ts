import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { buildIfNeeded } from '../../scripts/build.ts'
import { commandOf } from '../../processes/system-processes.ts'
import { STAND_IN, standInOffice } from '../assistant/reading/libreoffice/stand-in-office.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { typedXls5 } from '../library/read/typed-old-formats.ts'
import { runCommand, startCommand } from './run-command.ts'
import { until } from '../patience.ts'

beforeAll(buildIfNeeded)

test.skipIf(process.platform === 'win32')(
  'add lets LibreOffice convert where it is told to, and keeps that',
  async () => {
    await using short = await shortFolder()
    const folder = short.path
    const file = join(folder, 'rates.xls')
    await writeFile(file, typedXls5('Rates', [['rent', 1250]]))
    const program = await standInOffice(folder, STAND_IN.converts(folder))
    const env = { CONSILIUM_LIBREOFFICE: program, CONSILIUM_MODELS: join(folder, 'models') }
    const run = (...words: readonly string[]) => runCommand([...words, '--json'], { home: join(folder, 'home'), env })
    await run('matter', 'create', 'M')
    const without = await run('add', 'M', file)
    expect(without.code).toBe(1)
    expect(without.lines.at(-1)).toMatchObject({ unsupported: 1 })
    expect(without.out).toContain('consilium add MATTER PATH... --libreoffice on')
    expect((await run('add', 'M', file, '--libreoffice', 'perhaps')).code).toBe(2)
    const converted = await run('add', 'M', file, '--libreoffice', 'on')
    expect(converted.code).toBe(0)
    expect(converted.lines.at(-1)).toMatchObject({ ready: 1 })
    const { lines } = await run('documents', 'M')
    expect(lines).toMatchObject([
      {
        document: 'rates.xls',
        warnings: ['Converted by LibreOffice 9.9.1.2 before it was read: compare what counts with the original.'],
      },
    ])
    await writeFile(join(folder, 'later.xls'), typedXls5('Rates', [['other', 1]]))
    expect((await run('add', 'M', join(folder, 'later.xls'))).code).toBe(0)
  },
)

test.skipIf(process.platform === 'win32')(
  'a kill while LibreOffice converts leaves nothing behind after the next start',
  async () => {
    await using short = await shortFolder()
    const folder = short.path
    const home = join(folder, 'home')
    const seen = join(folder, 'seen')
    await mkdir(join(folder, 'case'))
    await writeFile(join(folder, 'case', 'rates.xls'), typedXls5('Rates', [['rent', 1250]]))
    const program = await standInOffice(folder, `echo "$HOME $$" > ${seen}; sleep 1000; :`)
    const options = { home, env: { CONSILIUM_LIBREOFFICE: program, CONSILIUM_MODELS: join(folder, 'models') } }
    await runCommand(['matter', 'create', 'M'], options)
    const adding = startCommand(['add', 'M', join(folder, 'case'), '--libreoffice', 'on'], options)
    await until(async () => (await readFile(seen, 'utf8').catch(() => '')).endsWith('\n'))
    const [working = '', pid] = (await readFile(seen, 'utf8')).trim().split(' ')
    // It is known to the program a moment after it runs.
    await until(async () => (await readFile(join(working, 'process'), 'utf8').catch(() => '')) === pid)
    adding.process.kill('SIGKILL')
    expect((await adding.ended).code).toBeNull()
    expect(await readdir(working)).toContain('document.xls')

    expect((await runCommand(['matter', 'list'], options)).code).toBe(0)
    await expect(readdir(working)).rejects.toMatchObject({ code: 'ENOENT' })
    await until(async () => (await commandOf(Number(pid))) === '')
  },
)
