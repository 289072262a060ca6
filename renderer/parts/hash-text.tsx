import { Tooltip } from 'radix-ui'
import { shortHash } from '../../wording/phrases.ts'
import { t } from '../../wording/translate.ts'

/** A hash by its ends; the whole of it on focus or hover. */
export function HashText({ hash }: { readonly hash: string }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>
        <button
          type="button"
          className="mono hash-text"
          aria-label={t('frame.hash', { ends: shortHash(hash), whole: hash })}
        >
          {shortHash(hash)}
        </button>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="tooltip" sideOffset={4}>
          {hash}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
