/** Where a questionnaire stands in its life, in words. */
import type { design } from '../../../api/wire/public.ts'

export type Status = design.DesignLine['status']

export const statusWords: Record<Status, { text: string; kind: 'good' | 'warm' | undefined }> = {
  draft: { text: 'brouillon', kind: undefined },
  review: { text: 'en relecture', kind: 'warm' },
  trial: { text: 'à l’essai', kind: 'warm' },
  open: { text: 'ouvert', kind: 'good' },
  closed: { text: 'clos', kind: undefined },
  archived: { text: 'archivé', kind: undefined },
}
