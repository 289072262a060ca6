import type { Answer } from '../../../contract/answers/answer.ts'
import type { Consultation } from '../../../contract/opinions/opinion.ts'
import { t } from '../../../wording/translate.ts'
import { PlaceLink } from '../../frame/place-link.tsx'
import { Button } from '../../parts/button.tsx'
import { useMatter, useShell } from '../../state/shell-context.ts'
import { PreparingPanel } from '../opinion-frame.tsx'
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
          <Button isOff={why !== null} onClick={ask}>
            {t('opinions.informed.write')}
          </Button>
          {why ? <span className="small muted">{why}</span> : null}
        </div>
      )}
    </section>
  )
}
