import type { Proposing } from '../facts/use-proposing.ts'
import { ReadFacts } from '../facts/read-facts.tsx'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useMatter } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'

/** For a sheet whose rules the matter does not use: nothing can be recorded, and nothing is read from the documents. */
export function UseRules({ pack }: { readonly pack: string }) {
  const client = useClient()
  const matter = useMatter().id
  const { failure, isBusy, run } = useAction()
  return (
    <div className="no-print">
      <p className="small">
        <span className="warn">
          <Glyph shape="caution" />
        </span>{' '}
        This matter does not use these rules yet. Your answers count on this sheet and are not recorded.{' '}
        <Button isSmall isOff={isBusy} onClick={() => void run(() => client.pack.use({ matter, pack, on: true }))}>
          Use these rules
        </Button>
      </p>
      <FailureNote failure={failure} />
    </div>
  )
}

type Props = { readonly isOffered: boolean; readonly proposing: Proposing }

/** Reads the facts of the matter's documents, for what is missing on the sheet. */
export function LookInDocuments({ isOffered, proposing }: Props) {
  return (
    <div className="no-print">
      {isOffered && !proposing.isRunning ? (
        <Button isSmall onClick={proposing.start}>
          Look in the documents
        </Button>
      ) : null}
      <ReadFacts proposing={proposing} />
    </div>
  )
}
