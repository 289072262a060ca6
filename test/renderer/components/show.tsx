import { userEvent } from '@testing-library/user-event'
import { createRoot } from 'react-dom/client'

const opened: (() => void)[] = []

/**
 * Takes away what a test has shown, and where it was. Parts are rendered as `main.tsx` does it, without `act`: a test waits for what a user
 * would see.
 */
export function closeWindows(): void {
  for (const close of opened.splice(0)) close()
  history.replaceState(null, '')
}

export function whenClosed(close: () => void): void {
  opened.push(close)
}

/** Renders something alone, and gives the one who clicks and types. `show` puts something else in its place. */
export function show(part: React.ReactNode) {
  const container = document.body.appendChild(document.createElement('div'))
  // What a boundary catches is looked at in its place.
  const root = createRoot(container, { onCaughtError: () => {} })
  root.render(part)
  whenClosed(() => {
    root.unmount()
    container.remove()
  })
  // A document of memory lays nothing out, so nothing lies over anything.
  return { user: userEvent.setup({ pointerEventsCheck: 0 }), show: (other: React.ReactNode) => root.render(other) }
}
