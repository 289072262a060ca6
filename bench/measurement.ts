/** One measurement: a name, its figures, and what they are compared with in the same run. */
export type Measurement = Readonly<Record<string, unknown>> & { readonly bench: string }

export type Measures = Readonly<Record<string, () => AsyncGenerator<Measurement>>>
