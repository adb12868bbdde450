/** Opens a keyring or a store in a process of its own that dies between two steps: a write of the store, or a call that changes the disk. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

/** True when it was killed; false when it was through before this step. */
export async function killedAt(
  step: number,
  place: { storeUrl: string; keyringPath: string },
  script: string,
): Promise<boolean> {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      resolve(import.meta.dirname, script),
      String(step),
      place.storeUrl,
      place.keyringPath,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  child.stderr.on('data', (text) => (said += text))
  const [code, signal] = await once(child, 'exit')
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`the process failed at step ${step}: ${said}`)
  return signal === 'SIGKILL'
}
