import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ShippedPackage, shippedPackages } from './shipped-packages.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The file inside a packed app, in its folder of resources. */
export const LICENCES_FILE = 'THIRD-PARTY-LICENCES.txt'

const HEAD = `What comes with Consilium, and under which licence

Consilium itself is under the Apache License 2.0; its text is in the file LICENSE of the program. The licences of Electron and Chromium
are in LICENSE.electron.txt and LICENSES.chromium.html beside it. What is listed here is all the rest: each part with the licence that it
states, and the text of that licence where its package brings one. Parts with the same text share it.
`

const NO_TEXT =
  'The package brings no text of it. The file LICENSE of the program has that of Apache-2.0; other packages here have that of MIT.'

/** What is shipped and is no package, with the file of the checkout that has its licence. */
const OTHERS = [
  { name: 'WordNet 3.0, its pairs of opposite words', licence: 'WordNet 3.0', file: 'text/opposite-words.LICENSE' },
  { name: 'Word lists (words.txt.br)', licence: 'see below', file: 'disclosure/words/LICENCES.md' },
  { name: 'Recognition data of Tesseract (traineddata)', licence: 'Apache-2.0', file: 'LICENSE' },
]

type Part = { readonly name: string; readonly licence: string; readonly text: string }

/** Puts the licences of what is really in a packed app beside its archive, in the folder of its resources. */
export async function writeLicences(resources: string): Promise<void> {
  await writeFile(join(resources, LICENCES_FILE), await licencesOf(await shippedPackages(join(resources, 'app.asar'))))
}

/** The licences of all that is shipped, as one text. Throws where a package neither brings a licence nor states one. */
export async function licencesOf(packages: readonly ShippedPackage[]): Promise<string> {
  const others = OTHERS.map(async ({ name, licence, file }) => ({ name, licence, text: await textOf(ROOT, file) }))
  const parts = await Promise.all([...others, ...packages.map(partOf)])
  const unknown = parts.filter(({ licence, text }) => licence === '' && text === '')
  if (unknown.length > 0) throw new Error(`No licence is known of ${unknown.map(({ name }) => name).join(', ')}.`)
  const groups = Map.groupBy(parts, ({ licence, text }) => `${licence}\n${text}`)
  return [HEAD, ...[...groups.values()].map(sectionOf)].join(`\n${'='.repeat(100)}\n\n`)
}

async function partOf({ name, version, licence, folder }: ShippedPackage): Promise<Part> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile())
  const files = names.map((entry) => entry.name).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file))
  const readme = names.map((entry) => entry.name).find((file) => /^readme\.md$/i.test(file))
  const texts = await Promise.all(files.toSorted().map((file) => textOf(folder, file)))
  const text = texts.join('\n\n') || (readme ? licenceIn(await textOf(folder, readme)) : '')
  return { name: `${name} ${version}`, licence, text }
}

/** The section of a README on the licence, with the sections below it. */
function licenceIn(readme: string): string {
  const lines = readme.split('\n')
  const from = lines.findIndex((line) => /^#+\s.*\blicen[cs](?:e|ing)\b/i.test(line))
  if (from < 0) return ''
  const depth = headingDepth(lines[from] ?? '')
  const next = lines.findIndex((line, at) => at > from && headingDepth(line) > 0 && headingDepth(line) <= depth)
  return lines
    .slice(from + 1, next < 0 ? lines.length : next)
    .join('\n')
    .trim()
}

function headingDepth(line: string): number {
  return /^(#+)\s/.exec(line)?.[1]?.length ?? 0
}

async function textOf(folder: string, file: string): Promise<string> {
  return (await readFile(join(folder, file), 'utf8'))
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim()
}

function sectionOf(parts: readonly Part[]): string {
  const { licence = '', text = '' } = parts[0] ?? {}
  const names = parts.map(({ name }) => name).join('\n')
  return `${names}\n\nLicence: ${licence || 'see below'}\n\n${text || NO_TEXT}\n`
}
