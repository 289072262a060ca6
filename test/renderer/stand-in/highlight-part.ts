import { implement, ORPCError } from '@orpc/server'
import { contract } from '../../../contract/index.ts'
import type { StandInState } from './stand-in-assistant.ts'

/** Keeps none: marking words takes the real engine. */
export function highlightPart(state: Pick<StandInState, 'canListHighlights'>) {
  const { highlight } = implement(contract)
  const refuse = () => {
    throw new ORPCError('NOT_FOUND', { message: 'The stand-in keeps no highlights.' })
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
