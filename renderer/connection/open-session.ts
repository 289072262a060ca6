import { ConnectionLostError } from './connection-lost-error.ts'

const STORAGE_KEY = 'consilium-session'
/** Where the browser host exchanges the ticket of the address (`cli/serve/page-server.ts`). */
const EXCHANGE = '/session'
const USED =
  'This address was used before. Open the new one that Consilium shows where it was started, or go back to the window that used this one.'
const NO_ADDRESS = 'Open the whole address that Consilium shows where it was started.'

type Page = Pick<Window, 'location' | 'history' | 'sessionStorage' | 'fetch' | 'addEventListener'>

/**
 * Gives the token of this window's session. The ticket arrives in the URL's fragment, which no browser sends to a server, is taken
 * out of the address at once and exchanged once; the token stays in the session storage of this window, so that a reload works.
 */
export function openSession(page: Page): () => Promise<string> {
  const { location, history, sessionStorage, fetch } = page
  let ticket = ticketIn(location)
  if (ticket !== null) history.replaceState(history.state, '', location.pathname)
  // A new address in the same tab differs in its fragment only, for which no browser loads the page again.
  page.addEventListener('hashchange', () => ticketIn(location) !== null && location.reload())
  return async () => {
    const held = sessionStorage.getItem(STORAGE_KEY)
    if (ticket === null && held === null) throw new ConnectionLostError(NO_ADDRESS, { isRefused: true })
    if (ticket === null) return held ?? ''
    const answer = await fetch(EXCHANGE, { headers: { 'x-ticket': ticket } }).catch((cause: unknown) => {
      throw new ConnectionLostError('the program that serves this window does not answer', { cause })
    })
    // A window that is sent to its own old address has its session still.
    if (!answer.ok && held === null) throw new ConnectionLostError(USED, { isRefused: true })
    ticket = null
    if (!answer.ok) return held ?? ''
    const token = await answer.text()
    sessionStorage.setItem(STORAGE_KEY, token)
    return token
  }
}

function ticketIn({ hash }: Location): string | null {
  return /[#&]t=([\w-]+)/.exec(hash)?.[1] ?? null
}
