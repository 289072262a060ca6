import type { CompareInput } from '../../contract/drafts/comparison.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'
import { t } from '../../wording/translate.ts'
import { findDocument } from '../documents/find-document.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { ComparedReading } from './compare-readings.ts'

export type StoredReading = ComparedReading & { readonly mediaType: string; readonly password: string | null }

type Asked = Pick<CompareInput, 'before' | 'after'>

/**
 * Two documents as they are read now, or a document and what it was before its file was replaced. Throws `NOT_FOUND`, also where nothing is
 * kept of a version before, and `WRONG_USE` for one without text.
 */
export function comparedReadings(
  matter: OpenMatter,
  { before, after }: Asked,
): readonly [before: StoredReading, after: StoredReading] {
  const later = readingOf(matter, after)
  return [before === null ? previousReading(matter, after) : readingOf(matter, before), later]
}

/** What both sides are called. Throws `NOT_FOUND`. */
export function comparedNames(matter: OpenMatter, { before, after }: Asked): Record<'before' | 'after', string> {
  const { document } = findDocument(matter, after)
  return { before: before === null ? previousName(document) : findDocument(matter, before).document, after: document }
}

function readingOf(matter: OpenMatter, nameOrId: string): StoredReading {
  const { document, textVersionId, state, mediaType, password } = findDocument(matter, nameOrId)
  if (textVersionId === null || state === 'failed')
    throw new Failure('WRONG_USE', message('failures.comparison.noText', { document }))
  const pages = matter.store.pages.layout(textVersionId)
  return { name: document, textVersion: textVersionId, pages, mediaType, password }
}

function previousReading(matter: OpenMatter, nameOrId: string): StoredReading {
  const { document, previous } = findDocument(matter, nameOrId)
  if (previous === null) throw new Failure('NOT_FOUND', message('failures.comparison.noPrevious', { document }))
  const { textVersion } = previous
  const { found } = matter.store.textVersions.get(textVersion)
  const read = { mediaType: found?.mediaType ?? '', password: found?.password ?? null }
  return { name: previousName(document), textVersion, pages: matter.store.pages.layout(textVersion), ...read }
}

/** With the ending of the file last, by which programs tell its type. */
function previousName(document: string): string {
  return t('comparison.previousName', { document })
}
