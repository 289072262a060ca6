import type { Consultation } from '../../contract/opinion.ts'
import { PlaceLink } from '../frame/place-link.tsx'
import { Button } from '../parts/button.tsx'
import { useMatter, useShell } from '../state/shell-context.ts'
import { BiasResult } from './bias-result.tsx'
import { CheckBiasHere } from './check-bias-here.tsx'
import { isOpenPacket } from './packet-words.ts'
import { PreparingPanel } from './preparing-panel.tsx'
import { usePreparing } from './use-consulting.ts'
import { useGoToPrepared } from './use-go-to-prepared.ts'

type Props = { readonly consultation: Consultation }

/** The blind packet once more with sex and origin swapped: reviewed and agreed to like any other, or asked here; never an opinion. */
export function BiasCheck({ consultation }: Props) {
  const { blind, biasCheck, biasCheckHere, consultation: id } = consultation
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
      {biasCheck ? <BiasResult check={biasCheck} packet={biasCheck.packetId} consultation={id} /> : null}
      {biasCheckHere ? <BiasResult check={biasCheckHere} packet={null} consultation={id} /> : null}
      {preparing?.input.kind === 'counterfactual' && preparing.input.consultation === id ? (
        <PreparingPanel preparing={preparing} />
      ) : (
        <Ask consultation={consultation} />
      )}
      <CheckBiasHere consultation={id} isAgain={biasCheckHere !== null} />
    </section>
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
