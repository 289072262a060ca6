import { useState } from 'react'
import { Button } from '../../parts/button.tsx'
import { ExportFile } from '../../parts/export-file.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { t } from '../../../wording/translate.ts'
import { askedBefore, type ComparedSide } from './compared-side.ts'

type Props = {
  readonly matter: string
  readonly before: ComparedSide
  readonly after: ComparedSide
  /** While they are not compared to the end. */
  readonly isOff: boolean
}

/** Takes the comparison out of the window. */
export function ExportComparison({ matter, before, after, isOff }: Props) {
  const client = useClient()
  const [opened, open] = useState<'list' | 'redline' | null>(null)
  const close = () => open(null)
  const why = isOff ? { title: t('drafts.compare.export.first') } : {}
  const input = { matter, before: askedBefore(before), after: after.documentId }
  const names = { before: before.title, after: after.title }
  const makeRedline = async (format: 'docx' | 'pdf') => {
    const { file, losses } = await client.comparison.redline({ ...input, format })
    return { file, limits: losses.map((loss) => t(`comparison.paper.redlineLosses.${loss}`, names)) }
  }
  return (
    <>
      <Button look="quiet" isSmall isOff={isOff} {...why} onClick={() => open('list')}>
        {t('drafts.compare.export.list')}
      </Button>
      <Button look="primary" isSmall isOff={isOff} {...why} onClick={() => open('redline')}>
        {t('drafts.compare.export.redline')}
      </Button>
      {opened === 'list' ? (
        <ExportFile
          title={t('drafts.compare.export.listTitle')}
          formats={['docx', 'pdf', 'md']}
          make={(format) => client.comparison.report({ ...input, format })}
          onClose={close}
        >
          {t('drafts.compare.export.listWhat')}
        </ExportFile>
      ) : null}
      {opened === 'redline' ? (
        <ExportFile
          title={t('drafts.compare.export.redlineTitle')}
          formats={['docx', 'pdf']}
          make={makeRedline}
          onClose={close}
        >
          {t('drafts.compare.export.redlineWhat')}
        </ExportFile>
      ) : null}
    </>
  )
}
