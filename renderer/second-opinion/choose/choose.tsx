import { t } from '../../../wording/translate.ts'
import { linkTo } from '../../frame/place-link.tsx'
import { DamagedEntries } from '../../parts/damaged-entries.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useMatter } from '../../state/shell-context.ts'
import { ChooseQuestion } from './choose-question.tsx'
import { EarlierOpinions } from './earlier-opinions.tsx'
import { KeptWords, KnownTerms } from './matter-terms.tsx'
import { OpinionFrame } from '../opinion-frame.tsx'
import { PreparingPanel } from '../preparing-panel.tsx'
import { useConsultations, usePackets, useProviders, useSendingAllowed } from '../use-consultations.ts'
import { useGoToPrepared, usePreparing } from '../use-consulting.ts'

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
