type Stream = AsyncGenerator<unknown, unknown, unknown>
type Step = () => Promise<IteratorResult<unknown>>

/** A stream whose steps, its end among them, are each taken within `around`; what is no stream is given back as it is. */
export function eachStep<Output>(output: Output, around: (step: Step) => Promise<IteratorResult<unknown>>): Output {
  if (!isStream(output)) return output
  const stream = output
  const stepped: Stream = {
    next: (...sent) => around(() => stream.next(...sent)),
    return: (value) => around(() => stream.return(value)),
    throw: (error) => around(() => stream.throw(error)),
    [Symbol.asyncIterator]: () => stepped,
    async [Symbol.asyncDispose]() {
      await stepped.return(undefined)
    },
  }
  return stepped as Output
}

const isStream = (output: unknown): output is Stream =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output && 'next' in output
