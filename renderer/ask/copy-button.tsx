import { useState } from 'react'
import type { Answer } from '../../contract/answer.ts'
import { Button } from '../parts/button.tsx'
import { copyText } from './copy-text.ts'

/** Copies the answers with their source marks and a list of the sources. */
export function CopyButton({ answers }: { readonly answers: readonly Answer[] }) {
  const [words, setWords] = useState('Copy with sources')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(copyText(answers))
      setWords('Copied')
    } catch {
      setWords('Not copied: the clipboard is closed')
    }
    setTimeout(() => setWords('Copy with sources'), 2500)
  }
  return (
    <Button look="quiet" isSmall isOff={answers.length === 0} onClick={() => void copy()}>
      <span aria-live="polite">{words}</span>
    </Button>
  )
}
