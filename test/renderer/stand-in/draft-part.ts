import { implement } from '@orpc/server'
import { contract } from '../../../contract/index.ts'
import { refused } from '../refused.ts'

/** Keeps none: checking drafts takes the real engine. */
export function draftPart() {
  const { draft } = implement(contract)
  const refuse = () => {
    throw refused('NOT_FOUND', 'The stand-in keeps no drafts.')
  }
  return {
    list: draft.list.handler(() => []),
    add: draft.add.handler(refuse),
    remove: draft.remove.handler(refuse),
    pages: draft.pages.handler(refuse),
    check: draft.check.handler(refuse),
    decide: draft.decide.handler(refuse),
    report: draft.report.handler(refuse),
    commented: draft.commented.handler(refuse),
  }
}
