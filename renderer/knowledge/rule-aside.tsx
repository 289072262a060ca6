import type { RuleCheck } from '../../contract/knowledge/rule.ts'
import { AsideColumn } from '../viewer/aside-column.tsx'
import { ViewerBar } from '../viewer/viewer-bar.tsx'
import { formatNumber } from '../../wording/format-quantity.ts'
import { t } from '../../wording/translate.ts'
import { signedWords } from './approve-by-name.tsx'
import { RuleTests } from './rule-tests.tsx'
import type { RuleWork } from './use-shown-rule.ts'

type Props = {
  readonly work: RuleWork | null
  /** As a sheet, where the window is narrow. */
  readonly isOpened: boolean
  readonly onClose: () => void
}

/** Right of a rule: its tests, what it would change, who approved it. */
export function RuleAside({ work, isOpened, onClose }: Props) {
  return (
    <AsideColumn label={t('rules.tests.label')} isPlain isWide isOpened={isOpened} focusKey="" onClose={onClose}>
      {isOpened ? (
        <ViewerBar title={t('rules.tests.title')} onClose={onClose} />
      ) : (
        <div className="bar">
          <h2>{t('rules.tests.title')}</h2>
        </div>
      )}
      {work?.check && work.draft ? (
        <div className="stack-5 inset-4" data-testid="tests">
          <RuleTests work={work} check={work.check} />
          <section className="rule-top" aria-labelledby="rule-changes">
            <h3 className="h" id="rule-changes">
              {t(work.isChanged ? 'rules.changes.ofChanges' : 'rules.changes.ofApproval')}
            </h3>
            {work.check.problems.length > 0 ? (
              <p className="small soft">{t('rules.changes.later')}</p>
            ) : (
              <ChangeTable diff={work.check.diff} />
            )}
          </section>
          {work.check.problems.length === 0 ? (
            <section aria-labelledby="form-check">
              <h3 className="h" id="form-check">
                {t('rules.tests.form')}
              </h3>
              <p className="small soft">{t('rules.tests.formPassed')}</p>
            </section>
          ) : null}
          {work.row?.approvedBy ? (
            <dl className="kv">
              <dt>{t('rules.tests.approved')}</dt>
              <dd>{signedWords(work.row.approvedBy, work.row.approvedOn)}</dd>
            </dl>
          ) : null}
        </div>
      ) : (
        <p className="soft inset-4">{t('rules.tests.choose')}</p>
      )}
    </AsideColumn>
  )
}

/** What the rule as it stands here would change in the matters that use its pack, and in the examples of other rules. */
export function ChangeTable({ diff: { cases, same, newGrounds, changed } }: Pick<RuleCheck, 'diff'>) {
  return (
    <table className="calc" data-testid="changes">
      <caption className="visually-hidden">{t('rules.changes.label')}</caption>
      <tbody>
        <tr>
          <th scope="row">
            {t('rules.changes.cases')}
            <small>{t('rules.changes.casesHint')}</small>
          </th>
          <td className="n">{formatNumber(cases)}</td>
        </tr>
        <tr>
          <th scope="row">{t('rules.changes.same')}</th>
          <td className="n">{formatNumber(same)}</td>
        </tr>
        <tr>
          <th scope="row">{t('rules.changes.grounds')}</th>
          <td className="n">{formatNumber(newGrounds)}</td>
        </tr>
        {changed.map(({ matter, before, after }) => (
          <tr key={`${matter} ${before} ${after}`}>
            <th scope="row" colSpan={2}>
              {matter}
              <small>{changeOf(before, after)}</small>
            </th>
          </tr>
        ))}
        {changed.length === 0 ? (
          <tr>
            <th scope="row">{t('rules.changes.changed')}</th>
            <td className="n">{formatNumber(0)}</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  )
}

function changeOf(before: string, after: string): React.ReactNode {
  const b = (words: React.ReactNode) => <b className="bad">{words}</b>
  if (after === '') return t('rules.changes.becomesNothing', { before })
  return before === ''
    ? t.rich('rules.changes.appears', { after, b })
    : t.rich('rules.changes.becomes', { before, after, b })
}
