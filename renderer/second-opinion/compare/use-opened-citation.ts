import { useState } from 'react'
import type { Answer, Source } from '../../../contract/answers/answer.ts'
import { inOrderOfMarks } from '../../../contract/answers/source-order.ts'
import type { Consultation } from '../../../contract/opinions/opinion.ts'
import { neighbour, type OpenedSource } from '../../ask/evidence/opened-source.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { useShell } from '../../state/shell-context.ts'
import type { SideName } from './comparison-table.tsx'

/** The source of a sentence, opened beside the comparison. Each side has its own marks: S1 of one need not be S1 of another. */
export function useOpenedCitation({ blind, informed }: Consultation, answer: Answer | null) {
  const { settings } = useShell()
  const [opened, setOpened] = useState<{ side: SideName; source: OpenedSource } | null>(null)
  const close = () => setOpened(null)
  useKeys({ Escape: () => opened && close() }, settings.singleKeys)
  const spoken = opened ? { local: answer, blind, informed }[opened.side] : null
  const sources = inOrderOfMarks<Source>(spoken?.sources ?? [])
  return {
    opened: opened?.source ?? null,
    cited: spoken ? { sources, ranked: spoken.sources.map(({ source }) => source), claims: spoken.claims } : null,
    open: (side: SideName, claim: number | null, source: string) =>
      setOpened((last) => ({
        side,
        source: { answerId: side, source, claim, isOnPurpose: true, times: (last?.source.times ?? 0) + 1 },
      })),
    step(by: 1 | -1) {
      const next = opened && neighbour(sources, opened.source.source, by)
      if (opened && next) setOpened({ ...opened, source: { ...opened.source, source: next.source, claim: null } })
    },
    close,
  }
}
