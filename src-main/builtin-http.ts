/**
 * node:http for a program that starts quickly. An `import` of it makes Node read every one of its exports, three of which
 * (WebSocket, MessageEvent, CloseEvent) load all of Node's fetch: as long as a third of Node's own start, for something
 * that nothing here uses. Asked for as a builtin it does not. A lint rule sends every import here.
 */
export const { createServer, request } = process.getBuiltinModule('node:http')
