import { compareReadings } from '../../../assistant/drafts/compare-readings.ts'
import type { Change } from '../../../contract/drafts/comparison.ts'
import { readDocument } from '../../../library/read/read-document.ts'
import { READ_LIMITS } from '../../../library/read/read-limits.ts'
import type { ReadPage } from '../../../library/read/read-page.ts'
import { readWhole } from '../../../library/read/read-source.ts'
import { englishText } from '../../../wording/message-text.ts'
import { typedDocx } from '../../library/read/typed-docx.ts'

export const WHO = 'w:author="R. Lindqvist" w:date="2026-05-15T17:20:00Z"'
export const BY = { by: 'R. Lindqvist', date: '2026-05-15T17:20:00Z' }
export const OTHER = 'w:author="A. Okafor" w:date="2026-05-16T08:00:00Z"'
export const BY_OTHER = { by: 'A. Okafor', date: '2026-05-16T08:00:00Z' }

export const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
export const ins = (text: string, who = WHO) => `<w:ins w:id="1" ${who}>${run(text)}</w:ins>`
export const del = (text: string, who = WHO) =>
  `<w:del w:id="2" ${who}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
export const movedFrom = (text: string) =>
  `<w:moveFrom w:id="3" ${WHO}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:moveFrom>`
export const movedTo = (text: string) => `<w:moveTo w:id="4" ${WHO}>${run(text)}</w:moveTo>`
export const p = (...content: readonly string[]) =>
  `<w:p>${content.map((one) => (one.startsWith('<') ? one : run(one))).join('')}</w:p>`
/** A paragraph whose end was inserted or deleted too. */
export const marked = (mark: 'ins' | 'del', ...content: readonly string[]) =>
  `<w:p><w:pPr><w:rPr><w:${mark} w:id="5" ${WHO}/></w:rPr></w:pPr>${content.join('')}</w:p>`
/** A paragraph whose number the program counts. */
export const numbered = (content: string, mark?: 'ins' | 'del') =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>${mark ? `<w:rPr><w:${mark} w:id="6" ${WHO}/></w:rPr>` : ''}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`
export const table = (...cells: readonly string[]) =>
  `<w:tbl><w:tr><w:tc>${p('Item')}</w:tc><w:tc>${p('Price')}</w:tc></w:tr><w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr></w:tbl>`

export const RENT = 'The Tenant shall pay the Landlord £500 a month on the first day of each month.'
export const ROOF = 'The Landlord shall repair the roof and the main walls of the Building.'
export const BREAK = 'The Landlord may end this Lease by six months’ written notice to the Tenant.'
export const NOTICE = 'A notice to the Tenant may be left at the Premises between nine and five on a working day.'
export const PLAIN = [RENT, ROOF, BREAK, NOTICE].map((text) => p(text)).join('')

/** A Word file with what is told of its changes. */
export type MarkedCase = {
  readonly what: string
  readonly before?: string
  readonly after: string
  /** What is said of the changes that the file marks, and of those that it does not. */
  readonly tracked?: readonly string[]
  readonly untracked?: readonly string[]
  /** And of those that the program of the file makes by itself. */
  readonly counts?: readonly string[]
  /** All who marked one. */
  readonly by?: readonly (typeof BY)[]
}

const NUMBERING = `<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`

async function read(body: string): Promise<readonly ReadPage[]> {
  const file = typedDocx(body, { 'numbering.xml': NUMBERING })
  const { pages } = await readWhole(
    readDocument(file, { name: 'lease.docx' }, READ_LIMITS, new AbortController().signal),
  )
  return pages
}

export async function changesOf(before: string, after: string): Promise<readonly Change[]> {
  const [one, other] = [await read(before), await read(after)]
  const changes: Change[] = []
  const sides = [one, other].map((pages, at) => ({ name: `${at}.docx`, textVersion: 0, pages }))
  for await (const event of compareReadings(sides[0]!, sides[1]!, {
    isWord: () => true,
    signal: new AbortController().signal,
  }))
    if (event.type === 'change') changes.push(event)
  return changes
}

/** What is said of the changes that the later file marks, of those that it does not, and of those that its program makes; and who marked any. */
export async function toldOf({ before = PLAIN, after }: MarkedCase) {
  const groups = Map.groupBy(await changesOf(before, after), ({ tracked }) =>
    tracked === null ? 'counts' : tracked === 'none' ? 'untracked' : 'tracked',
  )
  const saidOf = (group: 'tracked' | 'untracked' | 'counts') =>
    (groups.get(group) ?? []).map(({ said }) => englishText(said)).toSorted()
  const authors = (groups.get('tracked') ?? []).map(({ tracked }) => JSON.stringify(tracked))
  return {
    tracked: saidOf('tracked'),
    untracked: saidOf('untracked'),
    counts: saidOf('counts'),
    by: [...new Set(authors)].toSorted(),
  }
}

/** The same as it is expected. */
export function expectedOf({ tracked = [], untracked = [], counts = [], by = [BY] }: MarkedCase) {
  return {
    tracked: tracked.toSorted(),
    untracked: untracked.toSorted(),
    counts: counts.toSorted(),
    by: tracked.length === 0 ? [] : by.map((author) => JSON.stringify(author)).toSorted(),
  }
}
