import { biasWords, changeLabel, type SwappedAnswer } from '../../../contract/opinions/bias-check.ts'
import type { Consultation } from '../../../contract/opinions/opinion.ts'
import { t } from '../../../wording/translate.ts'
import { PlaceLink } from '../../frame/place-link.tsx'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { StateMark } from '../../parts/marks.tsx'
import { StoppableProgress } from '../../parts/progress.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useMatter, useShell } from '../../state/shell-context.ts'
import { JudgeHere, measuredWords, useLongWork } from './comparing-panel.tsx'
import { isOpenPacket } from '../packet-words.ts'
import { PreparingPanel } from '../opinion-frame.tsx'
import { useGoToPrepared, usePreparing } from '../use-consulting.ts'
import { messageText } from '../../../wording/message-text.ts'
import type { Answer } from '../../../contract/answers/answer.ts'

type Props = { readonly consultation: Consultation }

/** The blind packet once more with sex and origin swapped: reviewed and agreed to like any other, or asked here; never an opinion. */
export function BiasCheck({ consultation }: Props) {
  const { blind, biasCheck, biasCheckHere, consultation: id } = consultation
  const matter = useMatter()
  const preparing = usePreparing(matter.id)
  useGoToPrepared(matter.id)
  if (!blind || blind.state === 'failed') return null
  return (
    <section className="rule-top above-6 stack-2 start-items" aria-labelledby="bias-check" data-testid="bias-check">
      <h2 className="h flush" id="bias-check">
        {t('opinions.biasCheck.title')}
      </h2>
      {biasCheck ? <BiasResult check={biasCheck} packet={biasCheck.packetId} consultation={id} /> : null}
      {biasCheckHere ? <BiasResult check={biasCheckHere} packet={null} consultation={id} /> : null}
      {preparing?.input.kind === 'counterfactual' && preparing.input.consultation === id ? (
        <PreparingPanel preparing={preparing} />
      ) : (
        <AskSwapped consultation={consultation} />
      )}
      <CheckBiasHere consultation={id} isAgain={biasCheckHere !== null} />
    </section>
  )
}

function AskSwapped({ consultation: { consultation, blind, packets } }: Props) {
  const matter = useMatter()
  const { consulting } = useShell()
  const open = packets.find((packet) => packet.kind === 'counterfactual' && isOpenPacket(packet))
  if (!blind) return null
  if (open)
    return (
      <PlaceLink className="btn" to={{ name: 'opinion', packet: open.packetId, consultation: null }}>
        {t('opinions.biasCheck.goOn')}
      </PlaceLink>
    )
  const { question, provider } = blind
  const ask = () => consulting.prepare({ matter: matter.id, question, kind: 'counterfactual', consultation, provider })
  return (
    <>
      <p className="small soft">{t('opinions.biasCheck.hint')}</p>
      <Button onClick={ask}>{t('opinions.biasCheck.ask')}</Button>
    </>
  )
}

const MARKS = {
  unchanged: { shape: 'ready', tone: 'ok' },
  changed: { shape: 'caution', tone: 'bad' },
  unclear: { shape: 'partial', tone: 'warn' },
} as const

type ResultProps = {
  readonly check: SwappedAnswer
  /** The test packet that was sent; null: nothing was. */
  readonly packet: string | null
  readonly consultation: string
}

/** What was said otherwise once sex and origin were swapped. */
function BiasResult({ check, packet, consultation }: ResultProps) {
  const { state, changes, notes, judging } = check
  const { languageModel } = useShell().status
  const measured = measuredWords(judging)
  return (
    <>
      <p>
        <StateMark {...MARKS[state]}>{biasWords(check)}</StateMark>{' '}
        {packet === null ? null : (
          <PlaceLink to={{ name: 'opinion', packet, consultation: null }}>{t('opinions.biasCheck.asSent')}</PlaceLink>
        )}
      </p>
      {[
        ...notes.map(messageText),
        ...(measured ? [measured] : []),
        packet === null ? t('opinions.biasCheck.nothingLeft') : t('opinions.biasCheck.notCounted'),
      ].map((note) => (
        <p key={note} className="small soft">
          {note}
        </p>
      ))}
      {changes.length > 0 ? (
        <table className="data" data-testid="bias-changes">
          <thead>
            <tr>
              <th scope="col">{t('opinions.biasCheck.change')}</th>
              <th scope="col">{t('opinions.biasCheck.asAsked')}</th>
              <th scope="col">{t('opinions.biasCheck.swapped')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={`${change.of} ${change.blind} ${change.swapped}`}>
                <th scope="row">{changeLabel(change)}</th>
                <td>{change.blind ?? <span className="muted">{t('opinions.notMentioned')}</span>}</td>
                <td>{change.swapped ?? <span className="muted">{t('opinions.notMentioned')}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {judging.open > 0 && languageModel !== null ? (
        <JudgeHere consultation={consultation}>{t('opinions.biasCheck.judge')}</JudgeHere>
      ) : null}
    </>
  )
}

type HereProps = { readonly consultation: string; readonly isAgain: boolean }

/** The bias check of the model of this computer: asked the same text twice, once swapped. Nothing leaves, so nobody agrees to anything. */
function CheckBiasHere({ consultation, isAgain }: HereProps) {
  const { id: matter } = useMatter()
  const client = useClient()
  const { status } = useShell()
  const { progress, isBusy, failure, start } = useLongWork(
    t(`opinions.biasCheck.${isAgain ? 'earlierStays' : 'nothingKept'}`),
  )
  const why = status.languageModel === null ? t('opinions.needsModel') : null
  const check = () =>
    start(async (tell, signal) => {
      const events = await client.opinion.checkBias({ matter, consultation }, { signal })
      for await (const { done, items } of events) tell(done, items)
    })
  if (progress)
    return (
      <StoppableProgress
        words={t(`opinions.biasCheck.${progress.done < progress.items / 2 ? 'answering' : 'answeringSwapped'}`)}
        label={t('opinions.biasCheck.progressLabel')}
        done={progress.done}
        all={progress.items}
        onStop={progress.stop}
      />
    )
  return (
    <>
      <div className="btns">
        <Button isSmall isBusy={isBusy} whyOff={why} isWhyBeside onClick={() => void check()}>
          {isAgain ? t('opinions.biasCheck.checkAgain') : t('opinions.biasCheck.check')}
        </Button>
        <span className="small muted">{why ?? t('opinions.biasCheck.checkHint')}</span>
      </div>
      <FailureNote failure={failure} />
    </>
  )
}

type AskInformedProps = { readonly consultation: Consultation; readonly answer: Answer | null }

/** After the blind opinion: the same question with the analysis of this computer, reviewed and agreed to on its own. */
export function AskInformed({ consultation, answer }: AskInformedProps) {
  const matter = useMatter()
  const { consulting, status } = useShell()
  const preparing = usePreparing(matter.id)
  const { blind, informed, packets } = consultation
  useGoToPrepared(matter.id)
  if (informed || !blind) return null
  const isOurs = preparing?.input.consultation === consultation.consultation
  if (preparing && isOurs && preparing.input.kind === 'informed') return <PreparingPanel preparing={preparing} />
  const open = packets.find((packet) => packet.kind === 'informed' && isOpenPacket(packet))
  const why = status.languageModel === null ? t('opinions.needsModel') : null
  const ask = () =>
    consulting.prepare({
      matter: matter.id,
      question: blind.question,
      answerId: answer?.answerId ?? null,
      kind: 'informed',
      consultation: consultation.consultation,
      provider: blind.provider,
    })
  return (
    <section className="rule-top above-6 stack-2 start-items" aria-labelledby="informed">
      <h2 className="h flush" id="informed">
        {t('opinions.informed.title')}
      </h2>
      <p className="small soft">{t('opinions.informed.hint')}</p>
      {open ? (
        <PlaceLink className="btn" to={{ name: 'opinion', packet: open.packetId, consultation: null }}>
          {t('opinions.informed.goOn')}
        </PlaceLink>
      ) : (
        <div className="btns">
          <Button whyOff={why} isWhyBeside onClick={ask}>
            {t('opinions.informed.write')}
          </Button>
          {why ? <span className="small muted">{why}</span> : null}
        </div>
      )}
    </section>
  )
}
