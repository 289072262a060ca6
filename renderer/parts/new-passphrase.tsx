import { useState } from 'react'
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
        label="Passphrase"
        type="password"
        autoComplete="new-password"
        value={first}
        onText={setFirst}
        hint={`At least ${SHORTEST} characters. A few words are easier to remember and harder to guess.`}
      />
      <TextField
        label="Repeat passphrase"
        type="password"
        autoComplete="new-password"
        value={second}
        onText={setSecond}
      />
      <div className="btns">
        <Button type="submit" look="primary" isOff={why !== null || isBusy}>
          {submit}
        </Button>
        <span className="small muted" aria-live="polite">
          {isBusy ? 'Working. This takes a moment on purpose: it slows guessing down.' : why}
        </span>
      </div>
    </form>
  )
}

/** Why two typed passphrases do not do, or null. */
export function passphraseProblem(first: string, second: string): string | null {
  if (!first) return 'Type a passphrase first.'
  if (first.length < SHORTEST) return `The passphrase has ${first.length} of at least ${SHORTEST} characters.`
  return first === second ? null : 'The two are not the same yet.'
}
