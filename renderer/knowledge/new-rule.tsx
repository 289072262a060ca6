import { useId, useState } from 'react'
import type { Pack, RuleForm } from '../../contract/knowledge/rule.ts'
import { FormDialog } from '../parts/form-dialog.tsx'
import { TextField } from '../parts/text-field.tsx'
import { t } from '../../wording/translate.ts'

/** A rule that is begun and not yet in its pack. */
export type FreshRule = { readonly pack: string; readonly form: RuleForm }

type Props = {
  readonly packs: readonly Pack[]
  /** What it begins with. */
  readonly begun?: Pick<RuleForm, 'title' | 'source'>
  readonly onFresh: (rule: FreshRule) => void
  readonly onClose: () => void
}

/** Begins a rule: its pack, its name, its title. It is in the pack once it is saved. */
export function NewRule({ packs, begun = BLANK, onFresh, onClose }: Props) {
  const id = useId()
  const [pack, setPack] = useState(packs[0]?.pack ?? '')
  const [title, setTitle] = useState(begun.title)
  const [typedName, setName] = useState<string | null>(null)
  const name = typedName ?? nameFrom(title)
  return (
    <FormDialog
      title={t('rules.create.title')}
      submit={t('rules.create.submit')}
      missing={missingIn({ title: title.trim(), pack, name })}
      work={() => onFresh({ pack, form: { ...BLANK, source: begun.source, rule: name, title: title.trim() } })}
      onClose={onClose}
    >
      <TextField
        label={t('rules.create.name')}
        value={title}
        onText={setTitle}
        placeholder={t('rules.create.nameExample')}
      />
      <TextField label={t('rules.create.key')} value={name} onText={setName} hint={t('rules.create.keyHint')} />
      <div className="field">
        <label htmlFor={id}>{t('rules.create.pack')}</label>
        <select id={id} value={pack} onChange={({ target }) => setPack(target.value)}>
          {packs.map((one) => (
            <option key={one.pack} value={one.pack}>
              {one.title}
            </option>
          ))}
        </select>
      </div>
      {begun.source ? <p className="small soft">{t('rules.create.fromPassage', { source: begun.source })}</p> : null}
      {packs.length === 0 ? <p className="small warn">{t('rules.create.noPack')}</p> : null}
    </FormDialog>
  )
}

const BLANK: RuleForm = {
  rule: '',
  title: '',
  then: '',
  conditions: [],
  exceptions: [],
  sum: null,
  aggregates: [],
  say: null,
  source: null,
  sourceRead: false,
  validFrom: null,
  validTo: null,
  jurisdiction: null,
  examples: [],
}

/** `Receipt by an agent` becomes `receipt-by-an-agent`. */
export function nameFrom(title: string): string {
  return title
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
}

function missingIn({ title, pack, name }: { readonly title: string; readonly pack: string; readonly name: string }) {
  if (title === '') return t('rules.create.missing.title')
  if (pack === '') return t('rules.create.missing.pack')
  return /^[a-z][a-z0-9-]*$/.test(name) ? null : t('rules.create.missing.key')
}
