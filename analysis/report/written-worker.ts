/** Runs in a thread and writes documents, one after the other. */
import { serve } from '../threads/serve.ts'
import { writers } from './writers.ts'
import type { WritingTasks } from './written.ts'

serve<WritingTasks>({
  write: async ({ files, input }, deliver) => {
    for (const file of files) {
      const content = await writers.find((writer) => writer.file === file)!.write(input)
      deliver({ file, content })
    }
    return null
  },
})
