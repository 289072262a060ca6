import { setNonce } from 'get-nonce'
import { Tooltip } from 'radix-ui'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { followEvents } from './connection/connect-assistant.ts'
import { openConnection } from './connection/open-connection.ts'
import { WindowBoundary } from './parts/boundary.tsx'
import { AssistantContext } from './state/assistant-context.ts'
import { createEventHub } from './state/event-hub.ts'
import { speak } from './state/language.ts'
import { createQueryCache } from './state/query-cache.ts'
import './style/style.css'

// Dialogs add a style element to hold the page still; the content policy lets it in by the nonce of this response.
const nonce = document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce
if (nonce) setNonce(nonce)

const root = document.getElementById('root')
if (!root) throw new Error('Expected an element #root in index.html.')

const connection = openConnection(window)
const events = createEventHub()
const assistant = { connection, events, cache: createQueryCache(connection.client, events) }
void followEvents(
  connection.client,
  events.tell,
  () => events.tell({ type: 'all-changed' }),
  new AbortController().signal,
)

await speak('system')
createRoot(root).render(
  <StrictMode>
    <AssistantContext value={assistant}>
      <Tooltip.Provider delayDuration={300}>
        <WindowBoundary>
          <App />
        </WindowBoundary>
      </Tooltip.Provider>
    </AssistantContext>
  </StrictMode>,
)
