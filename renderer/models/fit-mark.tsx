import type { ModelRow } from '../../contract/model.ts'
import { StateMark } from '../parts/state-mark.tsx'
import type { Download } from './create-downloads.ts'

const LOOKS = {
  yes: { shape: 'ready', tone: 'ok', word: 'yes' },
  slow: { shape: 'partial', tone: 'warn', word: 'slow' },
  no: { shape: 'none', tone: 'bad', word: 'no' },
} as const

type Props = { readonly model: ModelRow; readonly download: Download | undefined }

/** Whether a model fits this computer, or that it is on its way. */
export function FitMark({ model, download }: Props) {
  if (download?.state === 'running')
    return (
      <StateMark shape="running" tone="info">
        downloading
      </StateMark>
    )
  const { shape, tone, word } = LOOKS[model.fit.verdict]
  return (
    <StateMark shape={shape} tone={tone}>
      {word}
    </StateMark>
  )
}
