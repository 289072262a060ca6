import mammoth from 'mammoth'
import { type DocxSurvey, hiddenStyleIds, surveyDocxPart } from './docx-survey.ts'
import { markupText } from '../web/markup-text.ts'
import { damagedFailure, ReadFailedError } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'
import { wholeDocument } from '../read-page.ts'
import { readsWhole } from '../read-source.ts'
import type { ZipParts } from '../archive/zip-parts.ts'

/** Parts whose text is read. */
const READ_PARTS = /^word\/(document\d*|footnotes|endnotes)\.xml$/
const MARGIN_PARTS = /^word\/(header|footer)\d*\.xml$/
/** Text may come out a little shorter (symbols, fields); below this share something was lost. */
const LEAST_TEXT_SHARE = 0.98

/** Mammoth's own reader of the container, replaced by ours so that it inflates nothing that was not counted. */
type MammothFile = {
  exists(name: string): boolean
  read(name: string, encoding?: string): Promise<string | Uint8Array>
}

/**
 * A Word document as text and blocks. Hidden text is taken out before Mammoth sees it; whatever else is not in the text
 * (headers, comments, deletions, pictures, formulas, automatic numbers) is named in the warnings. Throws
 * `ReadFailedError`.
 */
export const readDocx = readsWhole(async ({ zip, limits }) => {
  if (!zip) throw new TypeError('expected the parts of the container')
  const styles = await readXml(zip, 'word/styles.xml')
  const hiddenStyles = styles === undefined ? new Set<string>() : hiddenStyleIds(styles)
  const surveys = new Map<string, DocxSurvey>()
  for (const name of zip.names.filter((part) => READ_PARTS.test(part)))
    surveys.set(name, surveyDocxPart((await readXml(zip, name)) ?? '', hiddenStyles, limits))
  const html = await convert(zip, surveys)
  // The arrows back from a note to its place are Mammoth's, not the document's.
  const body = markupText(html.replace(/<a href="#(foot|end)note-ref-\d+">↑<\/a>/g, ''), limits, { isNumbered: false })
  const all = [...surveys.values()]
  const margins = await marginCharacters(zip, limits)
  const warnings = [...surveyWarnings(all), ...margins, ...lossWarnings(all, body.text)]
  return { page: wholeDocument(body.text, body.blocks, 'the document has no text'), warnings }
})

async function convert(zip: ZipParts, surveys: ReadonlyMap<string, DocxSurvey>): Promise<string> {
  const names = new Set(zip.names)
  const file: MammothFile = {
    exists: (name) => names.has(name),
    async read(name, encoding) {
      const known = surveys.get(name)
      if (known && encoding) return known.visibleXml
      const bytes = (await zip.read(name)) ?? new Uint8Array(0)
      return encoding ? Buffer.from(bytes).toString(encoding === 'base64' ? 'base64' : 'utf8') : bytes
    },
  }
  try {
    const options = {
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      includeEmbeddedStyleMap: false,
    }
    const result = await mammoth.convertToHtml({ file } as unknown as { buffer: Buffer }, options)
    return result.value
  } catch (error) {
    if (error instanceof ReadFailedError) throw error
    throw damagedFailure('its text cannot be understood as a Word document', error)
  }
}

async function readXml(zip: ZipParts, name: string): Promise<string | undefined> {
  const bytes = await zip.read(name)
  return bytes?.toString('utf8').replace(/^\uFEFF/, '')
}

function surveyWarnings(surveys: readonly DocxSurvey[]): readonly string[] {
  const total = (pick: (survey: DocxSurvey) => number) => surveys.reduce((sum, survey) => sum + pick(survey), 0)
  const hidden = total((survey) => survey.hiddenCharacters)
  const insertions = total((survey) => survey.insertions)
  const deletions = total((survey) => survey.deletions)
  const pictures = total((survey) => survey.pictures)
  const formulas = total((survey) => survey.formulaCharacters)
  const embedded = total((survey) => survey.embeddedDocuments)
  const numbered = total((survey) => survey.numberedParagraphs)
  return [
    hidden > 0 && `${hidden} characters are hidden text and were left out.`,
    insertions + deletions > 0 &&
      `Tracked changes were read as accepted: ${insertions} insertions kept, ${deletions} deletions left out.`,
    pictures > 0 && `${pictures} pictures or drawings: text inside pictures is not read.`,
    formulas > 0 && `Formulas (${formulas} characters) are not part of the text.`,
    embedded > 0 && `${embedded} embedded documents were not read.`,
    numbered > 0 && `${numbered} paragraphs are numbered by Word: their numbers are not part of the text.`,
  ].filter((warning) => warning !== false)
}

/** Headers, footers and comments are content for a lawyer: they are not in the text, so they are named. */
async function marginCharacters(zip: ZipParts, limits: ReadLimits): Promise<readonly string[]> {
  const warnings: string[] = []
  const count = async (names: readonly string[]) => {
    let characters = 0
    for (const name of names)
      characters += surveyDocxPart((await readXml(zip, name)) ?? '', new Set(), limits).textCharacters
    return characters
  }
  const margins = await count(zip.names.filter((name) => MARGIN_PARTS.test(name)))
  if (margins > 0) warnings.push(`Page headers and footers (${margins} characters) are not part of the text.`)
  const comments = await count(zip.names.filter((name) => name === 'word/comments.xml'))
  if (comments > 0) warnings.push(`Comments (${comments} characters) are not part of the text.`)
  return warnings
}

function lossWarnings(surveys: readonly DocxSurvey[], text: string): readonly string[] {
  const expected = surveys.reduce((sum, survey) => sum + survey.textCharacters, 0)
  const found = text.replace(/\s+/g, '').length
  if (found >= expected * LEAST_TEXT_SHARE) return []
  return [`About ${expected - found} of ${expected} characters of the file could not be placed in the text.`]
}
