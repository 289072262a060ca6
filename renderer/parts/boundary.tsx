import { ErrorBoundary, type FallbackProps } from 'react-error-boundary'
import type { UserFailure } from '../state/user-failure.ts'
import { Button } from './button.tsx'
import { FailureNote } from './failure-note.tsx'

type PageProps = {
  /** Going to another one shows that. */
  readonly place: string
  /** Called when a page that failed is to be shown again, or another in its place. */
  readonly onRetry: () => void
  readonly children: React.ReactNode
}

const NOT_SHOWN = { code: 'UNKNOWN', kept: 'Your documents, answers and settings are kept.' } as const

const PAGE: UserFailure = {
  ...NOT_SHOWN,
  happened: 'This page could not be shown.',
  todo: 'Show it again, or go to another page.',
}

const WINDOW: UserFailure = { ...NOT_SHOWN, happened: 'The window could not be shown.', todo: 'Reload it.' }

/** Keeps a fault of one page from leaving the whole window blank: navigation and notices stay. */
export function PageBoundary({ place, onRetry, children }: PageProps) {
  return (
    <ErrorBoundary resetKeys={[place]} onReset={onRetry} FallbackComponent={FailedPage}>
      {children}
    </ErrorBoundary>
  )
}

/** For a fault outside the pages. */
export function WindowBoundary({ children }: { readonly children: React.ReactNode }) {
  return <ErrorBoundary fallback={<FailedWindow />}>{children}</ErrorBoundary>
}

function FailedPage({ resetErrorBoundary }: FallbackProps) {
  return (
    <main id="work" className="work inset-6" tabIndex={-1}>
      <h1 className="visually-hidden">{PAGE.happened}</h1>
      <FailureNote failure={PAGE}>
        <Button isSmall onClick={resetErrorBoundary}>
          Show again
        </Button>
        <Reload />
      </FailureNote>
    </main>
  )
}

function FailedWindow() {
  return (
    <main id="work" className="alone inset-6" tabIndex={-1}>
      <h1 className="visually-hidden">{WINDOW.happened}</h1>
      <FailureNote failure={WINDOW}>
        <Reload />
      </FailureNote>
    </main>
  )
}

function Reload() {
  return (
    <Button isSmall onClick={() => window.location.reload()}>
      Reload the window
    </Button>
  )
}
