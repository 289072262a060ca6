import { implement } from '@orpc/server'
import { contract } from '../../../contract/index.ts'
import type { StandInState } from './stand-in-assistant.ts'
import { refused } from '../refused.ts'

/** Keeps none: marking words takes the real engine. */
export function highlightPart(state: Pick<StandInState, 'canListHighlights'>) {
  const { highlight } = implement(contract)
  const refuse = () => {
    throw refused('NOT_FOUND', 'The stand-in keeps no highlights.')
  }
  return {
    list: highlight.list.handler(() => (state.canListHighlights ? [] : refuse())),
    add: highlight.add.handler(refuse),
    addWords: highlight.addWords.handler(refuse),
    change: highlight.change.handler(refuse),
    remove: highlight.remove.handler(refuse),
    export: highlight.export.handler(refuse),
  }
}
