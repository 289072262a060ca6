import { Popover } from 'radix-ui'
import { hasMovedOn } from './has-moved-on.ts'

type Props = {
  readonly label: string
  readonly look?: string
  readonly gap: number
  readonly children: React.ReactNode
}

/**
 * What opens below the trigger of a `Popover.Root`. When it closes the focus goes back to the trigger, though only after a timer of the
 * library: on a busy computer whoever closed it may write elsewhere by then, and keeps the focus.
 */
export function PopupContent({ label, look = '', gap, children }: Props) {
  return (
    <Popover.Portal>
      <Popover.Content
        className={`popover ${look}`}
        align="start"
        sideOffset={gap}
        aria-label={label}
        onCloseAutoFocus={(event) => hasMovedOn() && event.preventDefault()}
      >
        {children}
      </Popover.Content>
    </Popover.Portal>
  )
}
