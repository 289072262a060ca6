import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { connectAssistant } from '../../renderer/connection/connect-assistant.ts'
import { AssistantContext } from '../../renderer/state/assistant-context.ts'
import { createEventHub } from '../../renderer/state/event-hub.ts'
import { createQueryCache } from '../../renderer/state/query-cache.ts'
import { useLoaded } from '../../renderer/state/use-loaded.ts'
import { memoryLines } from './stand-in/memory-lines.ts'
import { waitFor } from '../patience.ts'

/** A part of the window that shows a document's name, and why it could not be read. */
function DocumentName({ input }: { readonly input: { readonly matter: string; readonly document: string } }) {
  const { value, failure } = useLoaded((of) => of.library.document, input)
  return `${value?.document ?? 'no document'}, ${failure?.happened ?? 'no failure'}`
}

async function openWindow() {
  const { state, lines, open, calls, holdAnswers } = await memoryLines()
  const connection = connectAssistant(open)
  const events = createEventHub()
  const cache = createQueryCache(connection.client, events)
  const detail = state.documents[0]?.detail
  const input = { matter: state.matters[0]?.id ?? '', document: detail?.documentId ?? '' }
  /** What is seen before anything is read for it. */
  const show = (of: typeof input) =>
    renderToStaticMarkup(
      createElement(
        AssistantContext,
        { value: { connection, events, cache } },
        createElement(DocumentName, { input: of }),
      ),
    )
  const read = () => cache.queries.fetchQuery(cache.procedures.library.document.queryOptions({ input }))
  return { state, lines, calls, holdAnswers, input, name: detail?.document, show, read }
}

test('what was read a moment ago is there in the first picture, under its own key only', async () => {
  const { input, name, show, read } = await openWindow()
  expect(show(input)).toBe('no document, no failure')
  await read()
  expect(show(input)).toBe(`${name}, no failure`)
  expect(show({ ...input, document: 'another' })).toBe('no document, no failure')
})

test('what cannot be read again says so in words, beside what was read before', async () => {
  const { state, input, name, show, read } = await openWindow()
  await read()
  state.documents.shift()
  await expect(read()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(show(input)).toBe(`${name}, The document is no longer here.`)
})

test('a line that breaks is no failure of what was being read: it mends itself', async () => {
  const { lines, calls, holdAnswers, input, name, show, read } = await openWindow()
  await read()
  holdAnswers('library/document')
  const reading = read().catch((failure: unknown) => failure)
  await waitFor(() => expect(calls).toHaveLength(2))
  lines[0]?.close('killed by SIGKILL')
  expect(await reading).toMatchObject({ name: 'ConnectionLostError' })
  expect(show(input)).toBe(`${name}, no failure`)
})
