import { Fragment, type RefObject, Suspense, useEffect, useRef, useState } from 'react'
import { QUESTION_BOX } from '../ask/question/question-box.tsx'
import { type Messages, t } from '../../wording/translate.ts'
import { NewMatter } from '../matters/create-matter.tsx'
import { useWindowKeys } from '../keys/use-window-keys.ts'
import { PageBoundary } from '../parts/boundary.tsx'
import { Opening } from '../parts/progress.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { entranceOf, type PlaceName, PLACES } from '../state/place.ts'
import { useShell } from '../state/shell-context.ts'
import { DropZone } from './drop-zone.tsx'
import { Navigation } from './navigation.tsx'
import { Palette } from './palette.tsx'
import { ProcessNotice, SettingsNotice } from './notices.tsx'
import {
  Ask,
  Drafts,
  Evaluation,
  Facts,
  forgetFailedPages,
  Knowledge,
  Ledger,
  Library,
  Matters,
  SecondOpinion,
  Settings,
  Surveys,
  Welcome,
} from './pages.tsx'
import { Modal } from '../parts/modal.tsx'

/** The open window: navigation, the place one is at, and what lies over all places. */
export function MainWindow() {
  const { settings, matter } = useShell()
  const { place, go } = useNavigation()
  const [dialog, setDialog] = useState<'palette' | 'help' | 'new-matter' | null>(null)
  const [wanted, setWanted] = useState<Wanted>({ documentId: null, times: 0 })
  useBeginInSample()
  useWindowKeys(
    {
      goToPlace(number) {
        const to = PLACES[number - 1]
        if (to && (matter || !to.needsMatter)) go(entranceOf(to.name))
      },
      openPalette: () => setDialog('palette'),
      openHelp: () => setDialog('help'),
      goToQuestion() {
        const box = document.querySelector<HTMLElement>(`[${QUESTION_BOX}]`)
        if (box) box.focus()
        else if (matter) go({ name: 'ask', answer: null })
      },
    },
    settings.singleKeys,
  )
  const arrival = `${place.name} ${place.matter} ${place.answer === null} ${place.packet} ${place.consultation}`
  const arrivedRef = useRef(arrival)
  return (
    <>
      <ProcessNotice />
      <SettingsNotice />
      <div className="app">
        <Navigation onNewMatter={() => setDialog('new-matter')} />
        <PageBoundary place={`${arrival} ${place.answer}`} onRetry={forgetFailedPages}>
          <Suspense fallback={<ComingPage />}>
            <PlaceOnScreen wanted={wanted} />
            <FocusOnArrival place={arrival} arrivedRef={arrivedRef} />
          </Suspense>
        </PageBoundary>
      </div>
      <DropZone />
      {dialog === 'palette' ? (
        <Palette
          onClose={() => setDialog(null)}
          onNewMatter={() => setDialog('new-matter')}
          onDocument={(documentId) => setWanted({ documentId, times: wanted.times + 1 })}
        />
      ) : null}
      {dialog === 'help' ? <KeyHelp onClose={() => setDialog(null)} /> : null}
      {dialog === 'new-matter' ? <NewMatter onClose={() => setDialog(null)} /> : null}
    </>
  )
}

/** A document that was gone to; `times` tells one going from the next. */
type Wanted = { readonly documentId: string | null; readonly times: number }

/** Places that are there without a matter. */
const OF_NO_MATTER: Readonly<Partial<Record<PlaceName, React.FunctionComponent<object>>>> = {
  settings: Settings,
  knowledge: Knowledge,
  evaluation: Evaluation,
  ledger: Ledger,
}

function PlaceOnScreen({ wanted }: { readonly wanted: Wanted }) {
  const { matter, settings } = useShell()
  const { place } = useNavigation()
  const Free = OF_NO_MATTER[place.name]
  if (Free) return <Free />
  if (place.name === 'matters' || !matter) return <Matters />
  if (place.name === 'library') return <LibraryOnScreen matter={matter.id} wanted={wanted} />
  if (place.name === 'facts') return <Facts key={matter.id} />
  if (place.name === 'drafts') return <Drafts key={matter.id} />
  if (place.name === 'opinion') return <SecondOpinion key={matter.id} />
  const isWelcome = !settings.welcomed && matter.sample && place.answer === null
  return isWelcome ? <Welcome /> : <Ask key={matter.id} />
}

function LibraryOnScreen({ matter, wanted }: { readonly matter: string; readonly wanted: Wanted }) {
  const { libraryTab } = useNavigation().place
  if (libraryTab !== 'documents') return <Surveys key={matter} tab={libraryTab} />
  return <Library key={`${matter} ${wanted.times}`} initial={wanted.documentId} />
}

/** The first start begins in the sample matter. */
function useBeginInSample(): void {
  const { settings, matters } = useShell()
  const { place, replace } = useNavigation()
  const isBeginning = !settings.welcomed && place.name === 'matters' && place.matter === null
  const sample = isBeginning ? (matters.find((one) => one.sample)?.id ?? null) : null
  useEffect(() => {
    if (sample) replace({ name: 'ask', matter: sample })
  }, [sample, replace])
}

/** While the script of a page comes. */
function ComingPage() {
  return (
    <main className="work" id="work" tabIndex={-1}>
      <Opening>{t('frame.page.opening')}</Opening>
    </main>
  )
}

type FocusOnArrivalProps = { readonly place: string; readonly arrivedRef: RefObject<string> }

/**
 * Says to a screen reader where one is: the heading of a new place takes the focus, but never the first place's. Beside the page, so
 * that it waits for a page that is still coming; `arrivedRef` is kept outside, where a page that fails does not take it along.
 */
function FocusOnArrival({ place, arrivedRef }: FocusOnArrivalProps) {
  useEffect(() => {
    if (arrivedRef.current === place) return
    arrivedRef.current = place
    document.querySelector<HTMLElement>('#work h1')?.focus()
  }, [place, arrivedRef])
  return null
}

type Keys = readonly (readonly [caps: string, does: string])[]

function windowKeys(): Keys {
  const row = (name: keyof Messages['frame']['keys']['window']) =>
    [t(`frame.keys.window.${name}.caps`), t(`frame.keys.window.${name}.does`)] as const
  const places = PLACES.map(({ name }) => t(`window.places.${name}`)).join(', ')
  return [
    ...(['question', 'goTo', 'sentence', 'list', 'open', 'source', 'close', 'answer', 'mask'] as const).map(row),
    [t('frame.keys.places', { count: PLACES.length }), places],
    row('help'),
  ]
}

function documentKeys(): Keys {
  return (['find', 'next', 'page', 'scroll', 'ends', 'goTo', 'zoom', 'turn', 'copy'] as const).map((name) => [
    t(`frame.keys.document.${name}.caps`),
    t(`frame.keys.document.${name}.does`),
  ])
}

/** All keys that do something, in one dialog. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const { settings } = useShell()
  return (
    <Modal title={t('frame.keys.title')} onClose={onClose}>
      <KeyList keys={windowKeys()} />
      <h3 className="h above-2">{t('frame.keys.inDocument')}</h3>
      <KeyList keys={documentKeys()} />
      <p className="small muted">
        {settings.singleKeys ? t('frame.keys.lettersOn') : t('frame.keys.lettersOff')} {t('frame.keys.neverSend')}
      </p>
    </Modal>
  )
}

function KeyList({ keys }: { readonly keys: Keys }) {
  return (
    <dl className="keys-list">
      {keys.map(([names, does]) => (
        <Fragment key={names}>
          <dt className="one-line">
            {names.split('  ').map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
