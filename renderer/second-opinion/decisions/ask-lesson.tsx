import type { DecisionRow } from '../../../contract/decision.ts'
import { Button } from '../../parts/button.tsx'
import { useMatter, useShell } from '../../state/shell-context.ts'
import { PreparingPanel } from '../preparing-panel.tsx'
import { usePreparing } from '../use-consulting.ts'
import { useGoToPrepared } from '../use-go-to-prepared.ts'

type Props = { readonly decided: DecisionRow; readonly provider: string }

/** The cloud as the teacher: a packet of its own, without sources, which is read and agreed to as every packet. */
export function AskLesson({ decided: { lesson }, provider }: Props) {
  const matter = useMatter().id
  const { consulting } = useShell()
  const preparing = usePreparing(matter)
  useGoToPrepared(matter)
  if (lesson === null) return null
  const { question, consultation } = lesson
  if (preparing?.input.consultation === consultation) return <PreparingPanel preparing={preparing} />
  const ask = () =>
    consulting.prepare({ matter, question, provider, kind: 'blind', consultation, sources: [], differential: false })
  return (
    <p className="small soft">
      <Button isSmall onClick={ask}>
        Ask {provider} for the lesson…
      </Button>{' '}
      Prepares another packet, without sources, that you read and agree to on its own.
    </p>
  )
}
