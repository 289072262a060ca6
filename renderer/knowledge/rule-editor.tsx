import { useState } from 'react'
import type { Pack, PackProblem } from '../../contract/rule.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { Opening } from '../parts/opening.tsx'
import { sentenceCase } from '../wording/sentence-case.ts'
import { ProblemList } from './problem-list.tsx'
import { RuleActions } from './rule-actions.tsx'
import { RuleFields } from './rule-fields.tsx'
import { RuleText } from './rule-text.tsx'
import { StatusMark } from './status-mark.tsx'
import type { RuleDraft, RuleWork } from './use-rule-draft.ts'

type Props = {
  readonly work: RuleWork
  /** Back to the list, where that is a page of its own. */
  readonly onList: () => void
  /** Opens the tests, where they have no column. */
  readonly onTests: () => void
  /** Its pack, where that comes with the program. */
  readonly shipped: Pack | null
  /** It has been saved under this name. */
  readonly onSaved: (rule: string) => void
  readonly onCopied: (pack: string) => void
}

/** A rule as sentence and form, or as the text of its pack. */
export function RuleEditor({ work, shipped, onList, onTests, onSaved, onCopied }: Props) {
  const { draft, row, failure } = work
  return (
    <article className="kmain" aria-label={titleOf(work)}>
      <p className="only-narrow small">
        <Button look="link" onClick={onList}>
          ‹ all rules
        </Button>
        <Button look="link" className="only-sheet ml-4" onClick={onTests}>
          tests
        </Button>
      </p>
      <FailureNote failure={failure} />
      {draft || failure ? null : <Opening>Opening the rule.</Opening>}
      {draft ? (
        <>
          <div className="flex items-baseline gap-3">
            <h2 className="question">{titleOf(work)}</h2>
            <span className="ml-auto">
              {row ? <StatusMark status={row.status} /> : <span className="small soft">not saved yet</span>}
            </span>
          </div>
          <p className="small soft">{row ? `${work.pack}, ${row.rule}` : work.pack}</p>
          <Draft work={work} draft={draft} />
          {row ? <SourceRead isRead={row.sourceRead} /> : null}
          <RuleActions work={work} shipped={shipped} onSaved={onSaved} onCopied={onCopied} />
        </>
      ) : null}
    </article>
  )
}

function SourceRead({ isRead }: { readonly isRead: boolean }) {
  if (isRead) return <p className="small soft mt-3">Source read: yes.</p>
  return (
    <p className="small warn mt-3">
      <Glyph shape="caution" /> Source read: no. Nobody has read its source yet.
    </p>
  )
}

function titleOf({ draft, row }: RuleWork): string {
  return (draft?.mode === 'form' ? draft.form.title : row?.title) ?? 'Rule'
}

type DraftProps = { readonly work: RuleWork; readonly draft: RuleDraft }

function Draft({ work: { check, words, edit }, draft }: DraftProps) {
  const [problemAt, setProblemAt] = useState({ line: 0, column: 0, times: 0 })
  const goTo = ({ line, column }: PackProblem) => setProblemAt({ line, column, times: problemAt.times + 1 })
  return (
    <>
      <p className="rule-sentence read" data-testid="sentence" aria-live="polite">
        {check?.sentence ? sentenceCase(check.sentence) : 'The sentence appears once the rule is sound.'}
      </p>
      {check && check.problems.length > 0 ? (
        <ProblemList problems={check.problems} onGo={draft.mode === 'text' ? goTo : null} />
      ) : null}
      {draft.mode === 'form' ? (
        <RuleFields form={draft.form} words={words} onForm={(form) => edit({ mode: 'form', form })} />
      ) : (
        <RuleText yaml={draft.yaml} goTo={problemAt} onYaml={(yaml) => edit({ mode: 'text', yaml })} />
      )}
    </>
  )
}
