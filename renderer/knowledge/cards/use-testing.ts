import { useState } from 'react'
import type { TestingEvent } from '../../../contract/card.ts'
import { useClient } from '../../state/assistant-context.ts'
import { type Action, useAction } from '../../state/use-action.ts'

type TestedAnswer = Extract<TestingEvent, { type: 'testing-answer' }>

/** A test of a card under way, and what the model wrote in it. */
export type Testing = {
  readonly card: string | null
  readonly action: Action
  readonly done: number
  readonly of: number
  readonly answers: readonly TestedAnswer[]
  run(card: string): void
}

const NOTHING = { card: null, done: 0, of: 0, answers: [] } as const

export function useTesting(): Testing {
  const client = useClient()
  const action = useAction()
  const [state, setState] = useState<Pick<Testing, 'card' | 'done' | 'of' | 'answers'>>(NOTHING)
  const follow = async (card: string) => {
    setState({ ...NOTHING, card })
    for await (const event of await client.card.test({ card })) {
      if (event.type === 'testing-progress') setState((now) => ({ ...now, done: event.done, of: event.of }))
      if (event.type === 'testing-answer') setState((now) => ({ ...now, answers: [...now.answers, event] }))
    }
  }
  return {
    ...state,
    action,
    run: (card) => void action.run(() => follow(card), 'The card stays as it was.'),
  }
}
