/** Makes the k-th call of a kind fail in a process, as a disk that breaks: strace puts the error in its place. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'

/** Calls that put bytes on a disk, and those that give a file its name. */
export const kinds = {
  sync: 'fsync,fdatasync',
  write: 'pwrite64',
  name: 'rename,renameat,renameat2,link,linkat',
} as const
export type Kind = keyof typeof kinds

/** False where strace is missing or may not look into another process. */
export const mayBreakCalls = (): boolean =>
  process.platform === 'linux' && spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0

const options = (kind: Kind, call: number) => [
  '-f',
  '-e',
  `trace=${kinds[kind]}`,
  '-e',
  `inject=${kinds[kind]}:error=EIO:when=${call}`,
]

/** Each thread of a running process meets the error at its own k-th call; `mend` lets it work again and counts the errors it met. */
export async function breakCalls(pid: number, kind: Kind, call: number): Promise<{ mend(): Promise<number> }> {
  const tracer = spawn('strace', [...options(kind, call), '-p', String(pid)], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  tracer.stderr.on('data', (text) => (said += text))
  await attached(tracer, () => said)
  return {
    async mend() {
      const ended = once(tracer, 'exit')
      tracer.kill('SIGTERM')
      await ended
      return said.match(/\(INJECTED\)/g)?.length ?? 0
    },
  }
}

async function attached(tracer: ChildProcess, said: () => string) {
  while (!/attached/.test(said())) {
    if (tracer.exitCode !== null) throw new Error(`strace cannot look into the server: ${said()}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Runs a program whose k-th call fails, to its end; `broken`: how many errors it met. */
export function runBroken(kind: Kind, call: number, args: string[]): { status: number | null; broken: number } {
  const { status, stderr } = spawnSync('strace', [...options(kind, call), process.execPath, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '' },
  })
  return { status, broken: stderr.match(/\(INJECTED\)/g)?.length ?? 0 }
}
