import type { Answer } from '../../../contract/answers/answer.ts'
import type { Consultation } from '../../../contract/opinions/opinion.ts'
import { PlaceLink } from '../../frame/place-link.tsx'
import { Button } from '../../parts/button.tsx'
import { useMatter, useShell } from '../../state/shell-context.ts'
import { PreparingPanel } from '../preparing-panel.tsx'
import { useGoToPrepared, usePreparing } from '../use-consulting.ts'
import { isOpenPacket } from '../packet-words.ts'

type Props = { readonly consultation: Consultation; readonly answer: Answer | null }

/** After the blind opinion: the same question with the analysis of this computer, reviewed and agreed to on its own. */
export function AskInformed({ consultation, answer }: Props) {
  const matter = useMatter()
  const { consulting, status } = useShell()
  const preparing = usePreparing(matter.id)
  const { blind, informed, packets } = consultation
  useGoToPrepared(matter.id)
  if (informed || !blind) return null
  const isOurs = preparing?.input.consultation === consultation.consultation
  if (preparing && isOurs && preparing.input.kind === 'informed') return <PreparingPanel preparing={preparing} />
  const open = packets.find((packet) => packet.kind === 'informed' && isOpenPacket(packet))
  const why = status.languageModel === null ? 'This needs a model on this computer; choose one in Settings.' : null
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
        Ask again with our analysis
      </h2>
      <p className="small soft">
        The model of this computer writes what each source says, item by item and without a verdict. The other model
        gets it marked “may be wrong”. You review that packet and agree to it on its own.
      </p>
      {open ? (
        <PlaceLink className="btn" to={{ name: 'opinion', packet: open.packetId, consultation: null }}>
          Go on with the informed packet…
        </PlaceLink>
      ) : (
        <div className="btns">
          <Button isOff={why !== null} onClick={ask}>
            Write our analysis…
          </Button>
          {why ? <span className="small muted">{why}</span> : null}
        </div>
      )}
    </section>
  )
}
