import { useState } from 'react'
import type { DocumentRow } from '../../../contract/document.ts'
import { Button } from '../../parts/button.tsx'
import { ExportFile } from '../../parts/export-file.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { t } from '../../../wording/translate.ts'

type Props = {
  readonly matter: string
  readonly before: DocumentRow
  readonly after: DocumentRow
  /** While they are not compared to the end. */
  readonly isOff: boolean
}

/** Takes the comparison out of the window. */
export function ExportComparison({ matter, before, after, isOff }: Props) {
  const client = useClient()
  const [isOpen, setOpen] = useState(false)
  const input = { matter, before: before.documentId, after: after.documentId }
  return (
    <>
      <Button
        look="primary"
        isSmall
        isOff={isOff}
        title={isOff ? t('drafts.compare.export.first') : undefined}
        onClick={() => setOpen(true)}
      >
        {t('drafts.compare.export.redline')}
      </Button>
      {isOpen ? (
        <ExportFile
          title={t('drafts.compare.export.redlineTitle')}
          formats={['docx', 'pdf']}
          make={async (format) => (await client.comparison.redline({ ...input, format })).file}
          onClose={() => setOpen(false)}
        >
          {t('drafts.compare.export.redlineWhat')}
        </ExportFile>
      ) : null}
    </>
  )
}
