import type { Consultation } from '../../../contract/opinion.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useMatter } from '../../state/shell-context.ts'
import { useLoaded } from '../../state/use-loaded.ts'
import type { SideName } from '../comparison-table.tsx'
import { touchesOpinions } from '../use-consultations.ts'
import { CheckNext } from './check-next.tsx'
import { DifferentialRow } from './differential-row.tsx'
import { listWords } from './differential-words.ts'
import { RankHere } from './rank-here.tsx'

type Props = {
  readonly consultation: Consultation
  readonly onOpen: (side: SideName, claim: number | null, source: string) => void
}

/** The candidates of all voices in one list, where the question asks for one: with what speaks for and against each, never a verdict. */
export function DifferentialSection({ consultation: { consultation }, onOpen }: Props) {
  const matter = useMatter()
  const read = useLoaded(
    `${matter.id} ${consultation} differential`,
    (client, signal) => client.opinion.differential({ matter: matter.id, consultation }, { signal }),
    (event) => touchesOpinions(event, matter.id),
  )
  if (read.failure) return <FailureNote failure={read.failure} />
  if (!read.value || !(read.value.isAsked || read.value.items.length > 0)) return null
  const { items, voices, checkNext, why } = read.value
  return (
    <section className="mt-6" aria-labelledby="differential" data-testid="differential">
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
      <div className="rule-top mt-2 grid gap-4">
        <CheckNext checks={checkNext} />
        <RankHere consultation={consultation} />
      </div>
    </section>
  )
}
