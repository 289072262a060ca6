import { t } from '../../wording/translate.ts'
import { linkTo, PlaceLink } from '../frame/place-link.tsx'
import { DamagedEntries } from '../parts/damaged-entries.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useMatter, useShell } from '../state/shell-context.ts'
import { KeptWords, KnownTerms } from './matter-terms.tsx'
import { OpinionFrame, PreparingPanel } from './opinion-frame.tsx'
import {
  questionBox,
  useConsultations,
  useGoToPrepared,
  usePackets,
  usePreparing,
  useProviders,
  useSendingAllowed,
} from './use-consulting.ts'
import type { Consultation } from '../../contract/opinions/opinion.ts'
import type { PacketRow } from '../../contract/opinions/packet.ts'
import { StateMark } from '../parts/marks.tsx'
import { formatTime } from '../../wording/format-time.ts'
import { listWords } from '../../wording/phrases.ts'
import { isOpenPacket, PACKET_STATES } from './packet-words.ts'
import { messageText } from '../../wording/message-text.ts'
import { useId, useState } from 'react'
import type { Answer } from '../../contract/answers/answer.ts'
import type { Provider } from '../../contract/opinions/provider.ts'
import { Button } from '../parts/button.tsx'
import { Opening } from '../parts/progress.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { useDraft } from '../ask/question/question-box.tsx'
import { useLoaded } from '../state/use-loaded.ts'

/** Step 1: what is asked, of whom, and what was asked before. Nothing is sent from here. */
export function Choose() {
  const matter = useMatter()
  const preparing = usePreparing(matter.id)
  const providers = useProviders()
  const consultations = useConsultations(matter.id)
  const packets = usePackets(matter.id)
  useGoToPrepared(matter.id)
  return (
    <OpinionFrame step="choose">
      <div className="col stack-6">
        <FailureNote failure={providers.failure ?? consultations.failure ?? packets.failure} />
        <Forbidden matter={matter.id} />
        {preparing && preparing.packetId === null ? (
          <PreparingPanel preparing={preparing} />
        ) : providers.value ? (
          <ChooseQuestion providers={providers.value} />
        ) : null}
        <EarlierOpinions consultations={consultations.value ?? []} packets={packets.value ?? []} />
        <DamagedEntries
          matter={matter.id}
          // oxlint-disable-next-line consilium/no-bare-text -- kinds of entries, said by `damagedWords`
          kinds={['opinion', 'outgoing text', 'decision', 'suggestion', 'pseudonym', 'setting']}
        />
        <KnownTerms matter={matter.id} />
        <KeptWords matter={matter.id} />
      </div>
    </OpinionFrame>
  )
}

function Forbidden({ matter }: { readonly matter: string }) {
  const sending = useSendingAllowed(matter)
  if (sending.value?.allowed !== false) return null
  return (
    <p className="sunk soft">
      {t.rich('opinions.choose.forbidden', {
        link: linkTo({ name: 'settings', section: 'privacy' }),
      })}
    </p>
  )
}

type Props = { readonly consultations: readonly Consultation[]; readonly packets: readonly PacketRow[] }

/** What was asked before in this matter: what still needs a yes, and what came back. */
function EarlierOpinions({ consultations, packets }: Props) {
  const open = packets.filter((packet) => isOpenPacket(packet) || packet.state === 'sending')
  const unknown = packets.filter(({ state }) => state === 'may-have-been-sent')
  const answered = consultations.filter(({ blind, informed, damagedOpinions }) => blind || informed || damagedOpinions)
  if (open.length + unknown.length + answered.length === 0) return null
  return (
    <section className="rule-top" aria-labelledby="earlier">
      <h2 className="h" id="earlier">
        {t('opinions.earlier.title')}
      </h2>
      <ul className="earlier">
        {[...open, ...unknown].map((packet) => (
          <PacketLine key={packet.packetId} packet={packet} />
        ))}
        {answered.map((one) => (
          <li key={one.consultation}>
            <PlaceLink to={{ name: 'opinion', packet: null, consultation: one.consultation }}>{one.question}</PlaceLink>
            <small>{cameBack(one)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function cameBack({ askedAt, blind, informed, damagedOpinions, packets }: Consultation): string {
  const opinions = [
    ...(blind ? [t('opinions.voices.blind')] : []),
    ...(informed ? [t('opinions.voices.informed')] : []),
    ...(damagedOpinions > 0 ? [t('opinions.earlier.damaged', { count: damagedOpinions })] : []),
  ]
  const provider = (informed ?? blind ?? packets[0])?.provider ?? ''
  return t('opinions.earlier.answered', { opinions: listWords(opinions), provider, time: formatTime(askedAt) })
}

function PacketLine({
  packet: { packetId, question, kind, provider, createdAt, state, why },
}: {
  readonly packet: PacketRow
}) {
  const { shape, tone } = PACKET_STATES[state]
  const asked = { kind: t(`opinions.kinds.${kind}`), provider, time: formatTime(createdAt) }
  return (
    <li data-testid="open-packet">
      <PlaceLink to={{ name: 'opinion', packet: packetId, consultation: null }}>{question}</PlaceLink>{' '}
      <StateMark shape={shape} tone={tone}>
        {t(`outgoing.states.${state}`)}
      </StateMark>
      <small>
        {why
          ? t('opinions.earlier.askedWithReason', { ...asked, why: messageText(why) })
          : t('opinions.earlier.asked', asked)}
      </small>
    </li>
  )
}

const ANSWERS_SHOWN = 30

/** What is asked: an answer of this computer, or a new question; and of whom. */
function ChooseQuestion({ providers }: { readonly providers: readonly Provider[] }) {
  const matter = useMatter()
  const { consulting } = useShell()
  const { place } = useNavigation()
  const answers = useLoaded((of) => of.answer.list, { matter: matter.id })
  const [typed, setTyped] = useDraft(questionBox(matter.id))
  const [chosen, setChosen] = useState<string | null>(null)
  const answer = answers.value?.find(({ answerId }) => answerId === place.answer) ?? null
  const question = answer ? answer.question : typed.trim()
  const provider = providers.find((one) => one.provider === chosen) ?? providers[0]
  const why = whyNotPrepare(provider, question)
  // Else the form would stand there without its question for a moment, and a press would do nothing.
  if (place.answer !== null && answers.value === null && answers.failure === null)
    return <Opening>{t('opinions.choose.opening')}</Opening>
  const prepare = () => {
    if (why || !provider) return
    const answerId = answer?.answerId ?? null
    consulting.prepare({ matter: matter.id, question, answerId, provider: provider.provider })
  }
  return (
    <form
      className="stack-4"
      onSubmit={(event) => {
        event.preventDefault()
        prepare()
      }}
    >
      <About answers={answers.value ?? []} answer={answer} />
      {answer ? <p className="question">{answer.question}</p> : <Question value={typed} onText={setTyped} />}
      <ChooseProvider providers={providers} provider={provider} onProvider={setChosen} />
      <p className="small soft">{t('opinions.choose.blindFirst')}</p>
      <div className="btns">
        <Button type="submit" look="primary" whyOff={why} isWhyBeside>
          {t('opinions.choose.prepare')}
        </Button>
        <span className="small muted">{why ?? t('opinions.choose.nothingSent')}</span>
      </div>
    </form>
  )
}

function whyNotPrepare(provider: Provider | undefined, question: string): string | null {
  if (!provider) return t('opinions.choose.needsProvider')
  return question ? null : t('opinions.choose.needsQuestion')
}

function About({ answers, answer }: { readonly answers: readonly Answer[]; readonly answer: Answer | null }) {
  const { replace } = useNavigation()
  const id = useId()
  const latest = answers.slice(-ANSWERS_SHOWN).toReversed()
  const shown = answer && !latest.includes(answer) ? [answer, ...latest] : latest
  return (
    <div className="field wide">
      <label htmlFor={id}>{t('opinions.choose.about')}</label>
      <select
        id={id}
        value={answer?.answerId ?? ''}
        onChange={({ target }) => replace({ answer: target.value || null })}
      >
        <option value="">{t('opinions.choose.newQuestion')}</option>
        {shown.map(({ answerId, question, askedAt }) => (
          <option key={answerId} value={answerId}>
            {t('opinions.choose.yourAnswer', { question, time: formatTime(askedAt) })}
          </option>
        ))}
      </select>
    </div>
  )
}

function Question({ value, onText }: { readonly value: string; readonly onText: (text: string) => void }) {
  const id = useId()
  return (
    <div className="field wide">
      <label htmlFor={id}>{t('opinions.choose.question')}</label>
      <textarea id={id} rows={3} value={value} onChange={({ target }) => onText(target.value)} />
    </div>
  )
}

type ChooseQuestionProps = {
  readonly providers: readonly Provider[]
  /** Undefined: none is set up. */
  readonly provider: Provider | undefined
  readonly onProvider: (provider: string) => void
}

/** Who is asked, with what it says about keeping what it gets. */
function ChooseProvider({ providers, provider, onProvider }: ChooseQuestionProps) {
  const id = useId()
  if (!provider)
    return (
      <p className="sunk soft">
        {t.rich('opinions.choose.noProvider', {
          link: linkTo({ name: 'settings', section: 'providers' }),
        })}
      </p>
    )
  return (
    <div className="field">
      <label htmlFor={id}>{t('opinions.choose.ask')}</label>
      <select id={id} value={provider.provider} onChange={({ target }) => onProvider(target.value)}>
        {providers.map(({ provider: name, model }) => (
          <option key={name} value={name}>
            {name}, {model}
          </option>
        ))}
      </select>
      <span className="small muted">{provider.retention}</span>
    </div>
  )
}
