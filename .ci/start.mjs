/**
 * Starts the server as `npm start` does, with the Node that runs this file, asks it over HTTP for its status, a page and an
 * answer, and ends it. Takes the same settings from the environment. Exits with 1 where an answer is not what it must be.
 *
 *     node .ci/start.mjs [address] [-- more arguments of the server]
 *
 * @param address where to ask, if not at the server itself: that of a proxy before it
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Building page and index on a slow machine (ms). */
const READY_WITHIN = 20 * 60_000
/** One answer, the first after a start (ms). */
const ANSWERED_WITHIN = 60_000
/** A question that the catalog answers. */
const QUESTION = 'What did Honecker and Kim Il Sung agree on in 1984?'

const given = process.argv.slice(2)
const behind = given.includes('--') ? given.indexOf('--') : given.length
const [proxy] = given.slice(0, behind)

const server = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', ...given.slice(behind + 1)], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  env: { ...process.env, PORT: process.env.PORT ?? '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
try {
  const own = await listening()
  const address = proxy ?? own
  await status(address)
  if (!given.includes('--without-page')) await page(address)
  await answer(address)
  if (process.env.RATE_LIMIT) await limited(address)
  console.log(`Node ${process.version} on ${process.platform}: answered at ${address}.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  server.kill()
}

/** The server's own address, once its archive is open. */
function listening() {
  return new Promise((resolve, reject) => {
    let output = ''
    const fail = (what) => reject(new Error(`The server ${what}:\n${output}`))
    setTimeout(() => fail('was not ready in time'), READY_WITHIN).unref()
    server.once('error', reject)
    server.once('exit', (code) => fail(`ended with code ${code}`))
    server.stdout.on('data', (chunk) => {
      output += chunk
      const port = /answers at http:\/\/[^:]+:(\d+)/.exec(output)?.[1]
      if (port) resolve(`http://127.0.0.1:${port}`)
    })
  })
}

async function status(address) {
  const response = await fetch(`${address}/api/status`)
  const { writer, index } = await response.json()
  if (writer === undefined || index?.state === undefined)
    throw new Error(`GET /api/status: ${response.status}`)
}

/** Its canonical address is the public one. */
async function page(address) {
  const response = await fetch(`${address}/documents`, { headers: { accept: 'text/html' } })
  const html = await response.text()
  const canonical = `rel="canonical" href="${process.env.PUBLIC_URL ?? address}/documents"`
  if (!html.includes(canonical)) throw new Error(`GET /documents: ${response.status} without ${canonical}`)
}

async function answer(address) {
  const response = await fetch(`${address}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      id: 'start',
      messages: [{ role: 'user', parts: [{ type: 'text', text: QUESTION }] }],
    }),
    signal: AbortSignal.timeout(ANSWERED_WITHIN),
  })
  const stream = await response.text()
  if (!/"outcome":"answered"/.test(stream))
    throw new Error(`POST /api/chat: ${response.status} ${stream.slice(-400)}`)
}

/** Clients that invent addresses before the proxy's are still one client. */
async function limited(address) {
  const most = Number(process.env.RATE_LIMIT)
  for (let request = 0; request <= most; request += 1) {
    const headers = { 'x-forwarded-for': `192.0.2.${request}` }
    const { status, headers: got } = await fetch(`${address}/api/status`, { headers })
    if (status === 429 && got.has('retry-after')) return
  }
  throw new Error(`${most + 1} requests in a minute passed a limit of ${most}.`)
}
