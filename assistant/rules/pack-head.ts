import { parseDocument } from 'yaml'
import type { PackSource } from '../../kb/compile/read/read-packs.ts'

const LONGEST_HEAD = 20_000
const NO_HEAD: PackHeadText = { pack: null, uses: [] }

type PackHeadText = { readonly pack: string | null; readonly uses: readonly string[] }

/** What a pack calls itself and whose words it uses, before anything is compiled. What is not so written counts as not there. */
export function packHead({ files }: Pick<PackSource, 'files'>): PackHeadText {
  const text = files.find(({ path }) => path === 'pack.yaml')?.text ?? ''
  if (text.length > LONGEST_HEAD) return NO_HEAD
  const document = parseDocument(text, { logLevel: 'silent' })
  if (document.errors.length > 0) return NO_HEAD
  const { pack, uses } = (document.toJS({ maxAliasCount: 0 }) ?? {}) as Record<string, unknown>
  return {
    pack: typeof pack === 'string' ? pack : null,
    uses: Array.isArray(uses) ? uses.filter((used) => typeof used === 'string') : [],
  }
}
