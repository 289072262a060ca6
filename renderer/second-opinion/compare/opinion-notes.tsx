import type { Opinion } from '../../../contract/opinions/opinion.ts'
import { StateMark } from '../../parts/marks.tsx'
import { t } from '../../../wording/translate.ts'
import { messageText } from '../../../wording/message-text.ts'

/** What belongs to one opinion beside its sentences: what it lacks, what was not of the form, what leads nowhere. */
export function OpinionNotes({ opinion }: { readonly opinion: Opinion }) {
  const { kind, missing, struck, unknownTokens, choice } = opinion
  if (!hasNotes(opinion)) return null
  return (
    <section aria-label={t(`opinions.notes.labels.${kind}`)} data-testid={`notes-${kind}`}>
      <h3 className="h">{t(`opinions.kinds.${kind}`)}</h3>
      <HowItCame opinion={opinion} />
      {choice === null ? null : (
        <p data-testid="choice">
          {t.rich('opinions.notes.choice', {
            choice,
            label: smallMuted,
          })}
        </p>
      )}
      {missing.length > 0 ? (
        <>
          <p className="small muted above-1">{t('opinions.wouldDecide')}</p>
          <ul className="dash">
            {missing.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      ) : null}
      {struck.length > 0 ? (
        <p className="small bad">
          {t('opinions.notes.struck')}{' '}
          {struck.map((one) => (
            <s key={one}>{one}</s>
          ))}
        </p>
      ) : null}
      {unknownTokens.length > 0 ? (
        <p className="small warn">{t('opinions.notes.unknownMarks', { marks: unknownTokens.join(', ') })}</p>
      ) : null}
    </section>
  )
}

const smallMuted = (words: React.ReactNode) => <span className="small muted">{words}</span>

function hasNotes({ state, why, choice, missing, struck, unknownTokens }: Opinion): boolean {
  return state !== 'answered' || Boolean(why ?? choice) || missing.length + struck.length + unknownTokens.length > 0
}

function HowItCame({ opinion: { state, why, text } }: { readonly opinion: Opinion }) {
  return (
    <>
      {state === 'failed' ? (
        <p>
          <StateMark shape="failed" tone="bad">
            {t('opinions.notes.brokeOff')}
          </StateMark>
        </p>
      ) : null}
      {why ? <p className="small soft">{messageText(why)}</p> : null}
      {state === 'text' ? (
        <>
          <p className="small soft">{t('opinions.notes.asItCame')}</p>
          <p className="read pre">{text}</p>
        </>
      ) : null}
    </>
  )
}
