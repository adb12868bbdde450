/** A table pasted or chosen: read line by line before anything is stored, and stored when its reader says so. */
import { useState } from 'react'
import { useDraft } from '../../../parts/staff/draft.ts'
import { sentenceOf } from '../../../parts/staff/staffApi.ts'

export type Outcome = 'refused' | 'alike' | 'new' | 'corrected' | 'same'
/** What a table was read as; a page counts only the outcomes it knows. */
export type ReadTable = {
  lines: readonly { line: number; outcome: Outcome; sentence: string }[]
  counts: { new: number; corrected: number; same: number; refused: number; alike?: number }
  /** Headings that no column is called, left out. */
  ignored: readonly string[]
  /** Why nothing can be read at all, '' otherwise. */
  problem: string
}

export type Pasted<Page extends ReadTable = ReadTable> = {
  text: string
  change(text: string): void
  /** What was read, and whether it is stored; null until then. */
  read: { page: Page; isDone: boolean } | null
  /** What was read no longer holds: it is to be read again. */
  forget(): void
  failure: string
  isBusy: boolean
  /** Lines that « Enregistrer » would write; 0 once they are written. */
  toStore: number
  ask(isDone: boolean): Promise<void>
}

/** @param draft the name under which what is not stored yet waits on this device */
export function usePasted<Page extends ReadTable>(
  draft: string,
  calls: { read(text: string): Promise<Page>; store(text: string): Promise<Page>; onStored(page: Page): void },
): Pasted<Page> {
  const [text, setText, dropText] = useDraft(draft, '')
  const [read, setRead] = useState<Pasted<Page>['read']>(null)
  const [failure, setFailure] = useState('')
  const [isBusy, setBusy] = useState(false)

  async function ask(isDone: boolean) {
    setBusy(true)
    setFailure('')
    try {
      const page = isDone ? await calls.store(text) : await calls.read(text)
      setRead({ page, isDone })
      if (!isDone) return
      calls.onStored(page)
      if (page.counts.refused + (page.counts.alike ?? 0) === 0) dropText('')
    } catch (error) {
      setFailure(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  const forget = () => setRead(null)
  const change = (next: string) => {
    setText(next)
    forget()
  }
  const toStore = read && !read.isDone ? read.page.counts.new + read.page.counts.corrected : 0
  return { text, change, read, forget, failure, isBusy, toStore, ask }
}
