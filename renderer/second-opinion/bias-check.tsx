import type { BiasCheck as Check } from '../../contract/bias-check.ts'
import { biasWords, changeLabel } from '../../contract/bias-words.ts'
import type { Consultation } from '../../contract/opinion.ts'
import { PlaceLink } from '../frame/place-link.tsx'
import { Button } from '../parts/button.tsx'
import { StateMark } from '../parts/state-mark.tsx'
import { useMatter, useShell } from '../state/shell-context.ts'
import { measuredWords } from './comparing-words.ts'
import { JudgeHere } from './judge-here.tsx'
import { isOpenPacket } from './packet-words.ts'
import { PreparingPanel } from './preparing-panel.tsx'
import { usePreparing } from './use-consulting.ts'
import { useGoToPrepared } from './use-go-to-prepared.ts'

type Props = { readonly consultation: Consultation }

/** The blind packet once more with sex and origin swapped: reviewed and agreed to like any other, never an opinion. */
export function BiasCheck({ consultation }: Props) {
  const { blind, biasCheck, consultation: id } = consultation
  const matter = useMatter()
  const preparing = usePreparing(matter.id)
  useGoToPrepared(matter.id)
  if (!blind || blind.state === 'failed') return null
  return (
    <section
      className="rule-top mt-6 grid gap-2 justify-items-start"
      aria-labelledby="bias-check"
      data-testid="bias-check"
    >
      <h2 className="h mb-0" id="bias-check">
        Bias check
      </h2>
      {biasCheck ? <Result check={biasCheck} consultation={id} /> : null}
      {preparing?.input.kind === 'counterfactual' && preparing.input.consultation === id ? (
        <PreparingPanel preparing={preparing} />
      ) : (
        <Ask consultation={consultation} />
      )}
    </section>
  )
}

const MARKS = {
  unchanged: { shape: 'ready', tone: 'ok' },
  changed: { shape: 'caution', tone: 'bad' },
  unclear: { shape: 'partial', tone: 'warn' },
} as const

function Result({ check, consultation }: { readonly check: Check; readonly consultation: string }) {
  const { state, changes, notes, packetId, judging } = check
  const { languageModel } = useShell().status
  const measured = measuredWords(judging)
  return (
    <>
      <p>
        <StateMark {...MARKS[state]}>{biasWords(check)}</StateMark>{' '}
        <PlaceLink to={{ name: 'opinion', packet: packetId, consultation: null }}>test packet as sent</PlaceLink>
      </p>
      {[
        ...notes,
        ...(measured ? [measured] : []),
        'The test is no opinion: it stands in no comparison and is not counted.',
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

function Ask({ consultation: { consultation, blind, packets } }: Props) {
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
