import type { ReactElement } from 'react'

const line = { fill: 'none', stroke: 'currentColor' }
const ring = { ...line, cx: 8, cy: 8 }
const WAVE = 'c1.2-1.3 2.4-1.3 3.7-.2s2.5 1.1 3.7-.2'

/** The shapes that verdicts and states are told apart by, before word and colour. */
const SHAPES = {
  verbatim: (
    <>
      <rect x="1" y="1" width="14" height="14" rx="3" fill="currentColor" />
      <path d="M4.5 6.1h7M4.5 9.9h7" stroke="var(--paper)" strokeWidth="1.7" />
    </>
  ),
  close: (
    <>
      <rect x="1.75" y="1.75" width="12.5" height="12.5" rx="2.5" {...line} strokeWidth="1.5" />
      <path d={`M4.3 6.8${WAVE}M4.3 10.2${WAVE}`} {...line} strokeWidth="1.4" />
    </>
  ),
  supported: (
    <>
      <circle {...ring} r="6.3" strokeWidth="1.4" />
      <g fill="currentColor">
        <circle cx="8" cy="5.7" r="1.15" />
        <circle cx="5.6" cy="9.9" r="1.15" />
        <circle cx="10.4" cy="9.9" r="1.15" />
      </g>
    </>
  ),
  contradicted: (
    <>
      <path d="M8 .4 15.6 8 8 15.6.4 8z" fill="currentColor" />
      <path d="M5 6.7h6M5 9.3h6M9.4 4.9l-2.8 6.2" stroke="var(--paper)" strokeWidth="1.2" />
    </>
  ),
  unsupported: (
    <>
      <path d="M8 .9 15.1 8 8 15.1.9 8z" {...line} strokeWidth="1.5" />
      <path d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  authority: (
    <>
      <path d="M8 .9 15.1 8 8 15.1.9 8z" {...line} strokeWidth="1.5" />
      <path d="M6.3 6.5a1.75 1.75 0 1 1 2.5 1.6c-.6.3-.8.6-.8 1.2M8 10.6v1.3" {...line} strokeWidth="1.3" />
    </>
  ),
  wrongPage: (
    <>
      <path d="M3.5 1.5h6l3 3v10h-9z" {...line} strokeWidth="1.4" strokeLinejoin="round" />
      <path d="m6 7 4 4m0-4-4 4" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
  computed: (
    <>
      <rect x="1.7" y="1.7" width="12.6" height="12.6" {...line} strokeWidth="1.4" />
      <path d="M5 4.3v7.4M5 8h6.3" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  unchecked: (
    <>
      <rect x="1.75" y="1.75" width="12.5" height="12.5" rx="2.5" {...line} strokeWidth="1.5" />
      <path d="M5 8h6" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  pending: <circle {...ring} r="6.3" strokeWidth="1.3" strokeDasharray="1.2 2.1" />,
  ready: <circle cx="8" cy="8" r="5.5" fill="currentColor" />,
  partial: (
    <>
      <circle {...ring} r="5" strokeWidth="1.5" />
      <path d="M8 3a5 5 0 0 1 0 10z" fill="currentColor" />
    </>
  ),
  running: (
    <>
      <circle {...ring} r="5" strokeOpacity=".35" strokeWidth="2" />
      <path d="M8 3a5 5 0 0 1 5 5" {...line} strokeWidth="2" />
    </>
  ),
  queued: <circle {...ring} r="5" strokeWidth="1.3" strokeDasharray="1.5 1.64" />,
  paused: <path d="M5.5 3.5v9m5-9v9" stroke="currentColor" strokeWidth="2" />,
  failed: <path d="m4 4 8 8m0-8-8 8" stroke="currentColor" strokeWidth="1.9" />,
  lock: (
    <>
      <rect x="3" y="7" width="10" height="7" rx="1.2" fill="currentColor" />
      <path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2" {...line} strokeWidth="1.5" />
    </>
  ),
  out: <path d="M3 13 12.5 3.5M6 3.5h6.5V10" {...line} strokeWidth="1.6" />,
  none: (
    <>
      <circle {...ring} r="5" strokeWidth="1.4" />
      <path d="m4.6 11.4 6.8-6.8" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
  caution: (
    <>
      <path d="M8 2 14.6 13.5H1.4z" {...line} strokeWidth="1.4" strokeLinejoin="round" />
      <path d="M8 6v3.6M8 10.8v1.3" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
} as const satisfies Readonly<Record<string, ReactElement>>

export type Shape = keyof typeof SHAPES

/** One shape, the height of a line; a word always stands beside it. */
export function Glyph({ shape }: { readonly shape: Shape }) {
  return (
    <svg className="g" viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[shape]}
    </svg>
  )
}
