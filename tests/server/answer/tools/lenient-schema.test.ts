import { asSchema, zodSchema } from 'ai'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { filterShape, refineFilterPeriod } from '../../../../server/answer/tools/filter-arguments.ts'
import { lenientSchema } from '../../../../server/answer/tools/lenient-schema.ts'

const shape = z
  .object({
    question: z.string().min(1),
    ...filterShape,
    n: z.int().min(1).optional(),
    order: z.enum(['oldest', 'newest']).default('oldest'),
  })
  .superRefine(refineFilterPeriod)
const read = async (value: unknown) => lenientSchema(shape).validate?.(value)

describe('a tool', () => {
  it.each([
    [{ question: 'Pueblo', names: null, from: null, to: null, kind: null, order: null }, {}],
    [{ question: 'Pueblo', from: '', kind: '', order: '' }, {}],
    [{ question: 'Pueblo', n: '1' }, { n: 1 }],
    [{ question: 'Pueblo', names: 'Kim Il Sung' }, { names: ['Kim Il Sung'] }],
    [{ question: 'Pueblo', from: 1968 }, { from: '1968' }],
    [
      { question: 'Pueblo', names: [], to: '1968-01' },
      { names: [], to: '1968-01' },
    ],
  ])('takes %j', async (given, meant) => {
    expect(await read(given)).toEqual({
      success: true,
      value: { question: 'Pueblo', order: 'oldest', ...meant },
    })
  })

  it.each([
    { question: '' },
    { question: null },
    { question: 'Pueblo', n: 'one' },
    { question: 'Pueblo', n: '-1' },
    { question: 'Pueblo', kind: 'poem' },
    { question: 'Pueblo', from: 'last year' },
    { question: 'Pueblo', from: '1990', to: '1980' },
    [],
    null,
  ])('refuses %j', async (given) => {
    expect(await read(given)).toMatchObject({ success: false })
  })

  it('shows the model no more than it wants', async () => {
    expect(await asSchema(lenientSchema(shape)).jsonSchema).toEqual(await zodSchema(shape).jsonSchema)
  })
})
