import { ErrorBoundary, type FallbackProps } from 'react-error-boundary'
import { t } from '../../wording/translate.ts'
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

const notShown = (happened: string, todo: string): UserFailure => ({
  code: 'UNKNOWN',
  happened,
  kept: t('frame.page.kept'),
  todo,
})

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
  const failure = notShown(t('frame.page.notShown'), t('frame.page.notShownTodo'))
  return (
    <main id="work" className="work inset-6" tabIndex={-1}>
      <h1 className="visually-hidden">{failure.happened}</h1>
      <FailureNote failure={failure}>
        <Button isSmall onClick={resetErrorBoundary}>
          {t('frame.page.showAgain')}
        </Button>
        <Reload />
      </FailureNote>
    </main>
  )
}

function FailedWindow() {
  const failure = notShown(t('frame.page.windowNotShown'), t('frame.page.windowNotShownTodo'))
  return (
    <main id="work" className="alone inset-6" tabIndex={-1}>
      <h1 className="visually-hidden">{failure.happened}</h1>
      <FailureNote failure={failure}>
        <Reload />
      </FailureNote>
    </main>
  )
}

function Reload() {
  return (
    <Button isSmall onClick={() => window.location.reload()}>
      {t('frame.page.reload')}
    </Button>
  )
}
