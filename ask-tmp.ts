import { openQuietly } from './tests/eval/open-archive.ts'
import { createApp } from './server/routes/app.ts'
import { askChat, asMessage } from './tests/eval/ask-chat.ts'
import { readFileSync } from 'node:fs'
const a = await openQuietly(); const app = createApp({ archive: () => a, pageFolder: '', report: console.error })
const qs = process.argv[2] ? process.argv.slice(2) : readFileSync('tests/eval/asked-questions.jsonl', 'utf8').trim().split('\n').map((l) => JSON.parse(l).question)
for (const q of qs) { const r = await askChat(app, [asMessage('user', q)]); console.log(`\n### ${q}\n[${r.outcome}]\n${r.text}`) }
process.exit(0)
