import * as z from 'zod'
import { Provider } from '../../contract/opinions/provider.ts'

/** What is kept of a provider, beside its key. */
export const KeptProvider = Provider.extend({ address: z.string() })
