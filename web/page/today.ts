import { isReducedDate, type ReducedDate } from '../../corpus/reduced-date.ts'

/** The current date in the user's time zone. */
export function today(now = new Date()): ReducedDate {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((number) => String(number).padStart(2, '0'))
    .join('-')
  if (!isReducedDate(day)) throw new RangeError(`Not a day: ${day}`)
  return day
}
