import { useEffect, useState } from 'react'
import type { Settings } from '../contract/application.ts'
import type { ReadingProgress } from '../contract/document.ts'
import { t } from '../wording/translate.ts'
import { createAsking, createTakenOffers } from './ask/create-asking.ts'
import { useReturnedQuestions } from './ask/returned-questions.ts'
import { createChecking } from './drafts/check/create-checking.ts'
import { hasEndedByItself } from '../wording/process-end.ts'
import { ConnectionNotice } from './frame/notices.tsx'
import { MainWindow } from './frame/main-window.tsx'
import { usePagesAhead } from './frame/pages.tsx'
import { createUploads } from './library/create-uploads.ts'
import { createDownloads } from './models/create-downloads.ts'
import { FailureNote } from './parts/failure-note.tsx'
import { Opening } from './parts/progress.tsx'
import { createConsulting } from './second-opinion/create-consulting.ts'
import { CreateHome } from './start/create-home.tsx'
import { Locked } from './start/locked.tsx'
import { useAppEvents, useClient, useConnectionState } from './state/assistant-context.ts'
import { useLanguage } from './state/language.ts'
import { NavigationContext, usePlace } from './state/navigation-context.ts'
import { type ProcessNotice, type Shell, ShellContext } from './state/shell-context.ts'
import { useLoaded } from './state/use-loaded.ts'
import { userFailure, type UserFailure } from './state/user-failure.ts'

/** The window: nothing before there is a home, one field while it is locked, else everything. */
export function App() {
  usePagesAhead()
  const status = useLoaded((of) => of.application.status, undefined)
  const lock = status.value?.lock
  const isAfterCrash = useCrashed()
  const drafts = useDrafts(lock === 'locked' && !isAfterCrash)
  return (
    <div className="shell">
      <a className="skip" href="#work" onClick={skipToWork}>
        {t('window.skip')}
      </a>
      <ConnectionNotice />
      {!status.value && !status.failure ? <Opening>{t('window.opening')}</Opening> : null}
      {status.failure ? (
        <main className="inset-6">
          <h1 className="visually-hidden">{t('window.name')}</h1>
          <FailureNote failure={status.failure} />
        </main>
      ) : null}
      {lock === 'new' ? <CreateHome onCreated={status.reload} /> : null}
      {lock === 'locked' ? <Locked isAfterCrash={isAfterCrash} onOpen={status.reload} /> : null}
      {status.value && lock === 'open' ? <Open status={status.value} drafts={drafts} /> : null}
    </div>
  )
}

/** Whether the line last broke because the engine ended by itself: a home that has a passphrase is locked then, though nobody locked it. */
function useCrashed(): boolean {
  const state = useConnectionState()
  const [last, setLast] = useState<string | null>(null)
  const reason = 'reason' in state ? state.reason : last
  if (reason !== last) setLast(reason)
  return last !== null && hasEndedByItself(last)
}

/** What is typed and not used yet. It outlives an engine that stopped by itself, and is forgotten when the home is locked. */
function useDrafts(isLocked: boolean): Shell['drafts'] {
  const [drafts] = useState(() => new Map<string, string>())
  useEffect(() => {
    if (isLocked) drafts.clear()
  }, [drafts, isLocked])
  return drafts
}

/** What is read once for the whole open window. */
function Open({ status, drafts }: Pick<Shell, 'status' | 'drafts'>) {
  const client = useClient()
  const navigation = usePlace()
  const [settingsFailure, setSettingsFailure] = useState<UserFailure | null>(null)
  const notices = useNotices()
  const [work] = useState(() => ({
    asking: createAsking(client),
    offers: createTakenOffers(),
    consulting: createConsulting(client),
    checking: createChecking(client),
    uploads: createUploads(client, window.host),
    downloads: createDownloads(client),
  }))
  const settings = useLoaded((of) => of.application.settings, undefined)
  const matters = useLoaded((of) => of.matter.list, undefined)
  useAppearance(settings.value)
  useReturnedQuestions(work.asking, matters.value, navigation, drafts)
  const language = useLanguage(settings.value)
  if (!settings.value || !matters.value || language === null)
    return (
      <main className="inset-6">
        <h1 className="visually-hidden">{t('window.name')}</h1>
        <FailureNote failure={settings.failure ?? matters.failure} />
        <Opening>{t('window.openingMatters')}</Opening>
      </main>
    )
  const shell: Shell = {
    ...work,
    drafts,
    ...notices,
    status,
    settings: settings.value,
    matters: matters.value,
    matter: matters.value.find(({ id }) => id === navigation.place.matter) ?? null,
    host: window.host,
    settingsFailure,
    forgetSettingsFailure: () => setSettingsFailure(null),
    async changeSettings(change: Partial<Settings>) {
      await client.application.changeSettings(change).then(
        () => setSettingsFailure(null),
        (caught: unknown) => setSettingsFailure(userFailure(caught)),
      )
      settings.reload()
    },
  }
  return (
    <NavigationContext value={navigation}>
      <ShellContext value={shell}>
        <MainWindow key={language} />
      </ShellContext>
    </NavigationContext>
  )
}

function skipToWork(event: React.MouseEvent): void {
  event.preventDefault()
  document.getElementById('work')?.focus()
}

/** Puts the theme and the size of the text on the page; without settings the system's are kept. */
function useAppearance(settings: Settings | null): void {
  const theme = settings?.appearance ?? 'system'
  const scale = settings?.textScale ?? 1
  useEffect(() => {
    const root = document.documentElement
    if (theme === 'system') delete root.dataset.theme
    else root.dataset.theme = theme
    root.style.fontSize = `${scale * 100}%`
  }, [theme, scale])
}

type Notices = {
  readonly readings: ReadonlyMap<string, ReadingProgress>
  readonly processes: readonly ProcessNotice[]
}

/** The last word about each reading queue and each child process, as the event stream brought them. */
function useNotices(): Notices {
  const [readings, setReadings] = useState<Notices['readings']>(new Map())
  const [processes, setProcesses] = useState<Notices['processes']>([])
  useAppEvents((event) => {
    if (event.type === 'reading') {
      const { progress } = event
      setReadings((last) => new Map(last).set(progress.matter, progress))
    } else if (event.type === 'process') {
      const { process, state, reason } = event
      setProcesses((last) => [...last.filter((other) => other.process !== process), { process, state, reason }])
    }
  })
  return { readings, processes }
}
