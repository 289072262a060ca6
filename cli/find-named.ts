import { matchesGlob } from 'node:path'
import type { QuestionSet } from '../contract/evaluation/evaluation.ts'
import type { AssistantClient } from '../contract/index.ts'
import type { Matter } from '../contract/matter.ts'
import { notFound } from './failures.ts'

/** The matter of this name or id, for what a command prints about it. */
export async function matterNamed(assistant: AssistantClient, nameOrId: string): Promise<Matter> {
  const found = (await assistant.matter.list()).find(({ matter, id }) => matter === nameOrId || id === nameOrId)
  if (!found) throw notFound(`There is no matter "${nameOrId}". To see them all: consilium matter list`)
  return found
}

/** For a command that is to be typed: ` --matter "Mill Lane"`; nothing where no matter is meant. */
export function matterOption(matter: string | null): string {
  return matter === null ? '' : ` --matter ${/^[\w.-]+$/.test(matter) ? matter : `"${matter}"`}`
}

/** A set by its name or id; those of the matter come first. */
export async function setNamed(assistant: AssistantClient, matter: string | null, name: string): Promise<QuestionSet> {
  const sets = await assistant.evaluation.sets({ matter })
  const found = sets.find((set) => set.name === name || set.set === name)
  if (!found)
    throw notFound(`There is no question set "${name}". To see them all: consilium eval sets${matterOption(matter)}`)
  return found
}

/** A glob that fits nothing would be answered like a question on which the documents are silent: throws `NOT_FOUND`. */
export async function refuseMissing(
  assistant: AssistantClient,
  matter: string,
  globs: readonly string[],
): Promise<void> {
  if (globs.length === 0) return
  const documents = await assistant.library.documents({ matter })
  // As `assistant/documents/find-document.ts` matches them.
  const missing = globs.find((glob) =>
    documents.every(
      ({ document, documentId }) => glob !== documentId && glob !== document && !matchesGlob(document, glob),
    ),
  )
  if (missing !== undefined)
    throw notFound(`No document of "${matter}" fits "${missing}". To see them all: consilium documents "${matter}"`)
}
