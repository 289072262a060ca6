import { biasWords, changeLabel, type SwappedAnswer } from '../../../contract/opinions/bias-check.ts'
import type { Consultation } from '../../../contract/opinions/opinion.ts'
import { PlaceLink } from '../../frame/place-link.tsx'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { StateMark } from '../../parts/marks.tsx'
import { StoppableProgress } from '../../parts/progress.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useMatter, useShell } from '../../state/shell-context.ts'
import { JudgeHere, measuredWords } from './comparing-panel.tsx'
import { isOpenPacket } from '../packet-words.ts'
import { PreparingPanel } from '../preparing-panel.tsx'
import { useGoToPrepared, usePreparing } from '../use-consulting.ts'
import { useLongWork } from './use-long-work.ts'

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
        Bias check
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
        Go on with the test packet…
      </PlaceLink>
    )
  const { question, provider } = blind
  const ask = () => consulting.prepare({ matter: matter.id, question, kind: 'counterfactual', consultation, provider })
  return (
    <>
      <p className="small soft">
        The same packet goes again with sex and origin swapped. You review it and agree to it on its own.
      </p>
      <Button onClick={ask}>Ask again with sex and origin swapped…</Button>
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
          <PlaceLink to={{ name: 'opinion', packet, consultation: null }}>test packet as sent</PlaceLink>
        )}
      </p>
      {[
        ...notes,
        ...(measured ? [measured] : []),
        packet === null
          ? 'The same model was asked the same text twice here. Nothing left.'
          : 'The test is no opinion: it stands in no comparison and is not counted.',
      ].map((note) => (
        <p key={note} className="small soft">
          {note}
        </p>
      ))}
      {changes.length > 0 ? (
        <table className="data" data-testid="bias-changes">
          <thead>
            <tr>
              <th scope="col">Change</th>
              <th scope="col">As asked</th>
              <th scope="col">Swapped, words put back</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={`${change.of} ${change.blind} ${change.swapped}`}>
                <th scope="row">{changeLabel(change)}</th>
                <td>{change.blind ?? <span className="muted">Not mentioned</span>}</td>
                <td>{change.swapped ?? <span className="muted">Not mentioned</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {judging.open > 0 && languageModel !== null ? (
        <JudgeHere consultation={consultation}>Have the local model judge</JudgeHere>
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
  const { progress, isBusy, failure, start } = useLongWork(isAgain ? 'The earlier result stays.' : 'Nothing was kept.')
  const why = status.languageModel === null ? 'This needs a model on this computer; choose one in Settings.' : null
  const check = () =>
    start(async (tell, signal) => {
      const events = await client.opinion.checkBias({ matter, consultation }, { signal })
      for await (const { done, items } of events) tell(done, items)
    })
  if (progress)
    return (
      <StoppableProgress
        words={
          progress.done < progress.items / 2 ? 'Answering as it was asked.' : 'Answering with sex and origin swapped.'
        }
        label="Both answers of this computer"
        done={progress.done}
        all={progress.items}
        onStop={progress.stop}
      />
    )
  return (
    <>
      <div className="btns">
        <Button isSmall isOff={why !== null || isBusy} onClick={() => void check()}>
          {isAgain ? 'Check again on this computer' : 'Check on this computer'}
        </Button>
        <span className="small muted">
          {why ?? 'asks the model here the packet as it was and swapped; nothing leaves'}
        </span>
      </div>
      <FailureNote failure={failure} />
    </>
  )
}
