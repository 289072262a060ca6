const STORAGE_KEY = 'consilium-token'

/**
 * The token of this launch. It arrives in the URL's fragment, which no browser sends to a server, moves to this window's
 * session storage, so that a reload works, and is taken out of the address at once. Empty when there is none.
 */
export function takeToken(location: Location, history: History, storage: Storage): string {
  const given = /[#&]t=([\w-]+)/.exec(location.hash)?.[1]
  if (given) {
    storage.setItem(STORAGE_KEY, given)
    history.replaceState(history.state, '', location.pathname)
  }
  return storage.getItem(STORAGE_KEY) ?? ''
}
