import type { Opinion } from '../../../contract/opinions/opinion.ts'
import { StateMark } from '../../parts/marks.tsx'
import { sentenceCase } from '../../../wording/phrases.ts'

/** What belongs to one opinion beside its sentences: what it lacks, what was not of the form, what leads nowhere. */
export function OpinionNotes({ opinion }: { readonly opinion: Opinion }) {
  const { kind, missing, struck, unknownTokens, choice } = opinion
  if (!hasNotes(opinion)) return null
  return (
    <section aria-label={`About the ${kind} opinion`} data-testid={`notes-${kind}`}>
      <h3 className="h">{sentenceCase(kind)}</h3>
      <HowItCame opinion={opinion} />
      {choice === null ? null : (
        <p data-testid="choice">
          <span className="small muted">Of the options it chose:</span> {choice}
        </p>
      )}
      {missing.length > 0 ? (
        <>
          <p className="small muted above-1">Would decide it</p>
          <ul className="dash">
            {missing.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      ) : null}
      {struck.length > 0 ? (
        <p className="small bad">
          Citations that lead nowhere, struck:{' '}
          {struck.map((one) => (
            <s key={one}>{one}</s>
          ))}
        </p>
      ) : null}
      {unknownTokens.length > 0 ? (
        <p className="small warn">
          Marks that stand for nothing in this matter, left as they came: {unknownTokens.join(', ')}
        </p>
      ) : null}
    </section>
  )
}

function hasNotes({ state, why, choice, missing, struck, unknownTokens }: Opinion): boolean {
  return state !== 'answered' || Boolean(why ?? choice) || missing.length + struck.length + unknownTokens.length > 0
}

function HowItCame({ opinion: { state, why, text } }: { readonly opinion: Opinion }) {
  return (
    <>
      {state === 'failed' ? (
        <p>
          <StateMark shape="failed" tone="bad">
            The reply broke off
          </StateMark>
        </p>
      ) : null}
      {why ? <p className="small soft">{why}</p> : null}
      {state === 'text' ? (
        <>
          <p className="small soft">
            It did not answer in the form that was asked for, so it is shown as it came, unchecked.
          </p>
          <p className="read pre">{text}</p>
        </>
      ) : null}
    </>
  )
}
