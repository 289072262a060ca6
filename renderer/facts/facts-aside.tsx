import type { Fact, FactForm } from '../../contract/knowledge/fact.ts'
import type { Conclusion, Conclusions } from '../../contract/knowledge/rule.ts'
import { AsideColumn } from '../viewer/aside-column.tsx'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Opening } from '../parts/progress.tsx'
import { TEXT_TAGS } from '../parts/text-tags.tsx'
import { isNear } from '../proof/conclusion-list.tsx'
import { SheetProof } from '../sheets/sheet-result.tsx'
import type { SheetWork } from '../sheets/use-sheet-work.ts'
import type { FactsTab } from '../state/place.ts'
import { useMatter } from '../state/shell-context.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { ViewerBar } from '../viewer/viewer-bar.tsx'
import { withDayWords } from '../../wording/format-time.ts'
import { sentenceCase } from '../../wording/phrases.ts'
import { isDated } from './deadlines.tsx'
import { FactColumn } from './fact-column.tsx'
import type { FactsWork, Shown } from './use-facts-work.ts'
import { t } from '../../wording/translate.ts'

type Props = {
  readonly tab: FactsTab
  readonly work: FactsWork
  readonly sheet: SheetWork
}

/** The right column: what was opened in it, else what belongs to the tab. */
export function FactsAside({ tab, work, sheet: { sheet, failure, whose } }: Props) {
  const isCurrent = !failure && whose.every(({ chosen }) => chosen !== null)
  return (
    <FactsColumn {...work} onClose={work.close}>
      {tab === 'sheets' ? (
        <SheetProof sheet={isCurrent ? sheet : null} />
      ) : tab === 'deadlines' ? (
        <FirstWhatIf work={work} isMeant={isDated} empty={t('facts.deadlines.nothingDated')} />
      ) : (
        <FirstWhatIf work={work} isMeant={isNear} empty={t('facts.whatIf.choose')} />
      )}
    </FactsColumn>
  )
}

type FirstProps = Pick<Props, 'work'> & {
  readonly isMeant: (conclusion: Conclusion) => boolean
  readonly empty: string
}

/** Of the first conclusion that is meant. */
function FirstWhatIf({ work: { conclusions }, isMeant, empty }: FirstProps) {
  const first = conclusions?.conclusions.findIndex(isMeant) ?? -1
  const conclusion = conclusions?.conclusions[first]
  return (
    <>
      <div className="bar">
        <h2>{t('facts.whatIf.title')}</h2>
      </div>
      <div className="inset-4">
        {conclusions && conclusion ? (
          <WhatWouldChange mark={`R${first + 1}`} conclusion={conclusion} asOf={conclusions.asOf} />
        ) : (
          <p className="soft">{empty}</p>
        )}
      </div>
    </>
  )
}

type FactsColumnProps = {
  readonly shown: Shown | null
  readonly form: FactForm | null
  readonly facts: readonly Fact[]
  readonly conclusions: Conclusions | null
  readonly onClose: () => void
  /** What the tab shows by itself. */
  readonly children: React.ReactNode
}

/** The right column of facts and rules: what was opened in it and is still there, else what belongs to the tab. */
function FactsColumn({ shown, form, facts, conclusions, onClose, children }: FactsColumnProps) {
  if (shown?.kind === 'fact') {
    const fact = facts.find(({ id }) => id === shown.id)
    if (fact) return <OpenFact {...{ fact, facts, form, onClose }} focusKey={`${fact.id} ${shown.times}`} />
  }
  if (shown?.kind === 'what-if' && conclusions?.conclusions[shown.conclusion])
    return <OpenWhatIf {...{ conclusions, onClose }} at={shown.conclusion} focusKey={shown.times} />
  const isSheet = shown?.kind === 'own'
  return (
    <AsideColumn
      label={t('facts.details')}
      isPlain
      isWide
      isOpened={isSheet}
      focusKey={shown?.times ?? 0}
      onClose={onClose}
    >
      {isSheet ? (
        <div className="only-sheet inset-3">
          <Button look="quiet" isSmall onClick={onClose}>
            {t.rich('frame.buttons.closeByKey', TEXT_TAGS)}
          </Button>
        </div>
      ) : null}
      {children}
    </AsideColumn>
  )
}

type WhatIfProps = Pick<FactsColumnProps, 'onClose'> & {
  readonly conclusions: Conclusions
  readonly at: number
  readonly focusKey: number
}

function OpenWhatIf({ conclusions, at, focusKey, onClose }: WhatIfProps) {
  const conclusion = conclusions.conclusions[at]
  return (
    <AsideColumn label={t('facts.whatIf.title')} isPlain isWide isOpened focusKey={focusKey} onClose={onClose}>
      <ViewerBar title={t('facts.whatIf.title')} onClose={onClose} />
      <div className="inset-4">
        {conclusion ? <WhatWouldChange mark={`R${at + 1}`} conclusion={conclusion} asOf={conclusions.asOf} /> : null}
      </div>
    </AsideColumn>
  )
}

type OpenProps = Pick<FactsColumnProps, 'form' | 'facts' | 'onClose'> & {
  readonly fact: Fact
  readonly focusKey: string
}

function OpenFact({ fact, form, facts, focusKey, onClose }: OpenProps) {
  const isPlain = fact.source.kind === 'user'
  return (
    <AsideColumn label={t('facts.fact.title')} isPlain={isPlain} isWide isOpened focusKey={focusKey} onClose={onClose}>
      <FactColumn key={fact.id} fact={fact} facts={facts} relations={form?.relations ?? []} onClose={onClose} />
    </AsideColumn>
  )
}

type WhatWouldChangeProps = {
  readonly mark: string
  readonly conclusion: Conclusion
  readonly asOf: string
}

const TONE = { yes: 'ok', no: 'bad', unknown: 'soft' } as const

/** Single things that, were they otherwise, would make the conclusion another. */
function WhatWouldChange({ mark, conclusion: { relation, args, sentence, holds }, asOf }: WhatWouldChangeProps) {
  const matter = useMatter().id
  const changes = useLoaded((of) => of.rule.whatWouldChange, { matter, asOf, relation, args: [...args] })
  return (
    <div className="stack-3" data-testid="what-if">
      <p className="read">
        <span className="src r">{mark}</span> {withDayWords(sentenceCase(sentence))}
      </p>
      <p className="small soft">{t(`facts.whatIf.now.${holds}`)}</p>
      <FailureNote failure={changes.failure} />
      {changes.value || changes.failure ? null : <Opening>{t('facts.whatIf.trying')}</Opening>}
      {changes.value?.length === 0 ? <p className="soft">{t('facts.whatIf.nothing')}</p> : null}
      {changes.value && changes.value.length > 0 ? (
        <table className="calc">
          <caption className="visually-hidden">{t('facts.whatIf.title')}</caption>
          <thead>
            <tr>
              <th scope="col" className="small muted">
                {t('facts.whatIf.headIf')}
              </th>
              <th scope="col" className="n small muted">
                {t('facts.whatIf.headThen')}
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.value.map(({ change, then, sentence: words }) => (
              <tr key={`${change} ${then}`}>
                <th scope="row">
                  {withDayWords(sentenceCase(change))}
                  {words === sentence ? null : <small>{withDayWords(words)}</small>}
                </th>
                <td className={`n ${TONE[then]}`}>
                  <b>{t(`facts.whatIf.then.${then}`)}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </div>
  )
}
