import { useId } from 'react'
import { useShell } from '../state/shell-context.ts'

const CHOICES = [0, 5, 15, 30, 60, 240]

/** After how many idle minutes everything locks by itself. */
export function LockTime() {
  const { settings, changeSettings, status } = useShell()
  const id = useId()
  const choices = [...new Set([...CHOICES, settings.lockAfterMinutes])].toSorted((one, other) => one - other)
  return (
    <section className="rule-top">
      <div className="field">
        <label htmlFor={id}>Lock by itself when nothing was done for</label>
        <select
          id={id}
          value={settings.lockAfterMinutes}
          onChange={({ target }) => void changeSettings({ lockAfterMinutes: Number(target.value) })}
        >
          {choices.map((minutes) => (
            <option key={minutes} value={minutes}>
              {minutes === 0 ? 'never' : `${minutes} minutes`}
            </option>
          ))}
        </select>
        {status.keyMode === 'key-file' ? (
          <span className="small muted">Takes effect once there is a passphrase.</span>
        ) : null}
      </div>
    </section>
  )
}
