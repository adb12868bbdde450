import { globSync, readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const rooms = ['surveys', 'analysis', 'api', 'client', 'cli'] as const

/** The rooms with their folders, and which imports which, as a Mermaid drawing. */
function drawing(): string {
  const files = globSync('{surveys,analysis,api,client,cli}/**/*.{ts,tsx}', { cwd: root })
  const arrows = new Set<string>()
  for (const file of files)
    for (const [, types, target] of readFileSync(resolve(root, file), 'utf8').matchAll(
      /^\s*(?:import|export)\s+(type\s+)?[^'";]*?from\s+'(\.[^']+)'/gm,
    )) {
      const from = file.split('/')[0]!
      const to = resolve(root, dirname(file), target!)
        .slice(root.length + 1)
        .split('/')[0]!
      if (from !== to && !arrows.has(`${from} --> ${to}`))
        arrows.add(types ? `${from} -.-> ${to}` : `${from} --> ${to}`)
    }
  const solid = [...arrows].filter((arrow) => !arrows.has(arrow.replace('-.->', '-->')) || arrow.includes('-->'))
  const folders = (room: string) =>
    globSync(`${room}/*`, { cwd: root })
      .filter((path) => statSync(resolve(root, path)).isDirectory())
      .map((path) => path.split('/')[1]!)
      .sort()
  return [
    'flowchart LR',
    ...rooms.map((room) => `  ${room}["<b>${room}</b><br/>${folders(room).join(' · ') || 'command kit'}"]`),
    '  authorities[("<b>authorities</b><br/>data")]',
    ...solid.sort().map((arrow) => `  ${arrow}`),
  ].join('\n')
}

test('the picture in docs/architecture.md is the one the imports draw', () => {
  const page = readFileSync(resolve(root, 'docs/architecture.md'), 'utf8')
  const shown = /```mermaid\n([\s\S]*?)\n```/.exec(page)?.[1]
  expect(shown, 'copy the received text into docs/architecture.md').toBe(drawing())
})
