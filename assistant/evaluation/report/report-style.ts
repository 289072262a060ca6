/** Plain, for paper and for both themes. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --ink: #1c1f24; --ink-2: #565d68; --line: #d9dde3; --accent: #1d4f8f; --paper: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e8eb; --ink-2: #a7adb7; --line: #3a4049; --accent: #8db8ee; --paper: #16191d; }
}
body { background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; }
dt { color: var(--ink-2); }
dd { margin: 0; }
figure { margin: 1rem 0; max-width: 24rem; }
svg { width: 100%; height: auto; max-width: 48rem; overflow: visible; }
svg text { font: 12px system-ui, sans-serif; fill: var(--ink-2); }
.grid { stroke: var(--line); } .ideal { stroke: var(--ink-2); stroke-dasharray: 3 4; fill: none; }
.line { stroke: var(--accent); fill: none; } .point, .bar { fill: var(--accent); } .bar { opacity: 0.45; }
.interval { stroke: var(--accent); stroke-opacity: 0.4; stroke-width: 5; } .whisker { stroke: var(--ink); stroke-width: 2; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem; border-bottom: 1px solid var(--line); }
.small { color: var(--ink-2); font-size: 12px; }
`
