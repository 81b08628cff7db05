/** Arguments of a tool as small models send them, put as its schema wants them before it judges. */
import { jsonSchema, type Schema, zodSchema } from 'ai'
import { z } from 'zod'

/**
 * The schema as the model is shown it, which takes more than it says: null and empty strings as absent, a number in
 * quotation marks or without, one item as a list of it.
 */
export function lenient<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
): Schema<z.output<z.ZodObject<Shape>>> {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' })
  return jsonSchema(() => zodSchema(schema).jsonSchema, {
    validate: (value) => {
      const parsed = schema.safeParse(tidy(value, properties))
      return parsed.success
        ? { success: true, value: parsed.data }
        : { success: false, error: new Error(z.prettifyError(parsed.error)) }
    },
  })
}

type Properties = NonNullable<z.core.JSONSchema.BaseSchema['properties']>

function tidy(value: unknown, properties: Properties): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, given]) => {
      if (given === null || given === '') return []
      const property = properties[name]
      return [[name, typeof property === 'object' ? asType(given, property.type) : given]]
    }),
  )
}

function asType(given: unknown, type: unknown): unknown {
  const isNumber = type === 'integer' || type === 'number'
  if (isNumber && typeof given === 'string' && /^-?\d+$/.test(given.trim())) return Number(given)
  if (type === 'string' && typeof given === 'number') return String(given)
  if (type === 'array' && typeof given === 'string') return [given]
  return given
}
