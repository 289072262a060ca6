import { Popover } from 'radix-ui'
import { useId, useState } from 'react'
import type { Status } from '../../contract/application.ts'
import { listWords } from '../../wording/phrases.ts'
import { t } from '../../wording/translate.ts'
import { useFacts } from '../facts/use-fact-data.ts'
import { Toggle } from '../parts/choices.tsx'
import { PopupContent } from '../parts/modal.tsx'
import { TEXT_TAGS } from '../parts/text-tags.tsx'
import { useReferences } from '../references/reference-settings.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { entranceOf, PLACES } from '../state/place.ts'
import { usePending, useShell } from '../state/shell-context.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { PlaceLink } from './place-link.tsx'
import { isWriting } from '../ask/live-answer.ts'
import type { Pending } from '../ask/create-asking.ts'
import { type Thread, threadsOf } from '../ask/threads.ts'
import { Button } from '../parts/button.tsx'
import { DamagedEntries } from '../parts/damaged-entries.tsx'
import { modelName } from '../../wording/model-name.ts'

const OTHER_MATTERS_AT_MOST = 6

type NewMatterProps = { readonly onNewMatter: () => void }

/** The left column: the matter, its places, its questions, the other matters, the network switch. */
export function Navigation({ onNewMatter }: NewMatterProps) {
  const { matter } = useShell()
  return (
    <nav className="nav" aria-label={t('frame.navigation.label')}>
      <div className="nav-in">
        <MatterMenu onNewMatter={onNewMatter} />
        <Places />
        {matter ? <Questions key={matter.id} matter={matter.id} /> : null}
        <OtherMatters onNewMatter={onNewMatter} />
        <NetworkFoot />
      </div>
    </nav>
  )
}

function Places() {
  const { matter } = useShell()
  const { place } = useNavigation()
  return (
    <ul aria-label={t('frame.navigation.places')}>
      {PLACES.filter(({ needsMatter }) => matter || !needsMatter).map(({ name }) => (
        <li key={name}>
          <PlaceLink to={entranceOf(name)} aria-current={place.name === name ? 'page' : undefined}>
            {t(`window.places.${name}`)}
            {name === 'library' && matter ? <span className="count">{matter.documents}</span> : null}
            {name === 'evaluation' ? <RunGoing /> : null}
            {name === 'drafts' && matter ? <OpenFindings key={matter.id} matter={matter.id} /> : null}
            {name === 'facts' && matter ? <ToConfirm key={matter.id} matter={matter.id} /> : null}
          </PlaceLink>
        </li>
      ))}
    </ul>
  )
}

/** How far a run has come that goes on in the background. */
function RunGoing() {
  const going = useLoaded((of) => of.evaluation.going, undefined).value
  if (!going) return null
  const { done, of } = going
  return (
    <span className="count" aria-label={t('frame.navigation.runningLabel', { done, of })} role="img">
      {t('frame.navigation.running', { done, of })}
    </span>
  )
}

/** How many facts are to be confirmed; in figures alone, for beside the name of the place there is room for no more. */
function ToConfirm({ matter }: { readonly matter: string }) {
  const waiting = useFacts(matter).value?.filter(({ state }) => state === 'proposed').length ?? 0
  return waiting > 0 ? (
    <span className="count due" title={t('frame.navigation.factsToConfirm', { count: waiting })}>
      {t.rich('frame.navigation.toConfirm', { ...TEXT_TAGS, count: waiting })}
    </span>
  ) : null
}

/** How many findings of its drafts are open; beside the place there is room for the word where the window is wide. */
function OpenFindings({ matter }: { readonly matter: string }) {
  const drafts = useLoaded((of) => of.draft.list, { matter }).value ?? []
  const open = drafts.reduce((sum, { result }) => sum + (result?.open ?? 0), 0)
  return open > 0 ? (
    <span className="count" title={t('frame.navigation.openFindings', { count: open })}>
      {t.rich('frame.navigation.open', {
        narrow: (words) => <span className="hide-narrow">{words}</span>,
        count: open,
      })}
    </span>
  ) : null
}

function OtherMatters({ onNewMatter }: NewMatterProps) {
  const { matter, matters } = useShell()
  const { place } = useNavigation()
  const others = matters.filter(({ id, archived }) => id !== matter?.id && !archived)
  return (
    <div className="hist">
      <h2>{matter ? t('frame.navigation.otherMatters') : t('frame.navigation.matters')}</h2>
      <ul>
        {others.slice(0, OTHER_MATTERS_AT_MOST).map(({ id, matter: name }) => (
          <li key={id}>
            <PlaceLink to={{ name: 'ask', matter: id, answer: null }} title={name}>
              <span>{name}</span>
            </PlaceLink>
          </li>
        ))}
        <li>
          <button type="button" onClick={onNewMatter}>
            {t('matters.create')}
          </button>
        </li>
        <li>
          <PlaceLink to={{ name: 'matters' }} aria-current={place.name === 'matters' ? 'page' : undefined}>
            <span>{t('frame.navigation.allMatters')}</span>
            <span className="count">{matters.length}</span>
          </PlaceLink>
        </li>
      </ul>
    </div>
  )
}

/** The name of the matter; opens the list of all. */
function MatterMenu({ onNewMatter }: NewMatterProps) {
  const { matter, matters } = useShell()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  const active = matters.filter(({ archived }) => !archived)
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger className="matter" data-testid="matter-menu">
        <b>
          {matter?.matter ?? t('window.name')}
          <span className="chev open" aria-hidden="true" />
        </b>
        <small>{matter ? matter.subtitle || ' ' : t('frame.navigation.noMatter')}</small>
      </Popover.Trigger>
      <PopupContent gap={4} label={t('frame.navigation.chooseMatter')}>
        <ul className="menu tall">
          {active.map(({ id, matter: name }) => (
            <li key={id}>
              <PlaceLink
                to={{ name: 'ask', matter: id, answer: null }}
                onGo={close}
                aria-current={id === matter?.id ? 'true' : undefined}
              >
                {name}
              </PlaceLink>
            </li>
          ))}
          <li className="menu-foot">
            <button
              type="button"
              onClick={() => {
                close()
                onNewMatter()
              }}
            >
              {t('matters.create')}
            </button>
          </li>
          <li>
            <PlaceLink to={{ name: 'matters' }} onGo={close}>
              {t('frame.navigation.allMatters')}
            </PlaceLink>
          </li>
        </ul>
      </PopupContent>
    </Popover.Root>
  )
}

/** What the last check for a newer version found, and where more is said of it; nothing where this is the newest. */
function NewerVersion() {
  const known = useLoaded((of) => of.update.state, undefined).value?.known
  if (known?.outcome !== 'newer') return null
  return (
    <small>
      <PlaceLink to={{ name: 'settings', section: 'data' }}>
        {t('frame.navigation.newerVersion', { version: known.version })}
      </PlaceLink>
    </small>
  )
}

/** The network switch and the model in use, in sight from every place. */
function NetworkFoot() {
  const { settings, status, changeSettings } = useShell()
  const label = useId()
  const remote = (useReferences().value ?? []).flatMap(({ reference, host }) => (host ? [{ reference, host }] : []))
  const only = remote.length === 1 ? remote[0] : undefined
  const model = modelWords(status.languageModel)
  return (
    <div className="foot">
      <div className="line">
        <span id={label}>{t('frame.navigation.network')}</span>
        <span className="row-1 centred">
          {settings.network ? t('frame.navigation.networkOn') : t('frame.navigation.networkOff')}
          <Toggle labelledBy={label} isOn={settings.network} onChange={(network) => void changeSettings({ network })} />
        </span>
      </div>
      <small>{settings.network ? t('frame.navigation.whatIsOn') : t('frame.navigation.whatIsOff')}</small>
      {settings.network && remote.length > 0 ? (
        <small
          title={listWords(remote.map(({ reference, host }) => t('frame.navigation.reference', { reference, host })))}
        >
          <PlaceLink to={{ name: 'settings', section: 'references' }}>
            {only ? t('frame.navigation.readsOne', only) : t('frame.navigation.readsSeveral', { count: remote.length })}
          </PlaceLink>
        </small>
      ) : null}
      <div className="line">
        <PlaceLink to={{ name: 'settings', section: 'models' }}>{t('frame.navigation.model')}</PlaceLink>
        <span className={model.isMissing ? 'warn' : ''} title={model.words}>
          {model.words}
        </span>
      </div>
      <NewerVersion />
    </div>
  )
}

/** The model in use, in two words. */
function modelWords(model: Status['languageModel']): { readonly words: string; readonly isMissing: boolean } {
  if (!model) return { words: t('frame.navigation.noModel'), isMissing: true }
  return { words: t(`frame.navigation.modelStates.${model.state}`, { name: modelName(model.id) }), isMissing: false }
}

const AT_FIRST = 30

/** The questions of a matter, newest first; the older ones on request. */
function Questions({ matter }: { readonly matter: string }) {
  const { place } = useNavigation()
  const pending = usePending(matter)
  const [areAllShown, setAllShown] = useState(false)
  const answers = useLoaded((of) => of.answer.list, { matter })
  const rows = questionRows(threadsOf(answers.value ?? []), pending)
  const older = areAllShown ? 0 : Math.max(0, rows.length - AT_FIRST)
  const damaged = <DamagedEntries matter={matter} kinds={['answer', 'correction']} />
  if (rows.length === 0) return damaged
  return (
    <div className="hist">
      <h2>{t('frame.questions.title')}</h2>
      <ul>
        {rows.slice(0, rows.length - older).map(({ address, question, state }) => {
          const isCurrent = place.name === 'ask' && place.answer === address
          return (
            <li key={address}>
              <PlaceLink
                to={{ name: 'ask', answer: address }}
                title={question}
                aria-current={isCurrent ? 'true' : undefined}
              >
                <span>{question}</span>
                {state ? <span className="count">{t(`frame.questions.states.${state}`)}</span> : null}
              </PlaceLink>
            </li>
          )
        })}
        {older > 0 ? (
          <li>
            <Button look="link" isSmall onClick={() => setAllShown(true)}>
              {t('frame.questions.older', { count: older })}
            </Button>
          </li>
        ) : null}
      </ul>
      {damaged}
    </div>
  )
}

type QuestionRow = {
  /** Where it is shown: the name of its answer, or the key of a question that has none yet. */
  readonly address: string
  readonly question: string
  readonly state: 'waiting' | 'writing' | null
}

/** The first questions of a matter's threads, newest first; before them those that wait or are being answered. */
export function questionRows(threads: readonly Thread[], { lives, waiting }: Pending): readonly QuestionRow[] {
  const stored = threads.map(({ root }): QuestionRow => {
    const isWritten = lives.some((live) => isWriting(live) && live.answerId === root.answerId)
    return { address: root.answerId, question: root.question, state: isWritten ? 'writing' : null }
  })
  const isStored = (address: string) => stored.some((row) => row.address === address)
  const written = lives
    .filter((live) => live.follows === null && live.partOf === null && !live.failure)
    .map(({ key, answerId, question, finished }): QuestionRow => {
      return { address: answerId ?? key, question, state: finished ? null : 'writing' }
    })
    .filter(({ address }) => !isStored(address))
  const next = waiting
    .filter(({ follows, partOf }) => follows === null && partOf === undefined)
    .map(({ key, question }): QuestionRow => ({ address: key, question, state: 'waiting' }))
  return [...next.toReversed(), ...written.toReversed(), ...stored]
}
