import type { Agreement } from '../contract/opinion.ts'
import { counted } from './counted.ts'

/** By rule alone, as the state is: what the model judged stands at its row. */
export function agreementState({ state, claims }: Pick<Agreement, 'state' | 'claims'>): string {
  if (state === 'differ') return 'They differ:'
  const same = claims.filter((row) => row.state === 'agree' && row.by === 'rule').length
  const open = claims.filter((row) => row.state === 'unclear' || row.by === 'model').length
  if (same === 0 && open === 0) return 'They speak of different things: read both.'
  const rest = open === 0 ? '' : `; of ${open} rules cannot tell, so read both`
  return `${same} of ${counted(claims.length, 'sentence')} ${same === 1 || claims.length === 1 ? 'agrees' : 'agree'}${rest}:`
}
