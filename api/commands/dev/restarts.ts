/** A server started anew when its code changes: the next process stands by, its packages loaded. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { join } from 'node:path'

type Restarting = {
  /** The command to run, and its arguments. */
  entry: string
  args: string[]
  environment: NodeJS.ProcessEnv
  /** A change of any file in them starts the server anew. */
  folders: string[]
  /** True once the server answers. */
  answers(): Promise<boolean>
  /** Told after each restart how long nobody was served, from the change to the first answer. */
  onRestart(tookMs: number): void
}

/** An editor writes a file in several steps. */
const settledMs = 30
/** The next process loads its packages when the one before has its processor no more. */
const calmMs = 1_000

export function restarting({ entry, args, environment, folders, answers, onRestart }: Restarting) {
  const standby = () => {
    const child = fork(join(import.meta.dirname, 'standby.ts'), [entry, ...args], {
      execArgv: ['--disable-warning=ExperimentalWarning', '--min-semi-space-size=16'],
      env: environment,
    })
    return { child, ready: Promise.race([once(child, 'message'), once(child, 'exit')]) }
  }
  let serving: ChildProcess | null = null
  let next: ReturnType<typeof standby> | null = null
  let calm: NodeJS.Timeout | undefined
  let work = Promise.resolve()
  let isWanted = true
  let isStopped = false

  async function start() {
    if (isStopped || !isWanted) return
    isWanted = false
    clearTimeout(calm)
    next ??= standby()
    await Promise.all([ended(serving), next.ready])
    serving = next.child
    next = null
    if (isRunning(serving)) serving.send('go')
    while (isRunning(serving) && !(await answers())) await new Promise((resolve) => setTimeout(resolve, 10))
    calm = setTimeout(() => {
      next ??= standby()
    }, calmMs)
  }

  const again = () => {
    isWanted = true
    const began = performance.now()
    work = work.then(async () => {
      if (!isWanted || isStopped) return
      await start()
      if (serving && isRunning(serving)) onRestart(performance.now() - began)
    })
  }
  let settling: NodeJS.Timeout | undefined
  const watchers = folders.map((folder) =>
    watch(folder, { recursive: true }, () => {
      clearTimeout(settling)
      settling = setTimeout(again, settledMs)
    }),
  )
  work = start()

  return {
    async stop() {
      isStopped = true
      for (const watcher of watchers) watcher.close()
      clearTimeout(settling)
      clearTimeout(calm)
      next?.child.kill('SIGKILL')
      await ended(serving)
      await work.catch(() => {})
    },
  }
}

const isRunning = ({ exitCode, signalCode }: ChildProcess) => exitCode === null && signalCode === null

async function ended(child: ChildProcess | null) {
  if (child === null || !isRunning(child)) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}
