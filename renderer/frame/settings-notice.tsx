import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useShell } from '../state/shell-context.ts'

/** A setting that could not be changed, from wherever it was: the network switch stands in every place. */
export function SettingsNotice() {
  const { settingsFailure, forgetSettingsFailure } = useShell()
  if (!settingsFailure) return null
  return (
    <div className="notice">
      <FailureNote failure={settingsFailure} />
      <Button isSmall onClick={forgetSettingsFailure}>
        Close
      </Button>
    </div>
  )
}
