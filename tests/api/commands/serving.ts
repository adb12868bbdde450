/** `npm start`'s own command as a process of its own, for the tests that kill it or read what it prints. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const { PATH, NODE_COMPILE_CACHE } = process.env
/** What a command finds around it here: no setting of whoever runs the tests, and the code that was compiled once. */
export const bareEnvironment = { PATH, NODE_COMPILE_CACHE }

const command = join(import.meta.dirname, '../../../api/commands/start.ts')

export function start(environment: Record<string, string>, ...options: string[]) {
  const flags = ['--disable-warning=ExperimentalWarning', '--disable-proto=delete', '--max-semi-space-size=8']
  const child = spawn(process.execPath, [...flags, command, ...options], {
    env: { ...bareEnvironment, PORT: '0', HOST: '127.0.0.1', ...environment },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (text) => (stdout += text))
  child.stderr.on('data', (text) => (stderr += text))
  const exit = once(child, 'exit').then(([code, signal]) => ({ code, signal, stdout, stderr }))
  /** The address of the home page, once it is printed. */
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const found = /Accueil : (\S+)\//.exec(stdout)
      if (found && stdout.includes('Pour arrêter')) resolve(found[1]!)
    })
    exit.then((end) => reject(new Error(`stopped before it served: ${end.stderr}`)))
  })
  ready.catch(() => {})
  return { child, ready, exit, journal: () => stderr }
}
