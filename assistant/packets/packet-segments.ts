import type { ConclusionSource, PassageSource, Source } from '../../contract/answers/answer.ts'
import type { LocalSegment } from '../../disclosure/packet/mask-segments.ts'
import { CONSIDER_EACH, NAME_THEM, OPTION_LETTERS, optionSource } from '../../disclosure/packet/cloud-prompt.ts'
import { createShowSource } from '../answers/draft/prompt-source.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { pageWords } from '../../contract/page-unit.ts'
import { t } from '../../wording/translate.ts'

type Made = {
  readonly question: string
  readonly sources: readonly Source[]
  readonly analysis: string | null
  readonly differential?: readonly string[] | null | undefined
  readonly options?: readonly string[] | undefined
}

/** The texts of a packet: question, sources as the local model reads them, what is to be considered, the notes. No pictures, no names of files. */
export function packetSegments(made: Made, { store }: OpenMatter): readonly LocalSegment[] {
  const { question, sources, analysis, differential = null, options = [] } = made
  const show = createShowSource(store.pages)
  const notes = notesOn(sources, analysis)
  const own = { where: '', byOcr: false, documentId: null }
  return [
    { source: 'question', ...own, local: question },
    // A card is of no matter, and never leaves with one.
    ...sources.filter(isEvidence).map((source): LocalSegment => {
      const { text } = show(source)
      const where = placeWords(source)
      const isPassage = source.kind === 'passage'
      const place = { byOcr: isPassage && source.byOcr, documentId: isPassage ? source.documentId : null }
      return { source: source.source, where, ...place, local: text }
    }),
    ...(differential === null ? [] : [{ source: 'candidates', ...own, local: candidatesText(differential) }]),
    ...options.slice(0, OPTION_LETTERS.length).map((option, index): LocalSegment => {
      return { source: optionSource(index), ...own, local: option.replace(/\s+/g, ' ') }
    }),
    ...(notes === '' ? [] : [{ source: 'analysis', ...own, local: notes }]),
  ]
}

function candidatesText(names: readonly string[]): string {
  return names.length === 0 ? NAME_THEM : [CONSIDER_EACH, ...names.map((name) => `- ${name}`)].join('\n')
}

/** What was noted on a source goes with it: the words of one that was left out stand in its note. */
function notesOn(sources: readonly Source[], analysis: string | null): string {
  const lines = (analysis ?? '').split('\n')
  return lines.filter((line) => sources.some(({ source }) => line.startsWith(`[${source}] `))).join('\n')
}

/** Where a source stands, for the list of those that could be sent. */
export function sourceWhere(source: Source): string {
  return isEvidence(source) ? placeWords(source) : source.title
}

/** For who reviews it, and so in their language; the text that leaves has the mark of the source alone. */
function placeWords(source: PassageSource | ConclusionSource): string {
  if (source.kind === 'conclusion')
    return source.holds === 'unknown' ? t('outgoing.sources.openRule') : t('outgoing.sources.byRule')
  const { document, page, section } = source
  return [document, pageWords(document, page), section].filter(Boolean).join(', ')
}

function isEvidence(source: Source): source is PassageSource | ConclusionSource {
  return source.kind !== 'card'
}
