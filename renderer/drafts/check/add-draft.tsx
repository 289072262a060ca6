import { useRef, useState } from 'react'
import { collectChosen } from '../../library/collect-files.ts'
import { Button } from '../../parts/button.tsx'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { TextArea, TextField } from '../../parts/text-field.tsx'
import { useShell } from '../../state/shell-context.ts'
import { formatClock, formatDate } from '../../../wording/format-time.ts'
import { t } from '../../../wording/translate.ts'
import type { NewDraft } from './create-checking.ts'

type Props = { readonly matter: string }

/** Where a draft is dropped, and the other ways to bring one. */
export function AddDraft({ matter }: Props) {
  const { checking } = useShell()
  const input = useRef<HTMLInputElement>(null)
  const [isPasting, setPasting] = useState(false)
  return (
    <section className="drop-box" aria-labelledby="add-draft">
      <h2 className="question" id="add-draft">
        {t('drafts.check.drop.title')}
      </h2>
      <p className="soft to-measure">{t('drafts.check.drop.lead')}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="add-draft"
        aria-label={t('drafts.check.drop.chosen')}
        onChange={({ target }) => {
          checking.add(
            matter,
            collectChosen(target.files).map(({ file }) => ({ name: file.name, file })),
          )
          target.value = ''
        }}
      />
      <div className="btns">
        <Button look="primary" onClick={() => input.current?.click()}>
          {t('drafts.check.drop.choose')}
        </Button>
        <Button onClick={() => setPasting(true)}>{t('drafts.check.drop.paste')}</Button>
      </div>
      <p className="small muted">
        {t('drafts.check.drop.formats')} {t('drafts.check.drop.noEvidence')}
      </p>
      {isPasting ? <PasteDraft matter={matter} onClose={() => setPasting(false)} /> : null}
    </section>
  )
}

/** A draft that is in no file. */
function PasteDraft({ matter, onClose }: Props & { readonly onClose: () => void }) {
  const { checking } = useShell()
  // A name that is taken would put this text in the place of another.
  const [name, setName] = useState(unnamed)
  const [text, setText] = useState('')
  return (
    <FormDialog
      title={t('drafts.check.paste.title')}
      submit={t('drafts.check.paste.submit')}
      missing={text.trim() === '' ? t('drafts.check.paste.missing') : null}
      work={() => checking.add(matter, [pastedDraft(name, text)])}
      onClose={onClose}
    >
      <TextField label={t('drafts.check.paste.name')} value={name} onText={setName} />
      <TextArea label={t('drafts.check.paste.text')} value={text} onText={setText} rows={12} />
    </FormDialog>
  )
}

function pastedDraft(typed: string, text: string): NewDraft {
  const words = typed.trim() || unnamed()
  const name = /\.txt$/i.test(words) ? words : `${words}.txt`
  return { name, file: new File([text], name, { type: 'text/plain' }) }
}

/** With its time; a file name takes no colon everywhere. */
function unnamed(): string {
  const now = new Date().toISOString()
  return t('drafts.check.paste.unnamed', { time: `${formatDate(now)}, ${formatClock(now).replace(':', '.')}` })
}
