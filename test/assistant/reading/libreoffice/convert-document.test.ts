import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createConversionFolders } from '../../../../assistant/reading/libreoffice/conversion-folders.ts'
import { CONVERSION_LIMITS } from '../../../../assistant/reading/libreoffice/convert-document.ts'
import { createLibreOffice } from '../../../../assistant/reading/libreoffice/create-libreoffice.ts'
import { NEVER, temporaryFolder } from '../../../store/temporary-home.ts'
import { STAND_IN, standInOffice } from './stand-in-office.ts'

const BYTES = Buffer.from('not looked at')
const XLS = { mediaType: 'application/vnd.ms-excel', sizeBytes: BYTES.length, chunks: () => [BYTES] } as const

async function officeThat(body: string | ((folder: string) => string), limits = CONVERSION_LIMITS) {
  const folder = await temporaryFolder()
  const { path } = folder
  const program = await standInOffice(path, typeof body === 'string' ? body : body(path))
  const home = join(path, 'home')
  const office = createLibreOffice({
    home,
    environment: { CONSILIUM_LIBREOFFICE: program },
    limits,
    folders: createConversionFolders(home, null),
  })
  return {
    office,
    folder: path,
    left: () => readdir(join(home, 'converting')),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  }
}

describe.skipIf(process.platform === 'win32')('a conversion', () => {
  test('gives what LibreOffice made, under its new type, and leaves nothing', async () => {
    await using use = await officeThat(STAND_IN.converts)
    const { bytes, name, by } = await use.office.convert(XLS, NEVER)
    expect([name, by]).toEqual(['document.ods', 'LibreOffice 9.9.1.2'])
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
    expect(await use.left()).toEqual([])
  })

  test('hands over the bytes under a name of ours, with a profile, in folders of its own', async () => {
    await using use = await officeThat(
      (folder) =>
        `(cat "$last"; echo; basename "$last"; cat "$HOME/profile/user/registrymodifications.xcu"; ls -ld "$HOME" "$last"; pwd) > ${folder}/seen; ls "$TMPDIR" && ${STAND_IN.converts(folder)}`,
    )
    await use.office.convert(XLS, NEVER)
    const seen = await readFile(join(use.folder, 'seen'), 'utf8')
    expect(seen).toMatch(/^not looked at\ndocument\.xls\n<\?xml/)
    expect(seen).toContain('DisableMacrosExecution')
    expect(seen).toMatch(/drwx------.*converting[\s\S]*-rw-------.*document\.xls/)
  })

  test.each([
    [
      'hangs',
      STAND_IN.hangs,
      'time',
      'LibreOffice took longer than 1\u00A0s to convert the file and was stopped.',
      true,
    ],
    ['fails', STAND_IN.fails, 'crashed', 'LibreOffice stopped while it converted the file (exit code 1).', true],
    ['makes nothing', STAND_IN.makesNothing, 'damaged', 'LibreOffice could not open the file: it is damaged', false],
    ['prints without end', STAND_IN.printsWithoutEnd, 'gate', 'What LibreOffice made of the file is too large', false],
    ['fills the disk', STAND_IN.fillsTheDisk, 'gate', 'What LibreOffice made of the file is too large', false],
    ['makes too much', STAND_IN.makesTooMuch, 'gate', '(the limit is 2\u00A0MB)', false],
  ] as const)(
    'by a program that %s fails in plain words, and leaves nothing',
    async (_, body, code, message, retry) => {
      const seconds = code === 'time' ? 1 : 60
      await using use = await officeThat(body, { seconds, resultMb: 2, folderMb: 20 })
      await expect(use.office.convert(XLS, NEVER)).rejects.toMatchObject({
        failure: { code, retry },
        message: expect.stringContaining(message),
      })
      await expect(use.office.convert(XLS, NEVER)).rejects.toThrow('Save it as XLSX in its own program and add that.')
      expect(await use.left()).toEqual([])
    },
  )

  test('that nobody waits for any more is stopped, and leaves nothing', async () => {
    await using use = await officeThat(STAND_IN.hangs)
    const stop = new AbortController()
    setTimeout(() => stop.abort(new Error('closed')), 500)
    await expect(use.office.convert(XLS, stop.signal)).rejects.toThrow('closed')
    expect(await use.left()).toEqual([])
  })

  test('reaches no server where the system can cut it off', async ({ skip }) => {
    let calls = 0
    const server = createServer((socket) => {
      calls += 1
      socket.destroy()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const call = `${process.execPath} -e 'require("net").connect(${port}, "127.0.0.1").on("error", () => {})'`
    await using use = await officeThat((folder) => `${call}; ${STAND_IN.converts(folder)}`)
    const { network } = await use.office.state()
    await use.office.convert(XLS, NEVER)
    server.close()
    if (network === 'told') skip('this system gives no network of its own to a program; calls are not cut off')
    expect(calls).toBe(0)
  })

  test('says what is on the computer, and notices what comes', async () => {
    await using use = await officeThat(STAND_IN.converts)
    expect(await use.office.state()).toMatchObject({ version: '9.9.1.2', workingCopies: 'disk' })
    const late = join(use.folder, 'late')
    const office = createLibreOffice({
      home: use.folder,
      environment: { CONSILIUM_LIBREOFFICE: late },
      folders: createConversionFolders(use.folder, null),
    })
    expect(await office.state()).toMatchObject({ file: null, version: null })
    await writeFile(late, '#!/bin/sh\necho LibreOffice 7.4.1\n', { mode: 0o755 })
    expect(await office.state()).toMatchObject({ file: late, version: '7.4.1' })
  })
})
