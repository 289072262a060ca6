import { type DamagedKind, damagedWords } from '../../contract/matter.ts'
import { t } from '../../wording/translate.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { Glyph } from './glyph.tsx'

type Props = {
  /** Null: of no matter. */
  readonly matter: string | null
  readonly kinds: readonly DamagedKind[]
}

/** What a list leaves out because it is damaged, in the place where it would stand, with its text as it is kept. */
export function DamagedEntries({ matter, kinds }: Props) {
  const damaged = useLoaded((of) => of.matter.damaged, { matter, kinds: [...kinds] })
  const entries = damaged.value ?? []
  if (entries.length === 0) return null
  return (
    <details className="soft above-2" data-testid="damaged">
      <summary>
        <span className="bad">
          <Glyph shape="failed" />
        </span>{' '}
        {damagedWords(entries).join(' ')}
      </summary>
      <p className="above-1">{t('frame.damaged')}</p>
      {entries.map(({ kind, id, text }) => (
        <pre key={`${kind} ${id}`} className="small raw-text">
          {text ?? t('window.damagedPasswords')}
        </pre>
      ))}
    </details>
  )
}
