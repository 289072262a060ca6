import type { Conclusion } from '../../contract/rule.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { Opening } from '../parts/opening.tsx'
import { useMatter } from '../state/shell-context.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { sentenceCase } from '../wording/sentence-case.ts'

type Props = {
  readonly mark: string
  readonly conclusion: Conclusion
  readonly asOf: string
}

const THEN = { yes: 'holds', no: 'does not hold', unknown: 'is not confirmed' } as const
const TONE = { yes: 'ok', no: 'bad', unknown: 'soft' } as const

/** Single things that, were they otherwise, would make the conclusion another. */
export function WhatWouldChange({ mark, conclusion: { relation, args, sentence, holds }, asOf }: Props) {
  const matter = useMatter().id
  const changes = useLoaded(
    `${matter} ${relation}(${args.join(', ')}) ${asOf}`,
    (client, signal) => client.rule.whatWouldChange({ matter, asOf, relation, args: [...args] }, { signal }),
    (event) => event.type === 'facts-changed' && event.matter === matter,
  )
  return (
    <div className="grid gap-3" data-testid="what-if">
      <p className="read">
        <span className="src r">{mark}</span> {sentenceCase(sentence)}
      </p>
      <p className="small soft">Now it {THEN[holds]}.</p>
      <FailureNote failure={changes.failure} />
      {changes.value || changes.failure ? null : <Opening>Trying each fact the other way.</Opening>}
      {changes.value?.length === 0 ? <p className="soft">No single thing would change it.</p> : null}
      {changes.value && changes.value.length > 0 ? (
        <table className="calc">
          <caption className="visually-hidden">What would change it</caption>
          <thead>
            <tr>
              <th scope="col" className="small muted">
                if
              </th>
              <th scope="col" className="n small muted">
                then it
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.value.map(({ change, then, sentence: words }) => (
              <tr key={`${change} ${then}`}>
                <th scope="row">
                  {sentenceCase(change)}
                  {words === sentence ? null : <small>{words}</small>}
                </th>
                <td className={`n ${TONE[then]}`}>
                  <b>{THEN[then]}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </div>
  )
}
