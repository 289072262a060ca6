type Props = { readonly label: string; readonly done: number; readonly all: number }

/** How far a piece of work has come. */
export function Meter({ label, done, all }: Props) {
  const percent = all > 0 ? Math.min(100, Math.round((100 * done) / all)) : 0
  return (
    <div
      className="bar-meter"
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <i style={{ width: `${percent}%` }} />
    </div>
  )
}
