import { type QueryKey, type SkipToken, skipToken, useQuery } from '@tanstack/react-query'
import { ConnectionLostError } from '../connection/browser-socket.ts'
import { useQueryCache } from './assistant-context.ts'
import { type Procedures, readAgain } from './query-cache.ts'
import { type UserFailure, userFailure } from './user-failure.ts'

export type Loaded<T> = {
  /** Null until it has been read once; kept while it is read again. */
  readonly value: T | null
  readonly failure: UserFailure | null
  reload(): void
}

/** A procedure of the contract, and the key under which its answers are kept. */
type Procedure<Input, Output> = {
  call(input: Input, options: { readonly signal: AbortSignal }): Promise<Output>
  queryKey(of: { readonly input: Input | SkipToken }): QueryKey
}

/**
 * What a procedure of the assistant answers to `input`; null reads nothing. What it answered a moment ago shows at once, and is
 * read again; `query-cache.ts` says after what else.
 */
export function useLoaded<Input, Output, T = Output>(
  of: (procedures: Procedures) => Procedure<Input, Output>,
  input: NoInfer<Input> | null,
  select?: (output: Output) => T,
): Loaded<T> {
  const { queries, procedures } = useQueryCache()
  const { call, queryKey } = of(procedures)
  const key = queryKey({ input: input === null ? skipToken : input })
  const { data, error } = useQuery(
    {
      queryKey: key,
      queryFn: input === null ? skipToken : ({ signal }) => call(input, { signal }),
      ...(select ? { select } : {}),
    },
    queries,
  )
  return {
    value: data ?? null,
    // A broken line mends itself, and then everything is read again.
    failure: error instanceof ConnectionLostError || error === null ? null : userFailure(error),
    reload: () => void readAgain(queries, key),
  }
}
