import { useId } from 'react'
import { Button } from '../parts/button.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { useMatter, useShell } from '../state/shell-context.ts'
import { formatCount } from '../wording/format-quantity.ts'
import { maskedCount } from './packet-words.ts'
import { useProviders, useSendingAllowed } from './use-consultations.ts'
import type { PacketWork } from './use-packet-work.ts'
import { whyNotSend } from './why-not-send.ts'

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
        <ul className="small soft dash mb-2" aria-label="Cautions">
          {cautions.map((caution) => (
            <li key={caution}>{caution}</li>
          ))}
        </ul>
      ) : null}
      <p className="small soft mb-2">
        {formatCount(maskedCount(packet.masked), 'item')} masked by these rules. <b>Identifiers may remain.</b> Your yes
        belongs to this text only; one changed character voids it.
      </p>
      <Button
        look="primary"
        className="w-full"
        isOff={why !== null || isBusy}
        aria-describedby={why ? reason : undefined}
        onKeyDown={(event) => event.repeat && event.preventDefault()}
        onClick={() => consulting.send(matter.id, packet.packetId, packet.hash)}
      >
        Agree and send these {formatCount(packet.characters, 'character')}
      </Button>
      {why ? (
        <p className="small warn note mt-2" id={reason} data-testid="why-not-send">
          <Glyph shape="caution" />
          <span>{why}</span>
        </p>
      ) : null}
    </div>
  )
}
