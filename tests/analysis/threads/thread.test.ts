import { afterEach, expect, test } from 'vitest'
import { type ThreadOptions, ThreadStopped, ThreadTimeout, threadOf } from '../../../analysis/threads/thread.ts'
import { defaultZone, setZone } from '../../../surveys/days.ts'
import type { Trials } from './body.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  setZone(defaultZone)
  await Promise.all(open.splice(0).map((thread) => thread.close()))
})
function aThread(options: ThreadOptions = {}) {
  const thread = threadOf<Trials>(new URL('./body.ts', import.meta.url), options)
  open.push(thread)
  return thread
}

test('questions are answered in turn, with what is noted on the way', async () => {
  const thread = aThread({ data: { place: 'here' } })
  const noted: number[] = []
  const answers = await Promise.all([
    thread.ask('double', 21),
    thread.ask('count', 3, { onNote: (at) => noted.push(at) }),
    thread.ask('given', null),
  ])
  expect(answers).toEqual([42, 'counted', { place: 'here' }])
  expect(noted).toEqual([1, 2, 3])
})

test('a task that throws refuses its question alone, in the words its caller chose', async () => {
  const thread = aThread({ errorOf: (name, message) => new TypeError(`${name} over there: ${message}`) })
  await expect(thread.ask('fail', 'needs two weights')).rejects.toThrow(
    new TypeError('RangeError over there: needs two weights'),
  )
  expect(await thread.ask('double', 2)).toBe(4)
})

test('a task that takes too long is stopped; the next question has a new thread', async () => {
  const thread = aThread()
  await thread.ask('double', 1)
  const late = thread.ask('hang', null, { timeoutMs: 200 })
  const next = thread.ask('double', 3, { timeoutMs: 30_000 })
  await expect(late).rejects.toThrow(ThreadTimeout)
  expect(await next).toBe(6)
})

test('a thread that breaks refuses its question; the next one has a new thread', async () => {
  const thread = aThread()
  await expect(thread.ask('breakDown', null)).rejects.toThrow(ThreadStopped)
  expect(await thread.ask('double', 4)).toBe(8)
})

test('a thread that fills its memory is stopped without the process', async () => {
  const thread = aThread({ limits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 } })
  await expect(thread.ask('hoard', null)).rejects.toThrow(/memory/i)
  expect(await thread.ask('double', 5)).toBe(10)
})

test('a value that cannot be sent is refused, and the thread goes on', async () => {
  const thread = aThread()
  await expect(thread.ask('double', (() => 1) as never)).rejects.toThrow(/could not be cloned/)
  expect(await thread.ask('double', 6)).toBe(12)
})

test('closing refuses what it is doing, what waits, and what comes later', async () => {
  const thread = aThread()
  await thread.ask('double', 1)
  const [doing, waiting] = [thread.ask('hang', null), thread.ask('double', 1)].map((asked) =>
    asked.then(
      () => 'answered',
      (error: Error) => error.name,
    ),
  )
  await new Promise((done) => setTimeout(done, 50))
  await thread.close()
  expect(await Promise.all([doing, waiting])).toEqual(['ThreadStopped', 'ThreadStopped'])
  await expect(thread.ask('double', 1)).rejects.toThrow('closed')
})

test('a body that cannot be loaded is said, not waited for', async () => {
  const thread = threadOf<Trials>(new URL('./no-such-body.ts', import.meta.url))
  open.push(thread)
  await expect(thread.ask('double', 1)).rejects.toThrow('could not start')
})

test('an idle thread ends, and starts again when it is asked something', async () => {
  const thread = aThread({ idleMs: 20 })
  expect(await thread.ask('double', 7)).toBe(14)
  await new Promise((done) => setTimeout(done, 200))
  expect(await thread.ask('double', 8)).toBe(16)
})

test('a thread counts days in the time zone of whoever asks', async () => {
  const thread = aThread()
  expect(await thread.ask('day', '2026-06-30T21:00:00Z')).toBe('2026-06-30')
  setZone('Indian/Reunion')
  expect(await thread.ask('day', '2026-06-30T21:00:00Z')).toBe('2026-07-01')
})
