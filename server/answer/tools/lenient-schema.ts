/** Accepts tool arguments as small models send them: corrects their types, then validates them against the tool's schema. */
import { jsonSchema, type Schema, zodSchema } from 'ai'
import { z } from 'zod'

/**
 * The model sees the schema unchanged, but validation accepts more: null and empty strings count as absent, numbers and
 * strings replace each other, and a single string counts as a list with one item.
 * @example lenientSchema(schema).validate({ names: 'Kim Il Sung', from: 1968, to: null }) // names: ['Kim Il Sung'], from: '1968'
 */
export function lenientSchema<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
): Schema<z.output<z.ZodObject<Shape>>> {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' })
  return jsonSchema(() => zodSchema(schema).jsonSchema, {
    validate: (value) => {
      const parsed = schema.safeParse(normalizeArguments(value, properties))
      return parsed.success
        ? { success: true, value: parsed.data }
        : { success: false, error: new Error(z.prettifyError(parsed.error)) }
    },
  })
}

type Properties = NonNullable<z.core.JSONSchema.BaseSchema['properties']>

function normalizeArguments(value: unknown, properties: Properties): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, given]) => {
      if (given === null || given === '') return []
      const property = properties[name]
      return [[name, typeof property === 'object' ? coerceToType(given, property.type) : given]]
    }),
  )
}

function coerceToType(given: unknown, type: unknown): unknown {
  const isNumber = type === 'integer' || type === 'number'
  if (isNumber && typeof given === 'string' && /^-?\d+$/.test(given.trim())) return Number(given)
  if (type === 'string' && typeof given === 'number') return String(given)
  if (type === 'array' && typeof given === 'string') return [given]
  return given
}
