import { useState } from 'react'
import type { Draft } from '../../../contract/drafts/draft-check.ts'
import { Button } from '../../parts/button.tsx'
import { downloadFile, ExportFile } from '../../parts/export-file.tsx'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { t } from '../../../wording/translate.ts'

type Props = {
  readonly matter: string
  readonly draft: Draft
  /** While it is not checked to the end. */
  readonly isOff: boolean
}

/** Takes the findings out of the window: as a report, or as comments in the draft itself. */
export function ExportDraft({ matter, draft: { draftId }, isOff }: Props) {
  const client = useClient()
  const [opened, open] = useState<'report' | 'commented' | null>(null)
  const close = () => open(null)
  const why = isOff ? { title: t('drafts.check.export.first') } : {}
  const input = { matter, draft: draftId }
  return (
    <>
      <Button isSmall isOff={isOff} {...why} onClick={() => open('report')}>
        {t('drafts.check.export.report')}
      </Button>
      <Button look="primary" isSmall isOff={isOff} {...why} onClick={() => open('commented')}>
        {t('drafts.check.export.commented')}
      </Button>
      {opened === 'report' ? (
        <ExportFile
          title={t('drafts.check.export.reportTitle')}
          formats={['docx', 'pdf']}
          make={(format) => client.draft.report({ ...input, format })}
          onClose={close}
        >
          {t('drafts.check.export.reportWhat')}
        </ExportFile>
      ) : null}
      {opened === 'commented' ? (
        <FormDialog
          title={t('drafts.check.export.commentedTitle')}
          submit={t('frame.exporting.docx')}
          work={async () => downloadFile((await client.draft.commented(input)).file)}
          onClose={close}
        >
          <p className="soft">{t('drafts.check.export.commentedWhat')}</p>
        </FormDialog>
      ) : null}
    </>
  )
}
