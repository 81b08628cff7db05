import { readFileSync } from 'node:fs'
import { openQuietly } from './open-archive.ts'
import { knowledgeOf } from './verification-pairs.ts'
import { readRecord } from '../../server/answer/verification/record.ts'
import { signsOf } from '../../server/answer/verification/signs.ts'
import { judge } from '../../server/answer/verification/verify.ts'
import { readText } from '../../server/answer/verification/read-text.ts'
const archive = await openQuietly()
const k = knowledgeOf(archive)
const rows = readFileSync('/tmp/blind.jsonl', 'utf8').trim().split('\n').map((l) => JSON.parse(l))
const t: Record<string, Record<string, number>> = {}
let ms = 0
for (const r of rows) {
  const record = await readRecord(archive.catalog.byId.get(r.source)!, k)
  const t0 = performance.now()
  const signs = await signsOf(r.sentence, [record], k)
  ms += performance.now() - t0
  const v = judge(signs, readText(r.sentence))
  const row = (t[r.kind] ??= {}); row[v] = (row[v] ?? 0) + 1
  const bad = r.kind === 'faithful' ? v !== 'supported' : v === 'supported'
  if (bad) console.log(r.id, r.kind, v, JSON.stringify(signs.objections.map((o) => `${o.check}:${o.text}${o.certain ? '!' : ''}`)), Object.values(signs.nearness).map((x) => x.toFixed(2)).join(' '), r.sentence)
}
console.log(t, ms / rows.length)
process.exit(0)
