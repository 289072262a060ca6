import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEvaluationSet } from '../../../assistant/questions/question-set.ts'
import { codeOf, wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'

const MATTER = 'Müller'
const CSV = 'id;question;answer\r\n1;Wann endet Herrn Müllers „Mietvertrag“?;am 6. März – für 500 €\r\n'
const READ = [{ question: 'Wann endet Herrn Müllers „Mietvertrag“?', answer: 'am 6. März – für 500 €' }]

let use: WholeAssistant

beforeAll(async () => {
  use = await wholeAssistant()
  await use.client.home.create({ passphrase: null })
  await use.client.matter.create({ name: MATTER })
})
afterAll(() => use[Symbol.asyncDispose]())

/** As spreadsheets save them: Excel's CSV, its Unicode text, and text with a byte order mark. */
const SAVED = [
  ['windows-1252', iconv.encode(CSV, 'windows-1252')],
  ['utf-16le', iconv.encode(CSV, 'utf-16le', { addBOM: true })],
  ['utf-16be', iconv.encode(CSV, 'utf-16be')],
  ['utf-8', iconv.encode(CSV, 'utf-8', { addBOM: true })],
] as const

test.each(SAVED)(
  'questions in %s are taken in as they were written, by path, by bytes and from a folder',
  async (encoding, bytes) => {
    const { evaluation } = use.client
    const folder = join(use.folder, encoding)
    await mkdir(folder)
    const path = join(folder, 'questions.csv')
    await writeFile(path, bytes)
    const byPath = await evaluation.importSet({ matter: MATTER, path })
    const byBytes = await evaluation.importFile({ matter: MATTER, file: new File([new Uint8Array(bytes)], 'q.csv') })
    for (const { set } of [byPath, byBytes])
      expect(await evaluation.questions({ matter: MATTER, set })).toMatchObject(READ)
    expect((await readEvaluationSet(folder)).questions).toMatchObject(READ)
  },
)

test('a file whose letters nobody can tell is refused, with what to do', async () => {
  const odd = iconv.encode(CSV, 'utf-16le', { addBOM: true })
  // Half a pair of surrogates: no letter at all.
  odd.writeUInt16LE(0xd800, 40)
  const path = join(use.folder, 'odd.csv')
  await writeFile(path, odd)
  const taken = () => use.client.evaluation.importSet({ matter: MATTER, path })
  await expect(taken()).rejects.toThrow('odd.csv: some characters cannot be decoded. Save it as UTF-8')
  expect(await codeOf(taken)).toBe('WRONG_USE')
})
