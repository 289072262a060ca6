import { useId } from 'react'
import { Button } from '../../parts/button.tsx'
import { Glyph } from '../../parts/glyph.tsx'
import { TEXT_TAGS } from '../../parts/text-tags.tsx'
import { useMatter, useShell } from '../../state/shell-context.ts'
import { t } from '../../../wording/translate.ts'
import { maskedCount } from '../packet-words.ts'
import { useProviders, useSendingAllowed } from '../use-consulting.ts'
import type { PacketWork } from './use-packet-work.ts'
import { messageText } from '../../../wording/message-text.ts'

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
  const cautions = packet.cautions.map(messageText)
  return (
    <div className="consent">
      {cautions.length > 0 ? (
        <ul className="small soft dash below-2" aria-label={t('outgoing.approval.cautions')}>
          {cautions.map((caution) => (
            <li key={caution}>{caution}</li>
          ))}
        </ul>
      ) : null}
      <p className="small soft below-2">
        {t.rich('outgoing.approval.check', {
          count: maskedCount(packet.masked),
          b: TEXT_TAGS.b,
        })}
      </p>
      <Button
        look="primary"
        className="full-width"
        isBusy={isBusy}
        whyOff={why}
        isWhyBeside
        aria-describedby={why ? reason : undefined}
        onKeyDown={(event) => event.repeat && event.preventDefault()}
        onClick={() => consulting.send(matter.id, packet.packetId, packet.hash)}
      >
        {t('outgoing.approval.send', { count: packet.characters })}
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
  if (isAllowed === false) return t('outgoing.approval.forbidden')
  if (!hasProvider) return t('outgoing.approval.noProvider')
  if (openFlags > 0)
    return isNetworkOn
      ? t('outgoing.approval.decide', { count: openFlags })
      : t('outgoing.approval.decideThenNetwork', { count: openFlags })
  if (!isNetworkOn) return t('outgoing.approval.network')
  return isAllowed === null ? t('outgoing.approval.checking') : null
}
