import type { Differential } from '../../../contract/opinions/differential.ts'
import type { Consultation } from '../../../contract/opinions/opinion.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { StoppableProgress } from '../../parts/progress.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useMatter, useShell } from '../../state/shell-context.ts'
import { useLoaded } from '../../state/use-loaded.ts'
import type { SideName } from '../compare/comparison-table.tsx'
import { useLongWork } from '../compare/use-long-work.ts'
import { CheckNext } from './check-next.tsx'
import { DifferentialRow } from './differential-row.tsx'

type Props = {
  readonly consultation: Consultation
  readonly onOpen: (side: SideName, claim: number | null, source: string) => void
}

/** The candidates of all voices in one list, where the question asks for one: with what speaks for and against each, never a verdict. */
export function DifferentialSection({ consultation: { consultation }, onOpen }: Props) {
  const matter = useMatter()
  const read = useLoaded((of) => of.opinion.differential, { matter: matter.id, consultation })
  if (read.failure) return <FailureNote failure={read.failure} />
  if (!read.value || !(read.value.isAsked || read.value.items.length > 0)) return null
  const { items, voices, checkNext, why } = read.value
  return (
    <section className="above-6" aria-labelledby="differential" data-testid="differential">
      <h2 className="h" id="differential">
        Differential {items.length === 0 ? null : <span className="muted">{listWords(read.value)}</span>}
      </h2>
      {why === null ? null : (
        <p className="small bad" data-testid="candidates-why">
          {why}
        </p>
      )}
      {items.length === 0 ? (
        <p className="soft">Nobody has named a candidate yet.</p>
      ) : (
        <ol className="ddx">
          <li className="head" aria-hidden="true">
            <span />
            <span />
            <span>For</span>
            <span>Against</span>
            <span>Missing</span>
            <span>Would decide it</span>
          </li>
          {items.map((item, index) => (
            <DifferentialRow key={item.name} item={item} rank={index + 1} voices={voices} onOpen={onOpen} />
          ))}
        </ol>
      )}
      <div className="rule-top above-2 stack-4">
        <CheckNext checks={checkNext} />
        <RankHere consultation={consultation} />
      </div>
    </section>
  )
}

/** Where the list is from, and that it is no verdict where those who were asked are divided. */
function listWords({ voices, contested }: Differential): string {
  const from = voices.length === 0 ? 'from the packs' : `from ${voices.join(', ')}, by rank`
  const divided = contested.find(({ isContested }) => isContested)
  return divided ? `${from}; contested ${DIVIDED[divided.from]}, so no single verdict` : from
}

const DIVIDED = {
  opinions: 'between the opinions',
  options: 'by the shares of the options',
  samples: 'when asked in other orders',
} as const

const SAMPLES = 3

/** The list of this computer, made by its model from the sources; and how firm its first choice is. */
function RankHere({ consultation }: { readonly consultation: string }) {
  const { id: matter } = useMatter()
  const client = useClient()
  const { status } = useShell()
  const { progress, isBusy, failure, start } = useLongWork('The list stays as it was.')
  const why = status.languageModel === null ? 'This needs a model on this computer; choose one in Settings.' : null
  const rank = () =>
    start(async (tell, signal) => {
      let [done, items] = [0, SAMPLES]
      for await (const event of await client.opinion.rank({ matter, consultation, samples: SAMPLES }, { signal })) {
        if (event.type === 'ranking-begin') items = event.names.length + SAMPLES
        else if (event.type !== 'ranked') done += 1
        tell(done, items)
      }
    })
  return (
    <div className="above-2">
      {progress ? (
        <StoppableProgress
          words={`Ranking here: step ${Math.min(progress.done + 1, progress.items)} of ${progress.items}.`}
          label="Ranked on this computer"
          done={progress.done}
          all={progress.items}
          onStop={progress.stop}
        />
      ) : (
        <div className="btns">
          <Button isSmall isOff={why !== null || isBusy} onClick={() => void rank()}>
            {isBusy ? 'Ranking here…' : 'Rank on this computer'}
          </Button>
          <span className="small muted">
            {why ?? `reads the sources for each candidate, and asks ${SAMPLES} times in other orders which comes first`}
          </span>
        </div>
      )}
      <FailureNote failure={failure} />
    </div>
  )
}
