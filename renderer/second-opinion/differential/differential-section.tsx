import type { Differential } from '../../../contract/opinions/differential.ts'
import type { Consultation } from '../../../contract/opinions/opinion.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { StoppableProgress } from '../../parts/progress.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useMatter, useShell } from '../../state/shell-context.ts'
import { useLoaded } from '../../state/use-loaded.ts'
import { t } from '../../../wording/translate.ts'
import type { SideName } from '../compare/comparison-table.tsx'
import { useLongWork } from '../compare/use-long-work.ts'
import { CheckNext } from './check-next.tsx'
import { DifferentialRow } from './differential-row.tsx'
import { messageText } from '../../../wording/message-text.ts'

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
        {t('opinions.differential.title')}{' '}
        {items.length === 0 ? null : <span className="muted">{listWords(read.value)}</span>}
      </h2>
      {why === null ? null : (
        <p className="small bad" data-testid="candidates-why">
          {messageText(why)}
        </p>
      )}
      {items.length === 0 ? (
        <p className="soft">{t('opinions.differential.none')}</p>
      ) : (
        <ol className="ddx">
          <li className="head" aria-hidden="true">
            <span />
            <span />
            <span>{t('opinions.differential.for')}</span>
            <span>{t('opinions.differential.against')}</span>
            <span>{t('opinions.differential.missing')}</span>
            <span>{t('opinions.wouldDecide')}</span>
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
  const named = voices.map((voice) => t(`opinions.voices.${voice}`)).join(', ')
  const from =
    voices.length === 0
      ? t('opinions.differential.fromPacks')
      : t('opinions.differential.fromVoices', { voices: named })
  const divided = contested.find(({ isContested }) => isContested)
  return divided ? `${from}; ${t(`opinions.differential.contested.${divided.from}`)}` : from
}

const SAMPLES = 3

/** The list of this computer, made by its model from the sources; and how firm its first choice is. */
function RankHere({ consultation }: { readonly consultation: string }) {
  const { id: matter } = useMatter()
  const client = useClient()
  const { status } = useShell()
  const { progress, isBusy, failure, start } = useLongWork(t('opinions.differential.unchanged'))
  const why = status.languageModel === null ? t('opinions.needsModel') : null
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
          words={t('opinions.differential.ranking', {
            step: Math.min(progress.done + 1, progress.items),
            steps: progress.items,
          })}
          label={t('opinions.differential.progressLabel')}
          done={progress.done}
          all={progress.items}
          onStop={progress.stop}
        />
      ) : (
        <div className="btns">
          <Button isSmall isOff={why !== null || isBusy} onClick={() => void rank()}>
            {isBusy ? t('opinions.differential.rankingNow') : t('opinions.differential.rankHere')}
          </Button>
          <span className="small muted">{why ?? t('opinions.differential.rankHint', { count: SAMPLES })}</span>
        </div>
      )}
      <FailureNote failure={failure} />
    </div>
  )
}
