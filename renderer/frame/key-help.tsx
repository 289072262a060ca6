import { Fragment } from 'react'
import { Modal } from '../parts/modal.tsx'
import { useShell } from '../state/shell-context.ts'

const KEYS: readonly (readonly [string, string])[] = [
  ['/', 'to the question box'],
  ['Ctrl/⌘ K', 'go to a matter, place or document'],
  ['J  K', 'next, previous sentence or row'],
  ['↑  ↓', 'within a list; Home and End to its ends'],
  ['Enter', 'open its source'],
  ['[  ]', 'previous, next source'],
  ['Esc', 'close the evidence; stop writing'],
  ['Alt 1 … 3', 'Ask, Library, Settings'],
  ['?', 'this list'],
]

/** All keys that do something, in one dialog. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const { settings } = useShell()
  return (
    <Modal title="Keys" onClose={onClose}>
      <dl className="keys-list">
        {KEYS.map(([keys, does]) => (
          <Fragment key={keys}>
            <dt className="whitespace-nowrap">
              {keys.split('  ').map((key) => (
                <kbd key={key} className="mr-1">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </Fragment>
        ))}
      </dl>
      <p className="small muted">
        {settings.singleKeys
          ? 'Single letters act outside text fields. They can be switched off in Settings, under You and appearance.'
          : 'Single letters are switched off. They can be switched on in Settings, under You and appearance.'}{' '}
        No key ever sends anything.
      </p>
    </Modal>
  )
}
