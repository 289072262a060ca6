import { useState } from 'react'
import { LONGEST_PASSPHRASE } from '../../contract/application.ts'
import { t } from '../../wording/translate.ts'
import { Button } from './button.tsx'
import { TextField } from './text-field.tsx'

type Props = {
  readonly submit: string
  readonly isBusy: boolean
  readonly onSubmit: (passphrase: string) => void
  /** Fields that come first. */
  readonly children?: React.ReactNode
  /** Why it cannot be submitted yet, beyond the passphrase itself. */
  readonly missing?: string | null
}

const SHORTEST = 8

/** A new passphrase, typed twice. */
export function NewPassphrase({ submit, isBusy, onSubmit, children, missing = null }: Props) {
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const why = missing ?? passphraseProblem(first, second)
  return (
    <form
      className="stack-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (!why && !isBusy) onSubmit(first)
      }}
    >
      {children}
      <TextField
        label={t('frame.passphrase.label')}
        type="password"
        autoComplete="new-password"
        value={first}
        onText={setFirst}
        hint={t('frame.passphrase.hint', { least: SHORTEST })}
      />
      <TextField
        label={t('frame.passphrase.repeat')}
        type="password"
        autoComplete="new-password"
        value={second}
        onText={setSecond}
      />
      <div className="btns">
        <Button type="submit" look="primary" isBusy={isBusy} whyOff={why} isWhyBeside>
          {submit}
        </Button>
        <span className="small muted" aria-live="polite">
          {isBusy ? t('frame.passphrase.busy') : why}
        </span>
      </div>
    </form>
  )
}

/** Why two typed passphrases do not do, or null. */
export function passphraseProblem(first: string, second: string): string | null {
  if (!first) return t('frame.passphrase.none')
  if (first.length < SHORTEST) return t('frame.passphrase.short', { count: first.length, least: SHORTEST })
  // Said, and not cut: whoever pasted it would not know which part was taken.
  if (first.length > LONGEST_PASSPHRASE)
    return t('frame.passphrase.long', { count: first.length, most: LONGEST_PASSPHRASE })
  return first === second ? null : t('frame.passphrase.different')
}
