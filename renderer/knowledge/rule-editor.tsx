import { useEffect, useRef, useState } from 'react'
import type { Pack, PackProblem } from '../../contract/knowledge/rule.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { Opening } from '../parts/progress.tsx'
import { sentenceCase } from '../../wording/phrases.ts'
import { t } from '../../wording/translate.ts'
import { packName, type PackNames } from './pack-names.ts'
import { ProblemList } from './problem-list.tsx'
import { RuleActions } from './rule-actions.tsx'
import { RuleFields } from './rule-fields.tsx'
import { StatusMark } from './rule-list.tsx'
import type { RuleDraft, RuleWork } from './use-shown-rule.ts'

type Props = {
  readonly work: RuleWork
  readonly packs: PackNames
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
export function RuleEditor({ work, packs, shipped, onList, onTests, onSaved, onCopied }: Props) {
  const { draft, row, failure } = work
  return (
    <article className="kmain" aria-label={titleOf(work)}>
      <p className="only-narrow small">
        <Button look="link" onClick={onList}>
          {t('rules.all')}
        </Button>
        <Button look="link" className="only-sheet beside-4" onClick={onTests}>
          {t('rules.showTests')}
        </Button>
      </p>
      <FailureNote failure={failure} />
      {draft || failure ? null : <Opening>{t('rules.opening')}</Opening>}
      {draft ? (
        <>
          <div className="row-3">
            <h2 className="question">{titleOf(work)}</h2>
            <span className="push">
              {row ? <StatusMark status={row.status} /> : <span className="small soft">{t('rules.notSaved')}</span>}
            </span>
          </div>
          <p className="small soft">{packName(packs, work.pack)}</p>
          <Draft work={work} draft={draft} />
          {row ? <SourceRead isRead={row.sourceRead} /> : null}
          <RuleActions work={work} shipped={shipped} onSaved={onSaved} onCopied={onCopied} />
        </>
      ) : null}
    </article>
  )
}

function SourceRead({ isRead }: { readonly isRead: boolean }) {
  if (isRead) return <p className="small soft above-3">{t('rules.sourceRead')}</p>
  return (
    <p className="small warn above-3">
      <Glyph shape="caution" /> {t('rules.sourceNotRead')}
    </p>
  )
}

function titleOf({ draft, row }: RuleWork): string {
  return (draft?.mode === 'form' ? draft.form.title : row?.title) ?? t('rules.rule')
}

type DraftProps = { readonly work: RuleWork; readonly draft: RuleDraft }

function Draft({ work: { check, words, edit }, draft }: DraftProps) {
  const [problemAt, setProblemAt] = useState({ line: 0, column: 0, times: 0 })
  const goTo = ({ line, column }: PackProblem) => setProblemAt({ line, column, times: problemAt.times + 1 })
  return (
    <>
      <p className="rule-sentence read" data-testid="sentence" aria-live="polite">
        {check?.sentence ? sentenceCase(check.sentence) : t('rules.noSentence')}
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

type RuleTextProps = {
  readonly yaml: string
  /** A place to go to, both counted from 1; `times` tells one going from the next. */
  readonly goTo: { readonly line: number; readonly column: number; readonly times: number }
  readonly onYaml: (yaml: string) => void
}

/** The rule as it stands in its pack. */
function RuleText({ yaml, goTo, onYaml }: RuleTextProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (goTo.times === 0 || !area.current) return
    const at = offsetOf(area.current.value, goTo.line, goTo.column)
    area.current.focus()
    area.current.setSelectionRange(at, at)
  }, [goTo])
  return (
    <div className="rule-text">
      <ol aria-hidden="true">
        {yaml.split('\n').map((_, index) => (
          <li key={index}>{index + 1}</li>
        ))}
      </ol>
      <textarea
        ref={area}
        className="mono"
        aria-label={t('rules.asText')}
        spellCheck={false}
        autoComplete="off"
        wrap="off"
        rows={Math.max(8, yaml.split('\n').length + 1)}
        value={yaml}
        onChange={({ target }) => onYaml(target.value)}
      />
    </div>
  )
}

/** Where a line and column stand in a text; what lies beyond it is its end. */
export function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split('\n')
  if (line > lines.length) return text.length
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  return before + Math.min(column - 1, lines[line - 1]?.length ?? 0)
}
