/**
 * The analysis works apart, with its own connection: the intake never waits for it. One thread publishes, which may take
 * minutes; another counts and reads, which does not wait for it.
 */
import { threadOf } from '../../../analysis/threads/thread.ts'
import type { TypologyAsked } from '../../../analysis/typology/offered.ts'
import type { StoreAccess } from '../../config.ts'
import type { Group } from '../../fieldwork/flags.ts'
import { Problem, type ProblemCode, problems } from '../../http/problems.ts'
import type { Flagged } from '../../responses/vigilance/flagged.ts'
import type { Counted, Shifts } from '../../wire/fieldwork.ts'
import type { ExportAsked, Leaving } from '../export/exported.ts'
import type { ToPublish } from '../fieldwork.ts'
import type { PublishOutcome } from '../publish.ts'
import type { TypologyOutcome } from '../typologies/make.ts'

export type AnalysisTasks = {
  toPublish: { input: string; note: never; output: ToPublish }
  flagged: { input: string; note: never; output: Flagged[] }
  /** `today`: ISO day. */
  follow: { input: { slug: string; today: string }; note: never; output: Counted }
  groups: { input: string; note: never; output: Group[] }
  export: { input: { slug: string; asked: ExportAsked }; note: never; output: Leaving }
  kiosk: { input: { slug: string; kiosk: string; since: string | null }; note: never; output: string[] }
  shifts: { input: string; note: never; output: Shifts }
  typology: {
    input: { slug: string; by: string; at: string; asked: TypologyAsked }
    note: never
    output: TypologyOutcome
  }
  wake: { input: null; note: never; output: null }
  publish: {
    input: { slug: string; by: string; at: string }
    note: { done: number; total: number }
    output: PublishOutcome
  }
}

export type AnalysisThread = ReturnType<typeof analysisThread>

export function analysisThread({ storeUrl, keyringPath }: StoreAccess) {
  const options = { data: { storeUrl, keyringPath }, errorOf }
  const opened = () => threadOf<AnalysisTasks>(new URL('./worker.ts', import.meta.url), options)
  const [reader, publisher] = [opened(), opened()]
  return {
    /** Starts the thread that counts, which takes seconds: whoever asks it something soon does not wait for that. */
    wake: () => void reader.ask('wake', null).catch(() => {}),
    toPublish: (slug: string) => reader.ask('toPublish', slug),
    follow: (slug: string, today: string) => reader.ask('follow', { slug, today }),
    groups: (slug: string) => reader.ask('groups', slug),
    exported: (slug: string, asked: ExportAsked) => reader.ask('export', { slug, asked }),
    ofKiosk: (slug: string, kiosk: string, since: string | null) => reader.ask('kiosk', { slug, kiosk, since }),
    shifts: (slug: string) => publisher.ask('shifts', slug),
    typology: (slug: string, by: string, at: string, asked: TypologyAsked) =>
      publisher.ask('typology', { slug, by, at, asked }),
    flagged: (slug: string) => reader.ask('flagged', slug),
    publish: (slug: string, by: string, at: string, step: (done: number, total: number) => void) =>
      publisher.ask('publish', { slug, by, at }, { onNote: ({ done, total }) => step(done, total) }),
    close: async () => {
      await Promise.all([reader.close(), publisher.close()])
    },
  }
}

/** A problem met over there is the same problem here; anything else is a bug. */
const errorOf = (name: string, message: string): Error =>
  name === 'Problem' && Object.hasOwn(problems, message)
    ? new Problem(message as ProblemCode)
    : new Error(`${name}: ${message}`)
