/** Items of what was understood that the reader took back: the question is asked again without them. */
import type { UnderstoodItem } from '../../server/api.ts'

export type TakenBack = readonly Pick<UnderstoodItem, 'key' | 'label'>[]

export const NOTHING_TAKEN_BACK: TakenBack = []
