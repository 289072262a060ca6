import { t } from '../../../wording/translate.ts'
import type { ComparisonRow } from './comparison-rows.ts'

const line = { fill: 'none', stroke: 'currentColor' }

const SHAPES = {
  agree: (
    <>
      <circle cx="8.5" cy="8" r="5" fill="currentColor" fillOpacity=".28" stroke="currentColor" strokeWidth="1.4" />
      <circle cx="13" cy="8" r="5" fill="currentColor" fillOpacity=".28" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
  differ: (
    <>
      <circle cx="5.5" cy="8" r="4.2" fill="currentColor" />
      <path d="M16.5 3.4 21.1 8l-4.6 4.6L11.9 8z" {...line} strokeWidth="1.4" />
    </>
  ),
  unclear: (
    <>
      <circle cx="6" cy="8" r="4.3" {...line} strokeWidth="1.3" />
      <circle cx="16" cy="8" r="4.3" {...line} strokeWidth="1.3" />
    </>
  ),
  only: (
    <>
      <circle cx="6" cy="8" r="4.3" fill="currentColor" />
      <circle cx="16" cy="8" r="4.3" {...line} strokeWidth="1.3" strokeDasharray="1.8 1.6" />
    </>
  ),
} as const

const TONES = { agree: 'ok', differ: 'bad', unclear: 'warn', only: 'warn' } as const

type Props = { readonly row: ComparisonRow } | { readonly state: keyof typeof SHAPES; readonly words: string }

/** Whether the sides agree: overlapping circles, disc and diamond, two open circles, disc and dashed circle, with the word. */
export function AgreementMark(props: Props) {
  const state = 'row' in props ? props.row.state : props.state
  if (state === 'alone') return null
  return (
    <span className={`agree ${TONES[state]}`}>
      <svg className="g wide-g" viewBox="0 0 22 16" aria-hidden="true">
        {SHAPES[state]}
      </svg>
      {'row' in props ? rowWords(props.row) : props.words}
    </span>
  )
}

function rowWords({ state, local, blind, informed }: ComparisonRow): string {
  if (state === 'alone') return ''
  if (state !== 'only') return t(`opinions.compare.marks.${state}`)
  if (local) return t('opinions.compare.marks.onlyLocal')
  return t(`opinions.compare.marks.${blind && informed ? 'onlyCloud' : blind ? 'onlyBlind' : 'onlyInformed'}`)
}
