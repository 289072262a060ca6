import { Popover } from 'radix-ui'
import { useState } from 'react'
import { PopupContent } from '../parts/popup-content.tsx'
import { useShell } from '../state/shell-context.ts'
import { PlaceLink } from './place-link.tsx'

/** The name of the matter; opens the list of all. */
export function MatterMenu() {
  const { matter, matters } = useShell()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  const active = matters.filter(({ archived }) => !archived)
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger className="matter" data-testid="matter-menu">
        <b>
          {matter?.matter ?? 'Consilium'}
          <span className="chev open" aria-hidden="true" />
        </b>
        <small>{matter ? matter.subtitle || ' ' : 'no matter chosen'}</small>
      </Popover.Trigger>
      <PopupContent gap={4} label="Choose a matter">
        <ul className="menu max-h-80 overflow-auto">
          {active.map(({ id, matter: name }) => (
            <li key={id}>
              <PlaceLink
                to={{ name: 'ask', matter: id, answer: null }}
                onGo={close}
                aria-current={id === matter?.id ? 'true' : undefined}
              >
                {name}
              </PlaceLink>
            </li>
          ))}
          <li className="mt-1 border-t border-line pt-1">
            <PlaceLink to={{ name: 'matters' }} onGo={close}>
              All matters
            </PlaceLink>
          </li>
        </ul>
      </PopupContent>
    </Popover.Root>
  )
}
