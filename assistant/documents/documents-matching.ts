import { matchesGlob } from 'node:path'
import type { OpenMatter } from '../home/open-matters.ts'

/** Ids of the documents whose path fits one of the globs, or is one of them word for word ("Lease [signed].pdf"). */
export function documentIdsMatching({ store }: OpenMatter, globs: readonly string[]): readonly string[] {
  return store.documents
    .list(null)
    .filter(({ document, documentId }) =>
      globs.some((glob) => glob === documentId || glob === document || matchesGlob(document, glob)),
    )
    .map(({ documentId }) => documentId)
}
