import { createElement, use, useEffect } from 'react'

/** A page whose script comes when it is first needed. `fetch` brings it before that. */
type FetchedPage<Props> = React.FunctionComponent<Props> & {
  readonly fetch: () => void
  /** Lets a page whose script did not come be tried again. */
  readonly forgetFailure: () => void
}

/**
 * Like `React.lazy`, with two differences: what has come is shown in the same rendering, without an empty page in between, and what did
 * not come can be asked for again. Until `forgetFailure`, a failure is thrown again at each rendering, or React would ask without end.
 */
export function fetchedPage<Props extends object>(
  load: () => Promise<React.FunctionComponent<Props>>,
): FetchedPage<Props> {
  let coming: Promise<React.FunctionComponent<Props>> | null = null
  let hasFailed = false
  const begin = () => {
    if (coming) return coming
    const begun = load()
    begun.then(
      // React reads these fields of a promise, and then need not wait for it.
      (value) => Object.assign(begun, { status: 'fulfilled', value }),
      () => {
        hasFailed = true
      },
    )
    coming = begun
    return begun
  }
  const forgetFailure = () => {
    if (!hasFailed) return
    coming = null
    hasFailed = false
  }
  const Page = (props: Props) => createElement(use(begin()), props)
  return Object.assign(Page, {
    // A page that did not come ahead of time is asked for again when it is shown.
    fetch: () => void begin().catch(forgetFailure),
    forgetFailure,
  })
}

export const Ask = fetchedPage(async () => (await import('../ask/ask.tsx')).Ask)
export const Drafts = fetchedPage(async () => (await import('../drafts/drafts.tsx')).Drafts)
export const Evaluation = fetchedPage(async () => (await import('../evaluation/evaluation.tsx')).Evaluation)
export const Facts = fetchedPage(async () => (await import('../facts/facts.tsx')).Facts)
export const Knowledge = fetchedPage(async () => (await import('../knowledge/knowledge.tsx')).Knowledge)
export const Ledger = fetchedPage(async () => (await import('../ledger/ledger.tsx')).Ledger)
export const Library = fetchedPage(async () => (await import('../library/library.tsx')).Library)
export const Matters = fetchedPage(async () => (await import('../matters/matters.tsx')).Matters)
export const SecondOpinion = fetchedPage(
  async () => (await import('../second-opinion/second-opinion.tsx')).SecondOpinion,
)
export const Settings = fetchedPage(async () => (await import('../settings/settings.tsx')).Settings)
export const Surveys = fetchedPage(async () => (await import('../surveys/surveys.tsx')).Surveys)
export const Welcome = fetchedPage(async () => (await import('../start/welcome.tsx')).Welcome)

const PAGES = [
  Ask,
  Drafts,
  Evaluation,
  Facts,
  Knowledge,
  Ledger,
  Library,
  Matters,
  SecondOpinion,
  Settings,
  Surveys,
  Welcome,
]

/** Fetches all pages once the window has been drawn, so that each opens at once. */
export function usePagesAhead(): void {
  useEffect(() => {
    const waiting = setTimeout(() => {
      for (const { fetch } of PAGES) fetch()
    })
    return () => clearTimeout(waiting)
  }, [])
}

export function forgetFailedPages(): void {
  for (const { forgetFailure } of PAGES) forgetFailure()
}
