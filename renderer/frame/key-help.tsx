import { Fragment } from 'react'
import { Modal } from '../parts/modal.tsx'
import { useShell } from '../state/shell-context.ts'
import { PLACES } from '../state/place.ts'
import { t } from '../../wording/translate.ts'

type Keys = readonly (readonly [keys: string, does: string])[]

const windowKeys = (): Keys => [
  ['/', 'to the question box'],
  ['Ctrl/⌘ K', 'go to a matter, place or document'],
  ['J  K', 'next, previous sentence or row'],
  ['↑  ↓', 'within a list; Home and End to its ends'],
  ['Enter', 'open its source'],
  ['[  ]', 'previous, next source'],
  ['Esc', 'close the evidence; stop writing'],
  ['Y  N  U', 'yes, no, not known: on a question of a case sheet, or a fact to confirm'],
  ['M  L', 'mask, leave: on a flagged word of a packet'],
  [`Alt 1 … ${PLACES.length}`, PLACES.map(({ name }) => t(`window.places.${name}`)).join(', ')],
  ['?', 'this list'],
]

const IN_A_DOCUMENT: Keys = [
  ['/  Ctrl/⌘ F', 'find words in it'],
  ['Enter  F3', 'next place found; with Shift the one before'],
  ['←  →', 'previous, next page, sheet or slide'],
  ['PgUp  PgDn', 'the same, at the ends of a page'],
  ['Home  End', 'first, last page'],
  ['G', 'go to a page'],
  ['Ctrl/⌘ +  −', 'larger, smaller; 0 as at first'],
  ['R', 'turn the page'],
  ['C', 'copy the words with their place'],
]

/** All keys that do something, in one dialog. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const { settings } = useShell()
  return (
    <Modal title="Keys" onClose={onClose}>
      <KeyList keys={windowKeys()} />
      <h3 className="h above-2">While a document has the focus</h3>
      <KeyList keys={IN_A_DOCUMENT} />
      <p className="small muted">
        {settings.singleKeys
          ? 'Single letters act outside text fields. They can be switched off in Settings, under You and appearance.'
          : 'Single letters are switched off. They can be switched on in Settings, under You and appearance.'}{' '}
        No key ever sends anything.
      </p>
    </Modal>
  )
}

function KeyList({ keys }: { readonly keys: Keys }) {
  return (
    <dl className="keys-list">
      {keys.map(([names, does]) => (
        <Fragment key={names}>
          <dt className="one-line">
            {names.split('  ').map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
