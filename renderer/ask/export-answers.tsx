import type { Answer, ExportFormat } from '../../contract/answer.ts'
import { ExportFile } from '../parts/export-file.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useMatter } from '../state/shell-context.ts'
import { formatCount } from '../wording/format-count.ts'

type Props = { readonly answers: readonly Answer[]; readonly onClose: () => void }

/** Saves a question with its follow-ups as a file, after saying that the file is not encrypted. */
export function ExportAnswers({ answers, onClose }: Props) {
  const client = useClient()
  const matter = useMatter()
  const answerIds = answers.map(({ answerId }) => answerId)
  const make = async (format: ExportFormat) =>
    (await client.answer.export({ matter: matter.id, answerIds, format })).file
  return (
    <ExportFile title={`Export ${formatCount(answers.length, 'answer')}`} make={make} onClose={onClose}>
      The file holds the question, the sentences with their verdicts, and the quotes with document and page. It is not
      encrypted. The ledger keeps that it was made.
    </ExportFile>
  )
}
