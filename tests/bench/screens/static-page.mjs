// The baseline: a page that changes itself when it is pressed, from a bare server, in plain JavaScript so that
// Node has nothing to strip. Runs in a process of its own and prints its address.
import { createServer } from 'node:http'

const page = `<!doctype html><html lang="ja"><meta charset="utf-8"><title>static</title>
<style>body{margin:0;font:48px sans-serif}button{font:inherit;padding:40px}</style>
<button>押す</button><output>0</output>
<script>
  const shown = document.querySelector('output')
  document.querySelector('button').addEventListener('click', () => { shown.textContent = String(Number(shown.textContent) + 1) })
</script></html>`

const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(page))
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}/\n`))
process.on('SIGTERM', () => process.exit(0))
process.on('disconnect', () => process.exit(0))
