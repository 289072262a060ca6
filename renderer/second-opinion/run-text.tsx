import type { RunKind, TextRun } from './text-runs.ts'

const LOOKS: Readonly<Record<Exclude<RunKind, 'plain'>, string>> = {
  replaced: 'real',
  open: 'flag',
  decided: 'flag done',
  authority: 'kept',
}

type Props = { readonly runs: readonly TextRun[]; readonly areFlagsNumbered?: boolean }

/** Text with its marks. What a mark means is in its list too, so that nobody has to hover. */
export function RunText({ runs, areFlagsNumbered = false }: Props) {
  return runs.map(({ text, kind, flag, words }, index) => {
    // A text is replaced as a whole, never in part.
    if (kind === 'plain') return <span key={index}>{text}</span>
    const isPseudonym = kind === 'replaced' && !areFlagsNumbered
    return (
      <span key={index} className={isPseudonym ? 'ps' : LOOKS[kind]} title={words} data-kind={kind}>
        {text}
        {areFlagsNumbered && flag !== null ? <b aria-label={`, word ${flag}, ${words}`}>{flag}</b> : null}
      </span>
    )
  })
}
