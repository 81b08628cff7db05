/** Reads JSON and JSONL files and validates them; errors name file, line and field. */
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { z } from 'zod'

/** A corpus file that cannot be used; the message tells where and what is wrong. */
export class CorpusError extends Error {
  override name = 'CorpusError'
}

/** Streams the values of a JSONL file, each with its location (file and line). @throws {CorpusError} at the first bad line */
export async function* readJsonLines<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): AsyncGenerator<{ value: z.output<Schema>; location: string }> {
  let number = 0
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    number += 1
    if (line.trim() === '') continue
    const location = `${file}, line ${number}`
    yield { value: parseJson(line, schema, location), location }
  }
}

/** @throws {CorpusError} if the file is not JSON or violates the schema */
export async function readJson<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  return parseJson(await readFile(file, 'utf8'), schema, file)
}

function parseJson<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  location: string,
): z.output<Schema> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new CorpusError(`${location}: is not JSON (${error instanceof Error ? error.message : error})`)
  }
  const result = schema.safeParse(json)
  if (result.success) return result.data
  const reasons = result.error.issues.map((issue) => {
    const field = issue.path.join('.')
    return field ? `${field}: ${issue.message}` : issue.message
  })
  throw new CorpusError(`${location}: ${reasons.join('; ')}`)
}
