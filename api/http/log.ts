/** The journal of the server: a closed list of fields, none of which can hold an answer, an address or a name. */
import { inspect } from 'node:util'
import pino from 'pino'

export type Log = {
  /** One served request; `route` is the pattern (`/api/responses/:id`), never the address asked for. */
  request(line: { method: string; route: string; status: number; ms: number }): void
  /** Something broke: what kind of error, and where in the code, without its message. */
  failure(code: string, error: unknown): void
  /** A sentence of ours for the operator. */
  notice(sentence: string): void
}

/**
 * @param write receives each line of JSON; standard error when absent
 * @param showErrors adds the message and the cause of an error: only for whoever develops
 */
export function openLog(write?: (line: string) => void, showErrors = false): Log {
  const { destination, flush } = write ? { destination: { write }, flush: () => {} } : buffered()
  const logger = pino({ base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, destination)
  return {
    request: ({ method, route, status, ms }) =>
      logger.info({ event: 'request', method, route, status, ms: Math.round(ms) }),
    failure(code, error) {
      const message = showErrors ? { message: inspect(error) } : {}
      logger.error({ event: 'failure', code, ...whereabouts(error), ...message })
      flush()
    },
    notice(sentence) {
      logger.warn({ event: 'notice', sentence })
      flush()
    },
  }
}

/** Served requests wait a fifth of a second to be written together; what broke, and the end of the process, wait for nothing. */
function buffered() {
  const destination = pino.destination({ dest: 2, sync: true, minLength: 4_096, periodicFlush: 200 })
  const flush = () => destination.flushSync()
  process.once('exit', flush)
  return { destination, flush }
}

/** A message may quote what was sent: the log has only the error's name and the places in the code. */
function whereabouts(error: unknown): { error: string; at: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const at = frames.slice(0, 8).map((line) => line.trim())
  return { error: /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'Error', at }
}
