import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const server = `http://127.0.0.1:${process.env.PORT ?? '3000'}`

export default defineConfig({
  root: here('.'),
  plugins: [react(), tailwindcss()],
  // The AI SDK imports all of zod 3 for one enumeration, which it needs only to describe tools to a model.
  // The page describes no tools. Without zod 3 the first load is 12 kB (gzip) smaller.
  resolve: { alias: { 'zod/v3': here('./zod-3-kinds.ts') } },
  build: {
    outDir: here('../.data/page'),
    emptyOutDir: true,
    // The server's Content-Security-Policy forbids inline scripts and fonts in data: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { port: 5173, proxy: { '/api': server, '/health': server } },
})
