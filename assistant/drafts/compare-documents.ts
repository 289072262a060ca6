import type { CompareEvent, CompareInput } from '../../contract/drafts/comparison.ts'
import { findDocument } from '../documents/find-document.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'
import { type ComparedReading, compareReadings } from './compare-readings.ts'

/** Two documents of a matter, as they are read now. Throws `NOT_FOUND`, and `WRONG_USE` for one without text. */
export async function* compareDocuments(
  input: Omit<CompareInput, 'matter'>,
  matter: OpenMatter,
  signal: AbortSignal,
): AsyncGenerator<CompareEvent, void, void> {
  yield* compareReadings(readingOf(matter, input.before), readingOf(matter, input.after), signal)
}

function readingOf(matter: OpenMatter, nameOrId: string): ComparedReading {
  const { document, textVersionId, state } = findDocument(matter, nameOrId)
  if (textVersionId === null || state === 'failed')
    throw new Failure('WRONG_USE', message('failures.comparison.noText', { document }))
  return { name: document, textVersion: textVersionId, pages: matter.store.pages.layout(textVersionId) }
}
