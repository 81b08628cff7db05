/** Schemas shared by the routes: context, paging, filters, and descriptions of responses. */
import { z } from '@hono/zod-openapi'
import { documentTypes, reducedDateSchema } from '../../corpus/document.ts'
import { earliestDay, latestDay, type ReducedDate } from '../../corpus/reduced-date.ts'
import type { Archive } from '../archive/archive.ts'
import type { FacetName } from '../contract/facet-names.ts'
import { MAX_LIST_OFFSET, MAX_QUESTION_CHARACTERS } from '../contract/limits.ts'
import { problemSchema } from '../contract/problem.ts'
import { documentOrders } from '../contract/sorts.ts'

export interface AppEnvironment {
  Variables: { archive: Archive }
}

export const limitSchema = (defaultLimit: number, maxLimit = 100) =>
  z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, `must lie between 1 and ${maxLimit}`)
    .max(maxLimit, `must lie between 1 and ${maxLimit}`)
    .default(defaultLimit)

export const offsetSchema = z.coerce
  .number('must be a number')
  .int('must be a whole number')
  .min(0, 'must be 0 or more')
  .max(MAX_LIST_OFFSET, `must be at most ${MAX_LIST_OFFSET}`)
  .default(0)

export const pageQuerySchema = z.object({
  limit: limitSchema(25),
  offset: offsetSchema,
  sort: z.enum(documentOrders, `must be one of ${documentOrders.join(', ')}`).default('oldest'),
})

const dayParameter = (border: (date: ReducedDate) => string, description: string) =>
  reducedDateSchema.transform(border).optional().openapi({ type: 'string', example: '1976-08', description })
const nameParameter = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(200, 'must have at most 200 characters')

/** Values of one facet in a request. */
const MAX_PARAMETER_VALUES = 50

/** A parameter that may be repeated; an error in one of its values is reported under the parameter's name. */
export function repeatableParameter<Each extends z.ZodType>(each: Each, example: string[]) {
  const list = z.array(each).max(MAX_PARAMETER_VALUES, `must be given at most ${MAX_PARAMETER_VALUES} times`)
  return z
    .unknown()
    .optional()
    .transform((given, context) => {
      const { data, error } = list.safeParse(given === undefined ? [] : [given].flat())
      if (data) return data
      for (const { message } of error?.issues ?? []) context.addIssue({ code: 'custom', message })
      return z.NEVER
    })
    .openapi({ type: 'array', items: { type: 'string' }, example })
}

/**
 * Filters on documents, as query parameters. A document must have at least one of a parameter's values. `from` and `to` are
 * inclusive and take dates of reduced precision; a query with both must be refined by `periodInOrder`.
 */
export const filterShape = {
  from: dayParameter(earliestDay, 'The first day, month or year'),
  to: dayParameter(latestDay, 'The last day, month or year; not before `from`'),
  person: repeatableParameter(nameParameter, ['kim-il-sung']),
  country: repeatableParameter(nameParameter, ['east-germany']),
  organization: repeatableParameter(nameParameter, ['korean-workers-party']),
  event: repeatableParameter(nameParameter, ['axe-murder-incident']),
  subject: repeatableParameter(nameParameter, ['sino-soviet-split']),
  type: repeatableParameter(z.enum(documentTypes, `must be one of ${documentTypes.join(', ')}`), [
    'telegram',
  ]),
  maker: repeatableParameter(nameParameter, ['embassy-of-hungary-in-the-soviet-union']),
  publisher: repeatableParameter(nameParameter, ['wilson-center-digital-archive']),
  archive: repeatableParameter(nameParameter, ['nixon-library']),
  collection: repeatableParameter(nameParameter, ['conversations-with-kim-il-sung']),
  decade: repeatableParameter(z.string().regex(/^\d{3}0s$/, 'must be a decade such as 1980s'), ['1980s']),
} satisfies Record<FacetName | 'from' | 'to', z.ZodType>

export const questionSchema = z
  .string('must be given once, as text')
  .trim()
  .min(1, 'must not be empty')
  .max(MAX_QUESTION_CHARACTERS, `must have at most ${MAX_QUESTION_CHARACTERS} characters`)
  .openapi({ example: 'What did Honecker and Kim Il Sung agree on in 1984?' })

export const idParameter = z.object({ id: z.string().max(200) })

export function jsonResponse<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { 'application/json': { schema } } }
}

/** Error responses of a route, by status; 429 is added for every route. */
export function problemResponses<Status extends 400 | 404 | 413 | 415>(...statuses: Status[]) {
  const content = { 'application/problem+json': { schema: problemSchema } }
  return Object.fromEntries(
    [...statuses, 429].map((status) => [status, { description: 'Problem details', content }]),
  ) as Record<Status | 429, { description: string; content: typeof content }>
}
