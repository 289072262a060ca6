import type { ExportFormat } from '../../contract/answers/answer.ts'
import { type Change, CHANGE_GROUPS, type CompareEnd, type CompareEvent } from '../../contract/drafts/comparison.ts'
import { pageWords } from '../../contract/page-unit.ts'
import { messageText } from '../../wording/message-text.ts'
import { formatDate } from '../../wording/format-time.ts'
import { t } from '../../wording/translate.ts'
import { exportPaper } from '../answers/export/answer-on-paper.ts'
import type { PaperBlock } from '../paper/paper-block.ts'

type CompareProgress = Extract<CompareEvent, { type: 'compare-progress' }>

/** A finished comparison with the names of its documents. */
export type ComparisonMade = {
  readonly before: string
  readonly after: string
  readonly changes: readonly Change[]
  readonly end: CompareEnd
}

/** Reads a comparison to its end; `names` are those of its documents. */
export async function madeComparison(
  events: AsyncIterable<CompareEvent>,
  names: Pick<ComparisonMade, 'before' | 'after'>,
  onProgress: (event: CompareProgress) => void = () => {},
): Promise<ComparisonMade> {
  const changes: Change[] = []
  for await (const event of events) {
    if (event.type === 'compare-progress') onProgress(event)
    else if (event.type === 'change') changes.push(event)
    else return { ...names, changes, end: event }
  }
  throw new TypeError('expected a comparison with an end')
}

export function exportComparison(made: ComparisonMade, format: ExportFormat, fontsFolder: string): Promise<Uint8Array> {
  return exportPaper(comparisonOnPaper(made), format, fontsFolder)
}

/** All changes by what they are about, the weightiest first, with the place of each and whether the file marks it. */
function comparisonOnPaper({ before, after, changes, end }: ComparisonMade): readonly PaperBlock[] {
  return [
    { kind: 'question', text: t('comparison.paper.title', { before, after }) },
    ...summaryLines(end).map((text): PaperBlock => ({ kind: 'small', text })),
    ...CHANGE_GROUPS.flatMap((group) => groupOnPaper(group, changes, after)),
    ...commentsOnPaper(end),
  ]
}

/** Whether they are versions of one document, how many changes there are, how many of them the file marks, and what was not compared. */
export function summaryLines({
  changes,
  tracked,
  notTracked,
  sameShare,
  unrelated,
  notCompared,
}: CompareEnd): readonly string[] {
  return [
    ...(unrelated ? [t('comparison.paper.unrelated', { share: sameShare })] : []),
    changes === 0 ? t('comparison.paper.none') : t('comparison.paper.changes', { count: changes }),
    ...(tracked + notTracked > 0 ? [t('comparison.paper.tracked', { tracked, notTracked })] : []),
    ...notCompared.map((what) => t(`comparison.notCompared.${what}`)),
  ]
}

function groupOnPaper(group: Change['group'], all: readonly Change[], after: string): readonly PaperBlock[] {
  const own = all.filter((change) => change.group === group)
  if (own.length === 0) return []
  const lines = own.map((change): PaperBlock => {
    const said = messageText(change.said)
    const marked = trackedWords(change)
    return { kind: 'field', name: placeWords(change, after), lines: marked === null ? [said] : [said, marked] }
  })
  return [{ kind: 'heading', text: `${t(`comparison.groups.${group}`)} (${own.length})` }, ...lines]
}

const SECTION_CHARACTERS = 24

/** "12.1", or without a number the page, or the heading; of what was changed or removed its old place. */
export function placeWords({ before, after }: Change, document: string): string {
  const side = before ?? after
  if (side === null) return ''
  if (side.number !== '') return side.number
  const page = pageWords(document, side.page)
  if (page !== '' || side.section.length <= SECTION_CHARACTERS) return page || side.section
  return `${side.section.slice(0, SECTION_CHARACTERS).trimEnd()}…`
}

/** Who marked it in the file, or that nobody did; null where the file marks nothing. */
export function trackedWords({ tracked }: Change): string | null {
  if (tracked === null) return null
  if (tracked === 'none') return t('comparison.paper.notTracked')
  const by = tracked.by === '' ? t('comparison.paper.somebody') : tracked.by
  if (tracked.date === '') return t('comparison.paper.trackedByUndated', { by })
  return t('comparison.paper.trackedBy', { by, date: formatDate(tracked.date) })
}

function commentsOnPaper(end: CompareEnd): readonly PaperBlock[] {
  const comments = commentWords(end)
  if (comments.length === 0) return []
  const lines = comments.map(({ who, said }): PaperBlock => ({ kind: 'field', name: who, lines: [said] }))
  return [{ kind: 'heading', text: t('comparison.paper.comments') }, ...lines]
}

/** Each comment of the files with who wrote it and when. */
export function commentWords({ comments }: CompareEnd): readonly { readonly who: string; readonly said: string }[] {
  return comments.map(({ by, date, text, about }) => {
    const name = by === '' ? t('comparison.paper.somebody') : by
    return {
      who: date === '' ? name : t('comparison.paper.comment', { by: name, date: formatDate(date) }),
      said: about === '' ? text : t('comparison.paper.about', { about, text }),
    }
  })
}
