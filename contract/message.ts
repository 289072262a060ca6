import * as z from 'zod'
import { type Message, type MessageValue, verbatim } from '../wording/message.ts'

const valueSchema: z.ZodType<MessageValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    written,
    z.object({ bytes: z.number() }),
    z.object({ memory: z.number() }),
    z.object({ date: z.string() }),
    z.object({ all: z.array(z.string()) }),
    z.object({ any: z.array(z.string()) }),
  ]),
)

const written: z.ZodType<Message> = z.object({ key: z.string(), values: z.record(z.string(), valueSchema) })

/** What the engine says, by its key in the catalogue. Words that were kept before messages were are said as they are. */
export const messageSchema = z.union([written, z.string().transform(verbatim)])
