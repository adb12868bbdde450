/** Runs in a thread and writes documents, one after the other. */
import { setAuthority } from '../../surveys/authority/in-force.ts'
import { serve } from '../threads/serve.ts'
import { reportOf } from './build.ts'
import type { WritingTasks } from './write-documents.ts'
import { publicWriters, writers } from './writers.ts'

serve<WritingTasks>({
  write: async ({ files, input: given, authority }, deliver) => {
    // a thread begins with the authority shipped with the product
    setAuthority(authority)
    const input = { ...given, report: reportOf(given.source) }
    for (const file of files) {
      const content = await [...writers, ...publicWriters].find((writer) => writer.file === file)!.write(input)
      deliver({ file, content })
    }
    return null
  },
})
