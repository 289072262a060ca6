import { globSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openZip, openZipParts } from '../../library/read/archive/open-zip.ts'
import { READ_LIMITS } from '../../library/read/read-limits.ts'
import { partRelations } from '../../library/read/xml/package-parts.ts'
import { decodeXml } from '../../library/read/xml/walk-xml.ts'
import { rewriteZip } from '../../library/write/docx-package.ts'
import { seededRandom } from '../../scripts/seeded-random.ts'
import { EDITS, type Edit, editParagraphs } from './edit-texts.ts'
import { editDocumentXml } from './edit-word-file.ts'
import { wordContract } from './word-contract.ts'

const EVALUATION = fileURLToPath(new URL('../../../shared/eval/', import.meta.url))
const SEED = Number(process.env.CONSILIUM_REDLINE_SEED ?? 24)
/** More than are counted, since LibreOffice cannot open each. */
const EACH = { text: 18, contract: 18, word: 30 }
const MOST_PARAGRAPHS = 60
const LEAST_PARAGRAPHS = 15

/** Two versions of one document as files: `text` a contract as text, `contract` one made a Word file, `word` a Word file of other programs. */
export type FilePair = {
  readonly set: 'text' | 'contract' | 'word' | 'empty'
  readonly name: string
  readonly before: Buffer
  readonly after: Buffer
}

const ROWS = ['row-removed', 'row-added', 'cell'] as const

/** Pairs of documents; the second of each is made by a script that knows nothing of redlines. */
export async function drawFilePairs(): Promise<readonly FilePair[]> {
  const contracts = readdirSync(join(EVALUATION, 'contract_nli', 'docs')).toSorted()
  const pairs: FilePair[] = []
  for (const [at, name] of contracts.slice(0, EACH.text).entries()) {
    const paragraphs = paragraphsOf(name)
    const after = editParagraphs(paragraphs, editsOf(at), seededRandom(SEED + at))
    pairs.push({
      set: 'text',
      name,
      before: Buffer.from(paragraphs.join('\n\n')),
      after: Buffer.from(after.join('\n\n')),
    })
  }
  for (const [at, name] of contracts.slice(EACH.text, EACH.text + EACH.contract).entries()) {
    const before = await wordContract(paragraphsOf(name).slice(0, MOST_PARAGRAPHS))
    pairs.push({ set: 'contract', name: `${name}.docx`, before, after: await editedFile(before, at) })
  }
  const [one, other] = [await wordContract([]), await wordContract(paragraphsOf(contracts[0]!).slice(0, 20))]
  const text = Buffer.from(paragraphsOf(contracts[1]!).join('\n\n'))
  pairs.push({ set: 'empty', name: 'little becomes much.docx', before: one, after: other })
  pairs.push({ set: 'empty', name: 'all becomes one line.txt', before: text, after: Buffer.from('Terminated.') })
  return [...pairs, ...(await wordPairs())]
}

/** Parted by empty lines, or where a text has hardly any, by lines. */
function paragraphsOf(name: string): readonly string[] {
  const text = readFileSync(join(EVALUATION, 'contract_nli', 'docs', name), 'utf8').replaceAll('\f', '\n\n')
  const parted = (by: RegExp) =>
    text
      .split(by)
      .map((one) => one.replace(/\s+/g, ' ').trim())
      .filter((one) => one !== '')
  const paragraphs = parted(/\n\s*\n/)
  return paragraphs.length < LEAST_PARAGRAPHS ? parted(/\n/) : paragraphs
}

/** Each kind comes in many of them. */
function editsOf(at: number): readonly Edit[] {
  return ['words', ...EDITS.filter((_, index) => (index + at) % 3 === 0 || (index * 7 + at) % 5 === 0)]
}

/** Word files with some text in them, of other people's programs. */
async function wordPairs(): Promise<readonly FilePair[]> {
  const pairs: FilePair[] = []
  for (const [at, path] of globSync(join(EVALUATION, 'ingestion', '**', '*.docx'))
    .toSorted()
    .entries()) {
    const before = readFileSync(path)
    const xml = await mainXml(before).catch(() => null)
    if (xml === null || pairs.length === EACH.word || xml.length < 12_000) continue
    pairs.push({ set: 'word', name: basename(path), before, after: await editedFile(before, at) })
  }
  return pairs
}

async function editedFile(bytes: Buffer, at: number): Promise<Buffer> {
  const xml = await mainXml(bytes)
  const rows = ROWS.filter((_, index) => (index + at) % 2 === 0)
  const paragraphs = editsOf(at).filter((edit) => edit !== 'first' && edit !== 'last' && edit !== 'right-to-left')
  const edited = editDocumentXml(xml, [...paragraphs, ...rows, 'words'], seededRandom(SEED + at))
  return rewriteZip(await openZip(bytes), new Map([[await mainName(bytes), Buffer.from(edited)]]))
}

async function mainName(bytes: Buffer): Promise<string> {
  const zip = await openZipParts(bytes, READ_LIMITS)
  return (await partRelations(zip, '', READ_LIMITS)).find(({ type }) => type === 'officeDocument')!.target
}

async function mainXml(bytes: Buffer): Promise<string> {
  const zip = await openZipParts(bytes, READ_LIMITS)
  return decodeXml((await zip.read(await mainName(bytes)))!)
}
