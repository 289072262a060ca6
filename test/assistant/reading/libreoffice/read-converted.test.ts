import { messageText } from '../../../../wording/message-text.ts'
import { describe, expect, test } from 'vitest'
import { changeReadingOptions } from '../../../../assistant/reading/reading-options.ts'
import { createConversionFolders } from '../../../../assistant/reading/libreoffice/conversion-folders.ts'
import { createLibreOffice } from '../../../../assistant/reading/libreoffice/create-libreoffice.ts'
import { readUnsupported } from '../../../../assistant/documents/read-again.ts'
import { startReader } from '../../../library/read/start-reader.ts'
import { typedXls5 } from '../../../library/read/typed-old-formats.ts'
import { temporaryFolder } from '../../../store/temporary-home.ts'
import { enqueue, matterInUse, type MatterInUse, noOffice } from '../../matter-in-use.ts'
import { STAND_IN, standInOffice } from './stand-in-office.ts'
import { until } from '../../../patience.ts'

const row = ({ matter }: MatterInUse, documentId: string) => matter.store.documents.get(documentId, null)
const XLS = typedXls5('Rates', [['rent', 1250]])

async function withOffice(body?: string) {
  const life = new AsyncDisposableStack()
  const { path } = life.use(await temporaryFolder())
  const program = await standInOffice(path, body ?? STAND_IN.converts(path))
  const environment = { CONSILIUM_LIBREOFFICE: program }
  const office = createLibreOffice({ home: path, environment, folders: createConversionFolders(path, null) })
  const { reader } = life.use(startReader())
  const use = life.use(await matterInUse({ reader, office }))
  return { use, office, [Symbol.asyncDispose]: () => life.disposeAsync() }
}

async function read(use: MatterInUse, name: string, bytes: Uint8Array): Promise<string> {
  const id = enqueue(use, await use.write(name, bytes), name)
  use.queue.run()
  await until(() => !use.queue.progress().running)
  return id
}

const saidOf = (use: Parameters<typeof row>[0], id: string) => {
  const { error } = row(use, id)
  return error && messageText(error.message)
}

const noticed = (use: Parameters<typeof row>[0], id: string) =>
  row(use, id).notices.map(({ text }) => messageText(text))

describe.skipIf(process.platform === 'win32')('a document that has no reader here', () => {
  test('stays unsupported until LibreOffice may convert it, and says what can be done', async () => {
    await using life = await withOffice()
    const { use } = life
    const id = await read(use, 'rates.xls', XLS)
    const todo =
      'Excel files of the old format (.xls) are not read by Consilium itself. LibreOffice is on this computer: turn on "Let LibreOffice convert what Consilium cannot read itself" in the library, or save it as XLSX and add that.'
    const { state, error } = row(use, id)
    expect({ state, code: error?.code, retry: error?.retry }).toEqual({
      state: 'unsupported',
      code: 'unsupported',
      retry: true,
    })
    expect(error && messageText(error.message)).toBe(todo)

    changeReadingOptions(use.matter.store.settings, { libreOffice: true })
    readUnsupported(use.matter, use.queue)
    await until(() => row(use, id).state === 'ready' && !use.queue.progress().running)
    expect(row(use, id)).toMatchObject({
      mediaType: 'application/vnd.ms-excel',
      error: null,
    })
    expect(noticed(use, id)).toEqual([
      'Converted by LibreOffice 9.9.1.2 before it was read: compare what counts with the original.',
    ])
    const { hits } = await use.matter.library.search({ question: 'What is the rent?', limit: 1 })
    expect(hits).toMatchObject([
      { documentId: id, text: 'the rent is 1,250 pounds', passage: { start: 0, end: 24, page: 1 } },
    ])
    // The original stays what is kept.
    const { sha256 } = row(use, id)
    expect(Buffer.from(use.matter.store.originals.read(sha256, 0, 1e6)).equals(XLS)).toBe(true)
  })

  test('and whose bytes come again under another name says again that it was converted', async () => {
    await using life = await withOffice()
    const { use } = life
    changeReadingOptions(use.matter.store.settings, { libreOffice: true })
    await read(use, 'rates.xls', XLS)
    const again = await read(use, 'copy.xls', XLS)
    expect(row(use, again)).toMatchObject({ state: 'ready', mediaType: 'application/vnd.ms-excel' })
    expect(noticed(use, again).join()).toContain('Converted by LibreOffice 9.9.1.2')
  })

  test('is told apart by its content, and a wrong name is said', async () => {
    await using life = await withOffice()
    const { use } = life
    changeReadingOptions(use.matter.store.settings, { libreOffice: true })
    const id = await read(use, 'rates.doc', XLS)
    expect(noticed(use, id)).toEqual([
      'The name ends in .doc, but the content is a spreadsheet of the old format; it was read as that.',
      'Converted by LibreOffice 9.9.1.2 before it was read: compare what counts with the original.',
    ])
  })

  test('fails alone where LibreOffice fails, and what is read here never reaches it', async () => {
    await using life = await withOffice(STAND_IN.fails)
    const { use } = life
    changeReadingOptions(use.matter.store.settings, { libreOffice: true })
    const bad = await read(use, 'rates.xls', XLS)
    const good = await read(use, 'good.txt', Buffer.from('the tenant gave notice'))
    const other = await read(use, 'a.7z', Buffer.from('377abcaf271c0000', 'hex'))
    expect(row(use, bad)).toMatchObject({ state: 'failed', error: { code: 'crashed', retry: true } })
    expect(row(use, good).state).toBe('ready')
    expect(row(use, other)).toMatchObject({ state: 'unsupported', error: { retry: false } })
  })

  test('on a computer without LibreOffice says so, whether it may convert or not', async () => {
    await using reader = startReader()
    await using use = await matterInUse({ reader: reader.reader, office: noOffice })
    const off = await read(use, 'a.xls', XLS)
    expect(saidOf(use, off)).toBe(
      'Excel files of the old format (.xls) are not read by Consilium itself. Install LibreOffice and let it convert them, or save it as XLSX and add that.',
    )
    changeReadingOptions(use.matter.store.settings, { libreOffice: true })
    const on = await read(use, 'b.xls', typedXls5('Rates', [['other', 1]]))
    expect(saidOf(use, on)).toBe(
      'Excel files of the old format (.xls) are not read by Consilium itself. LibreOffice, which may convert them, was not found on this computer: install it, or save it as XLSX and add that.',
    )
  })

  test('that is being converted when its matter is closed is converted at the next opening', async () => {
    await using life = await withOffice(STAND_IN.hangs)
    const { use } = life
    changeReadingOptions(use.matter.store.settings, { libreOffice: true })
    const id = enqueue(use, await use.write('rates.xls', XLS), 'rates.xls')
    use.queue.run()
    await until(() => row(use, id).state === 'reading')
    await use.reopen()
    expect(row(use, id)).toMatchObject({ state: 'queued', error: null })
  })
})
