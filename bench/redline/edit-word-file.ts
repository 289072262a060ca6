import { pick, type Random } from '../drawn.ts'
import { type Edit, withOtherWords } from './edit-texts.ts'

/** Paragraphs that hold no other (no text box) and end no section. */
const PARAGRAPH = /<w:p(?:\s[^>]*)?>(?:(?!<w:p[\s>/]|<\/w:p>|<w:sectPr)[^])*<\/w:p>/g
const ROW = /<w:tr(?:\s[^>]*)?>(?:(?!<w:tr[\s>]|<\/w:tr>)[^])*<\/w:tr>/g
const TEXT = /(<w:t(?:\s[^>]*)?>)([^<]+)(<\/w:t>)/g

/** The text part of a Word file edited as text: by other means than those that write redlines. */
export function editDocumentXml(
  xml: string,
  edits: readonly (Edit | 'row-removed' | 'row-added' | 'cell')[],
  random: Random,
): string {
  return edits.reduce((now, edit) => {
    if (edit === 'words' || edit === 'signs') {
      const isTwice = inTwoForms(now)
      return now.replace(PARAGRAPH, (one, at: number) =>
        random() < 0.25 && !isTwice(at) ? changeWords(one, edit, random) : one,
      )
    }
    if (edit === 'cell') return now.replace(ROW, (row) => (random() < 0.3 ? changeWords(row, 'signs', random) : row))
    if (edit === 'row-removed') return edited(now, ROW, random, { least: 3, by: () => '' })
    if (edit === 'row-added')
      return edited(now, ROW, random, { least: 1, by: (row) => row + changeWords(row, 'signs', random) })
    if (edit === 'moved') return move(now, random)
    const by = (one: string) => (edit === 'removed' ? '' : one + changeWords(withoutIds(one), 'signs', random))
    return edited(now, outsideTables(now), random, { least: 2, by })
  }, xml)
}

/** A file has each text box in two forms, which would then differ. */
function inTwoForms(xml: string): (at: number) => boolean {
  const ranges = [...xml.matchAll(/<mc:AlternateContent>[^]*?<\/mc:AlternateContent>/g)].map(
    ({ index, 0: all }) => [index, index + all.length] as const,
  )
  return (at) => ranges.some(([from, to]) => at >= from && at < to)
}

type Change = { readonly least: number; readonly by: (found: string) => string }

/** One of the places that fit, where there are enough. */
function edited(
  xml: string,
  places: RegExp | readonly RegExpExecArray[],
  random: Random,
  { least, by }: Change,
): string {
  const found = places instanceof RegExp ? [...xml.matchAll(places)] : places
  const fitting = found.filter(
    ([one]) =>
      /<w:t[\s>]/.test(one) && !/<w:(fldChar|footnoteReference|endnoteReference|commentReference|ins|del)\b/.test(one),
  )
  if (fitting.length < least) return xml
  const chosen = pick(fitting, random)!
  return xml.slice(0, chosen.index) + by(chosen[0]) + xml.slice(chosen.index + chosen[0].length)
}

/** Each cell needs a paragraph, so those of tables stay. */
function outsideTables(xml: string): readonly RegExpExecArray[] {
  const tables = [...xml.matchAll(/<w:tbl>|<\/w:tbl>|<w:txbxContent>|<\/w:txbxContent>|<w:sdt>|<\/w:sdt>/g)]
  const depthAt = (at: number) =>
    tables.filter(({ index }) => index < at).reduce((depth, [tag]) => depth + (tag.startsWith('</') ? -1 : 1), 0)
  return [...xml.matchAll(PARAGRAPH)].filter(({ index }) => depthAt(index) === 0)
}

function move(xml: string, random: Random): string {
  const all = outsideTables(xml).filter(
    ([one]) => /<w:t[\s>]/.test(one) && !/<w:(fldChar|bookmark|footnoteReference|comment)/.test(one),
  )
  if (all.length < 6) return xml
  const from = pick(all.slice(0, -1), random)!
  const to = all.at(-1)!
  if (from.index >= to.index) return xml
  return xml.slice(0, from.index) + xml.slice(from.index + from[0].length, to.index) + from[0] + xml.slice(to.index)
}

function changeWords(xml: string, edit: 'words' | 'signs', random: Random): string {
  let isDone = false
  return xml.replace(TEXT, (whole, open: string, text: string, close: string) => {
    // Hidden text is not compared, but LibreOffice writes it.
    if (isDone || xml.includes('<w:vanish/>') || text.includes('&') || !/\w{3}/.test(text)) return whole
    isDone = true
    const other = edit === 'words' ? withOtherWords(text, random) : text.replace(/\w{3,}/, 'R&amp;D “Änderung” § 7')
    return `${open.includes('preserve') ? open : open.replace('>', ' xml:space="preserve">')}${other}${close}`
  })
}

/** Ids of paragraphs and bookmarks occur once in a file. */
function withoutIds(xml: string): string {
  return xml.replace(/\sw14:(paraId|textId)="[^"]*"/g, '').replace(/<w:bookmark(Start|End)[^>]*\/>/g, '')
}
