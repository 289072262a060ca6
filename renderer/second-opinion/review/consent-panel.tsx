import { useId } from 'react'
import { Button } from '../../parts/button.tsx'
import { Glyph } from '../../parts/glyph.tsx'
import { useMatter, useShell } from '../../state/shell-context.ts'
import { formatCount } from '../../../wording/format-quantity.ts'
import { maskedCount } from '../packet-words.ts'
import { useProviders, useSendingAllowed } from '../use-consultations.ts'
import type { PacketWork } from './use-packet-work.ts'

/** What is said before the yes, and the one button that sends. No key does, and a key that is held down presses it once. */
export function ConsentPanel({ work }: { readonly work: PacketWork }) {
  const { packet, isBusy } = work
  const matter = useMatter()
  const { settings, consulting } = useShell()
  const providers = useProviders().value
  const why = whyNotSend({
    openFlags: packet.openFlags,
    isNetworkOn: settings.network,
    isAllowed: useSendingAllowed(matter.id).value?.allowed ?? null,
    hasProvider: providers?.some(({ provider }) => provider === packet.provider) ?? true,
  })
  const reason = useId()
  // This one stands below, with the count.
  const cautions = packet.cautions.filter((caution) => !caution.startsWith('Identifiers may remain'))
  return (
    <div className="consent">
      {cautions.length > 0 ? (
        <ul className="small soft dash below-2" aria-label="Cautions">
          {cautions.map((caution) => (
            <li key={caution}>{caution}</li>
          ))}
        </ul>
      ) : null}
      <p className="small soft below-2">
        {formatCount(maskedCount(packet.masked), 'item')} masked by these rules. <b>Check for remaining identifiers.</b>{' '}
        Your approval covers this exact text only.
      </p>
      <Button
        look="primary"
        className="full-width"
        isOff={why !== null || isBusy}
        aria-describedby={why ? reason : undefined}
        onKeyDown={(event) => event.repeat && event.preventDefault()}
        onClick={() => consulting.send(matter.id, packet.packetId, packet.hash)}
      >
        Agree and send these {formatCount(packet.characters, 'character')}
      </Button>
      {why ? (
        <p className="small warn note above-2" id={reason} data-testid="why-not-send">
          <Glyph shape="caution" />
          <span>{why}</span>
        </p>
      ) : null}
    </div>
  )
}

type SendConditions = {
  readonly openFlags: number
  readonly isNetworkOn: boolean
  /** Null: not known yet. */
  readonly isAllowed: boolean | null
  readonly hasProvider: boolean
}

/** Why nothing can be sent now, with what to do about it; null: it can. */
export function whyNotSend({ openFlags, isNetworkOn, isAllowed, hasProvider }: SendConditions): string | null {
  if (isAllowed === false)
    return 'Sending is forbidden for this matter. Settings, under Privacy, says so and can change it.'
  if (!hasProvider) return 'The provider is no longer set up. Choose another, or set it up in Settings.'
  const decide = openFlags > 0 ? `Decide ${formatCount(openFlags, 'word')} first.` : ''
  const network = isNetworkOn ? '' : `${decide ? 'Then switch' : 'Switch'} the network on; it is off.`
  const words = [decide, network].filter(Boolean).join(' ')
  if (words) return words
  return isAllowed === null ? 'Looking whether this matter may be sent from.' : null
}
