import { Fragment } from 'react'
import { type Messages, t } from '../../wording/translate.ts'
import { Modal } from '../parts/modal.tsx'
import { useShell } from '../state/shell-context.ts'
import { PLACES } from '../state/place.ts'

type Keys = readonly (readonly [caps: string, does: string])[]

function windowKeys(): Keys {
  const row = (name: keyof Messages['frame']['keys']['window']) =>
    [t(`frame.keys.window.${name}.caps`), t(`frame.keys.window.${name}.does`)] as const
  const places = PLACES.map(({ name }) => t(`window.places.${name}`)).join(', ')
  return [
    ...(['question', 'goTo', 'sentence', 'list', 'open', 'source', 'close', 'answer', 'mask'] as const).map(row),
    [t('frame.keys.places', { count: PLACES.length }), places],
    row('help'),
  ]
}

function documentKeys(): Keys {
  return (['find', 'next', 'page', 'scroll', 'ends', 'goTo', 'zoom', 'turn', 'copy'] as const).map((name) => [
    t(`frame.keys.document.${name}.caps`),
    t(`frame.keys.document.${name}.does`),
  ])
}

/** All keys that do something, in one dialog. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const { settings } = useShell()
  return (
    <Modal title={t('frame.keys.title')} onClose={onClose}>
      <KeyList keys={windowKeys()} />
      <h3 className="h above-2">{t('frame.keys.inDocument')}</h3>
      <KeyList keys={documentKeys()} />
      <p className="small muted">
        {settings.singleKeys ? t('frame.keys.lettersOn') : t('frame.keys.lettersOff')} {t('frame.keys.neverSend')}
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
